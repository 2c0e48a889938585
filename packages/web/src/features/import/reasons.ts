import type { FileOfBatch, Issue } from './data.ts';

/** Refusals of one kind in one sheet: what the office mends in one go. */
export interface Reason {
  readonly key: string;
  readonly words: string;
  /** The first row as an example: «第 12 行：校验位不对，应为 X». */
  readonly example: string;
  readonly rows: readonly Issue[];
  /** A word nobody knew, which can be given a meaning here. */
  readonly word: string | undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  id_check_digit: '身份证号校验位不对',
  id_birth_date: '身份证号里的出生日期不存在',
  id_as_number: '身份证号存成了数字，末几位已丢',
  id_two_names: '同一身份证号写了两个姓名',
  date_invalid: '日期读不出',
  date_ambiguous: '年月写法有歧义',
  date_order: '前后日期颠倒',
  money_format: '金额读不出',
  money_negative: '金额是负数',
  word_unknown: '不认识的写法',
  village_unknown: '村(社区)不在表里',
  required_empty: '必填的格子空着',
  formula_no_value: '公式没有算出值',
  text_too_long: '文字太长',
  spell_overlap: '同一人同类别的起止年月重叠',
  error_cell: '格子里是错误值',
};

function reasonOf(key: string, rows: readonly Issue[]): Reason {
  const first = rows[0];
  const code = first?.code ?? '';
  const isWord = code === 'word_unknown';
  const words = isWord
    ? `${first?.column}「${first?.value}」不认识`
    : `${first?.column ?? ''}：${WORDS[code] ?? code}`;
  return {
    key,
    words,
    example: `第 ${first?.row} 行：${first?.reason}`,
    rows,
    word: isWord ? first?.value : undefined,
  };
}

/** The refusals of one sheet, grouped by code, column and, for unknown words, the word; the most rows first. */
export function reasonsOf(file: Pick<FileOfBatch, 'errors'>, sheet: string): readonly Reason[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of file.errors) {
    if (issue.sheet !== sheet) continue;
    const key = [issue.code, issue.column, issue.code === 'word_unknown' ? issue.value : ''].join('|');
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return [...groups].map(([key, rows]) => reasonOf(key, rows)).sort((a, b) => b.rows.length - a.rows.length);
}

/** How many rows a reason concerns: a row may be refused for two cells. */
export function rowsOf(reason: Reason): number {
  return new Set(reason.rows.map((issue) => issue.row)).size;
}
