// Writes docs/manual/填表.md from the descriptions of the sheets: node bin/run.mjs scripts/manual-columns.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { EVIDENCE_COLUMN, unitSheet } from '../packages/server/src/modules/imports/plan/index.ts';
import type {
  ColumnDef,
  ColumnType,
  KindDef,
  Vocabulary,
} from '../packages/server/src/platform/contract/kind.ts';
import { formatted, PROJECT } from './formatted.ts';

export const COLUMNS_PAGE = 'docs/manual/填表.md';

const FILLING: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  day: '日期，如 2017-08-01',
  month: '年月，如 2017-08',
  fen: '金额，单位元，最多两位小数',
  count: '整数，后面可带单位，如 15人',
  decimal: '数字，可写 3.5 或 3年6个月',
  bool: '是／否，√／×，有／无，1／0',
  word: '词表里的词',
  grade: '1 至 10，可写 六级',
  village: '「村(社区)」表里的村名',
  identity: '身份证号，旧号 15 位也行',
  account: '账号，单元格设为文本',
  phone: '电话',
};

/** Offices know these days by the month alone. */
const MONTH_WILL_DO = new Set(['enlisted_on', 'discharged_on', 'approved_on']);

const INTRO = `# 填表

每张表每一栏怎么填。表由程序按它认表的规则生成。空白表可以从「导入」页下载，里面有下拉框、批注和一行示例。

- 带 * 的栏必须有，也必须填；其他栏可以没有这一列，也可以空着。
- 「也认」是别的表头叫法。表头里的空格、换行、星号、全角半角都不计较。
- 每张表都可以加一栏「佐证」，写「档案」表里的题名、文号或文件，几份用「、」隔开。
- 文字每格最多 2,000 字，姓名和村名最多 50 字。
- 「同一条」是认出同一条记录的栏：这几栏都一样就是同一条，其他栏不同算更新；这几栏改了，就是新的一条。
`;

const cell = (text: string) => text.replaceAll('|', '／').replaceAll('\n', ' ').replaceAll('*', '＊');

function fillingOf(column: ColumnDef): string {
  const { type, field, mayBeNegative, note, words, variants = [] } = column;
  const parts = [
    field.endsWith('year') ? '年度，如 2017' : FILLING[type],
    type === 'day' && MONTH_WILL_DO.has(field) ? '只知道年月也行' : undefined,
    mayBeNegative ? '扣回写负数' : undefined,
    words && words.words.length <= 6 ? words.words.join('、') : undefined,
    words?.open ? '不认识的词按「其他」收下并提醒' : undefined,
    ...variants.map(({ header }) => `也可以改用「${header}」一栏，写最后一个发放的月份`),
    note?.replace(/。$/, ''),
  ];
  return `${parts.filter((part) => part !== undefined).join('；')}。`;
}

function line(column: ColumnDef): string {
  const { header, required, aliases = [], example = '' } = column;
  return `| ${[header + (required ? '*' : ''), fillingOf(column), aliases.join('、'), example]
    .map((text, index) => (index === 0 ? text.replaceAll('|', '／') : cell(text)))
    .join(' | ')} |`;
}

function sameRecord({ columns, key }: KindDef): string {
  const headers = key.map((field) => columns.find((column) => column.field === field)?.header ?? field);
  return `同一条：${headers.join(' + ')}。`;
}

function sheetSection(kind: KindDef): string {
  const names = kind.sheetAliases ?? [];
  const also = names.length > 0 ? `表名也认：${names.join('、')}。` : '';
  const lead = kind === unitSheet ? '只能有一行，说明这份台账是哪个乡镇哪一年的。' : sameRecord(kind);
  const table = `| 栏 | 怎么填 | 也认 | 例 |\n|---|---|---|---|\n${kind.columns.map(line).join('\n')}`;
  return `## ${kind.sheet}\n\n${lead}${also}\n\n${table}\n`;
}

interface Listed {
  readonly title: string;
  readonly words: Vocabulary;
}

// The same list may stand in several sheets; once is enough.
function vocabularies(kinds: readonly KindDef[]): readonly Listed[] {
  const seen = new Set<string>();
  return kinds.flatMap((kind) =>
    kind.columns.flatMap(({ header, words }) => {
      const mark = words?.words.join();
      if (!words || mark === undefined || seen.has(mark)) return [];
      seen.add(mark);
      return [{ title: `${kind.sheet} · ${header}`, words }];
    }),
  );
}

function vocabularySection({ title, words }: Listed): string {
  const aliasesOf = (word: string) =>
    Object.entries(words.aliases)
      .filter(([, meaning]) => meaning === word)
      .map(([alias]) => alias);
  const rows = words.words.map((word) => `| ${word} | ${cell(aliasesOf(word).join('、'))} |`);
  const open = words.open ? '不在表里的词按「其他」收下并提醒，原词保留。' : '不在表里的词退回。';
  return `### ${title}\n\n${open}\n\n| 词 | 也认 |\n|---|---|\n${rows.join('\n')}\n`;
}

/** The page of every sheet and column: how it is filled in, other headers, an example, and the lists of words. */
export function columnsPage(kinds: readonly KindDef[] = KINDS): string {
  const evidence = `## 各表都可以有的一栏\n\n| 栏 | 怎么填 | 也认 | 例 |\n|---|---|---|---|\n${line(EVIDENCE_COLUMN)}\n`;
  const words = `## 词表\n\n括号、空格、标点、全角半角不计较。\n`;
  const sections = [unitSheet, ...kinds].map(sheetSection);
  const text = [INTRO, ...sections, evidence, words, ...vocabularies(kinds).map(vocabularySection)];
  return formatted(text.join('\n'), COLUMNS_PAGE);
}

if (import.meta.main) writeFileSync(join(PROJECT, COLUMNS_PAGE), columnsPage());
