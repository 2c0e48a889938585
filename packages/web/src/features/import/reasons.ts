import type { Counts, FileOfBatch, Issue } from './data.ts';

/** Refusals of one kind in one sheet: what the office mends in one go. */
export interface Reason {
  readonly key: string;
  readonly words: string;
  /** The first row as an example: «第 12 行：校验位不对，应为 X». */
  readonly example: string;
  readonly issues: readonly Issue[];
  /** How many rows it concerns. */
  readonly rows: number;
  /** A word nobody knew, which can be given a meaning here. */
  readonly word: string | undefined;
}

/** What is wrong, said after the name of the column. */
const WORDS: Readonly<Record<string, string>> = {
  id_check_digit: '校验位不对',
  id_birth_date: '里的出生日期不存在',
  id_as_number: '被存成了数字',
  id_two_names: '与同号的另一行不同',
  date_invalid: '读不出',
  date_ambiguous: '分不清是几月',
  date_order: '先后颠倒',
  money_format: '读不出',
  money_negative: '是负数',
  village_unknown: '不在「村(社区)」表里',
  required_empty: '没有填',
  formula_no_value: '是没算出结果的公式',
  text_too_long: '写得太长',
  spell_overlap: '与另一段重叠',
  month_closed: '在已经结账的月份',
  error_cell: '是错误值',
};

const rowList = (issues: readonly Issue[]) => {
  const rows = [...new Set(issues.map(({ row }) => row))];
  return `第 ${rows.slice(0, 6).join('、')}${rows.length > 6 ? '…' : ''} 行`;
};

const shortened = (value: string) => (value.length > 20 ? `${value.slice(0, 12)}…` : value);

function reasonOf(key: string, issues: readonly Issue[]): Reason {
  const { code = '', column = '', value = '', row = 0, reason = '' } = issues[0] ?? {};
  const rows = new Set(issues.map((issue) => issue.row)).size;
  if (code === 'word_unknown')
    return { key, issues, rows, words: `${column}「${value}」不认识`, example: rowList(issues), word: value };
  const said = WORDS[code];
  return {
    ...{ key, issues, rows, word: undefined },
    words: said ? `${column}${said}` : `${column}：${reason.split('。')[0]}`,
    example: `第 ${row} 行：${value === '' || reason.includes(value) ? '' : `${shortened(value)}，`}${reason}`,
  };
}

/** The refusals of one sheet, grouped by code, column and, for unknown words, the word; the most rows first. */
export function reasonsOf(file: Pick<FileOfBatch, 'errors'>, sheet: string): readonly Reason[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of file.errors) {
    if (issue.sheet !== sheet) continue;
    const key = [issue.code, issue.column, issue.code === 'word_unknown' ? issue.value : ''].join('|');
    const group = groups.get(key) ?? [];
    group.push(issue);
    groups.set(key, group);
  }
  return [...groups].map(([key, issues]) => reasonOf(key, issues)).sort((a, b) => b.rows - a.rows);
}

/** What the office decides next, one after another, by `n`. */
export interface Problem {
  readonly id: string;
  /** The sheet to open, `0/优抚对象`. */
  readonly sheet: string;
  /** The rows it stands for. */
  readonly rows?: { readonly file: number; readonly sheet: string; readonly reason: string };
}

export const sheetKey = (file: number, sheet: string) => `${file}/${sheet}`;

function problemsOfSheet(file: FileOfBatch, sheet: FileOfBatch['sheets'][number]): Problem[] {
  const key = sheetKey(file.index, sheet.name);
  const own = { id: key, sheet: key };
  if (sheet.state === 'unknown' || sheet.state === 'header_lacks') return [own];
  const guess = isGuess(sheet) ? [own] : [];
  const reasons = reasonsOf(file, sheet.name).map((reason) => ({
    ...{ id: `${key}/${reason.key}`, sheet: key },
    rows: { file: file.index, sheet: sheet.name, reason: reason.key },
  }));
  return [...guess, ...reasons];
}

/** Every refused file, sheet to be recognised and reason, in the order of the page. */
export function problemsOf(files: readonly FileOfBatch[]): readonly Problem[] {
  return files.flatMap((file) =>
    file.refusal
      ? [{ id: String(file.index), sheet: String(file.index) }]
      : file.sheets.flatMap((sheet) => problemsOfSheet(file, sheet)),
  );
}

/** Whether only the header told what a sheet is, so that the office should look once. */
export function isGuess({ state, candidates }: FileOfBatch['sheets'][number]): boolean {
  return state === 'read' && candidates.length > 0;
}

/** Whether every sheet is known: step 2 is over. */
export function isRecognised(files: readonly FileOfBatch[]): boolean {
  return files.every((file) =>
    file.sheets.every(
      (sheet) => sheet.state !== 'unknown' && sheet.state !== 'header_lacks' && !isGuess(sheet),
    ),
  );
}

/** Updates that touch money and were not ticked: they stay as the ledger has them. */
export function leftOut(files: readonly FileOfBatch[], ticked: ReadonlySet<string>): string[] {
  return files
    .flatMap((file) => file.changes)
    .filter((change) => change.isMoney && !ticked.has(change.key))
    .map((change) => change.key);
}

/** «读到 372 行 = 新增 360 + 更新 0 + 不变 0 + 退回 12» */
export function sumText({ read, created, updated, unchanged, refused }: Counts): string {
  const n = (value: number) => value.toLocaleString('zh-CN');
  return `读到 ${n(read)} 行 = 新增 ${n(created)} + 更新 ${n(updated)} + 不变 ${n(unchanged)} + 退回 ${n(refused)}`;
}

export function sumOf(sheets: Iterable<Counts>): Counts {
  const sum = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const one of sheets) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key];
  return sum;
}

/** «11 月 2 日», with the year where it is another than today's. */
export function dayWords(at: string, today: string): string {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number);
  return `${at.slice(0, 4) === today.slice(0, 4) ? '' : `${year} 年 `}${month} 月 ${day} 日`;
}
