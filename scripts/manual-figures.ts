// Writes docs/manual/指标.md from the definitions of the figures: node bin/run.mjs scripts/manual-figures.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDICATORS } from '../packages/server/src/apps/figures.ts';
import type {
  FigureKind,
  FigureSection,
  FigureShape,
  IndicatorDef,
} from '../packages/server/src/platform/contract/indicator.ts';
import { formatted, PROJECT } from './formatted.ts';

export const FIGURES_PAGE = 'docs/manual/指标.md';

const HEADINGS: Readonly<Record<FigureSection, string>> = {
  一: '一、领导',
  二: '二、宣传',
  三: '三、活动',
  四: '四、政策',
  五: '五、档案',
  六: '六、服务站和其他',
};

const KINDS: Readonly<Record<FigureKind, string>> = {
  sum: '相加',
  distinctPerson: '按人去重',
  distinctHousehold: '按户去重',
  distinctEvent: '按次去重',
  ratio: '相除',
  mode: '取最常见',
};

const SHAPES: Readonly<Record<FigureShape, string>> = {
  count: '整数',
  yuan: '元，两位小数',
  ratio: '分子／分母',
  decimal: '一位小数',
};

const INTRO = `# 指标

总结里能用的每一个数都在这张表上。屏幕、命令行、总结用的是同一份口径，表由程序按口径生成。

- **代码**：和「报告 → 指标」里的一样。带点的是同一条指标拆出来的数，例如 A06.raised 是议定事项，A06.done 是已落实。
- **怎么合计**：「相加」的数可以由各乡镇相加得到县里的数；「去重」的数不能相加，县里要按人、户、次重新数。
- **取自**：工作簿的哪张表。写「尚无来源」的，现在没有一张表记它，系统答「没有数」并写明缺什么，不答 0。
- 「当年」指所选年度 1 月 1 日到 12 月 31 日；选了截至日，就数到截至日。没选截至日时，屏幕上今年截至今天、往年截至 12 月 31 日；命令行一律截至当年 12 月 31 日。
`;

const cell = (text: string) => text.replaceAll('|', '／').replaceAll('\n', ' ');

function sourceOf({ fact, missing }: IndicatorDef): string {
  if (!fact) return `尚无来源（${missing ?? '没有记录'}）`;
  return fact.base.sheets.join('、');
}

function line(def: IndicatorDef): string {
  const { code, name, unit, kind, shape, definition } = def;
  const cells = [code, name, unit, SHAPES[shape], KINDS[kind], sourceOf(def), definition];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function section(heading: string, defs: readonly IndicatorDef[]): string {
  const head = '| 代码 | 名称 | 单位 | 写成 | 怎么合计 | 取自 | 口径 |\n|---|---|---|---|---|---|---|';
  return `## ${heading}\n\n${head}\n${defs.map(line).join('\n')}\n`;
}

/** The page of all figures: code, name, unit, how it adds up, where it comes from, what is counted. */
export function figuresPage(defs: readonly IndicatorDef[] = INDICATORS): string {
  const sections = Object.entries(HEADINGS)
    .map(([code, heading]) => [heading, defs.filter((def) => def.section === code)] as const)
    .filter(([, own]) => own.length > 0);
  const fed = defs.filter((def) => def.fact).length;
  const count = `共 ${defs.length} 个数，其中 ${fed} 个现在有来源，${defs.length - fed} 个尚无来源。\n`;
  const text = [INTRO, count, ...sections.map(([heading, own]) => section(heading, own))].join('\n');
  return formatted(text, FIGURES_PAGE);
}

if (import.meta.main) writeFileSync(join(PROJECT, FIGURES_PAGE), figuresPage());
