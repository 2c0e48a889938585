import { marked } from 'marked';
import { useMemo } from 'react';

const chapters = import.meta.glob<string>('../../../../docs/manual/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const FIRST_STEPS = `# 帮助

1. **把旧 Excel 拖进来**：右上角「导入」，一次可以拖多个。每张表读到多少行、退回多少行、为什么退回，都写明。
2. **看数**：首页「全年一览」里带点线的数都能点开，看见它由哪些记录、哪个文件第几行、哪份材料来。
3. **补佐证**：带 ○ 的数有未佐证的记录。点开，在那一行上「佐证」，拖文件或点「选文件」。
4. **更正**：数不对，改的是事实，不改数。写理由，先看影响再存。
5. **出报告**：「报告」里的年度总结，每个数都有来源；没有来源的数字会标出来。

按 \`/\` 搜索，按 \`?\` 看全部按键；在输入框里打字时字母按键不起作用。字小，点右上角「大字」。
`;

/** The manual's chapters in file order; the first steps while there is none. */
function manualHtml(): string {
  const texts = Object.entries(chapters)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, text]) => text);
  return marked.parse(texts.length > 0 ? texts.join('\n\n') : FIRST_STEPS, { async: false });
}

export function Page() {
  const html = useMemo(manualHtml, []);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own manual, built into the program
    <article className="page manual" dangerouslySetInnerHTML={{ __html: html }} />
  );
}
