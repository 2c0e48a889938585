import { parseIdentity, parseIsoDay, parseIsoMonth } from '@shuangyong/values';
import { refuse } from '../../kernel/refusal.ts';
import type { Cells, CellValue, ColumnDef, KindDef, RowProblem } from '../contract/kind.ts';

type Accepted = { readonly value: CellValue } | { readonly wrong: string };

const ok = (value: CellValue): Accepted => ({ value });
const wrong = (reason: string): Accepted => ({ wrong: reason });

const IDENTITY_WORDS = {
  format: '身份证号应为 18 位（旧号 15 位）。请核对原件。',
  birthDate: '身份证号里的出生日期不存在。请核对原件。',
  checkDigit: '身份证号校验位不对。请核对原件。',
} as const;

function acceptText(column: ColumnDef, value: CellValue): Accepted {
  const text = String(value).normalize('NFC').trim();
  const limit = column.field === 'name' ? 50 : 2000;
  return [...text].length > limit ? wrong(`最多 ${limit} 个字。`) : ok(text === '' ? null : text);
}

function acceptWord(column: ColumnDef, value: CellValue): Accepted {
  const word = String(value).trim();
  const known = column.words?.words.includes(word) ? word : column.words?.aliases[word];
  return known === undefined ? wrong(`「${word}」不在可选的词里，请从列表中选。`) : ok(known);
}

function acceptIdentity(value: CellValue): Accepted {
  const parsed = parseIdentity(String(value));
  return typeof parsed === 'string' ? ok(parsed) : wrong(IDENTITY_WORDS[parsed.problem]);
}

function acceptWhole(column: ColumnDef, value: CellValue): Accepted {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrong('应为整数。');
  const mayBeBelow = column.mayBeNegative || column.mayBeReversed;
  return value < 0 && !mayBeBelow ? wrong('不能是负数。') : ok(value);
}

function acceptMonth(value: CellValue): Accepted {
  const month = typeof value === 'number' ? value : parseIsoMonth(String(value));
  return month === undefined ? wrong('年月读不出，请写成 2017-10。') : ok(month);
}

function acceptTail(value: CellValue): Accepted {
  const text = String(value).normalize('NFKC').replace(/[\s-]/g, '');
  return /^[\d*]{5,32}$/.test(text) && !text.includes('*') ? ok(text) : wrong('应为 5 至 32 位数字。');
}

function acceptValue(column: ColumnDef, value: CellValue): Accepted {
  switch (column.type) {
    case 'day':
      return parseIsoDay(String(value)) ? ok(value) : wrong('日期读不出，请写成 2017-10-01。');
    case 'month':
      return acceptMonth(value);
    case 'fen':
    case 'count':
      return acceptWhole(column, value);
    case 'grade':
      return typeof value === 'number' && value >= 1 && value <= 10
        ? ok(value)
        : wrong('残疾等级应为 1 至 10。');
    case 'decimal':
      return /^\d{1,3}(\.\d{1,2})?$/.test(String(value))
        ? ok(String(value))
        : wrong('应为数字，最多两位小数。');
    case 'bool':
      return typeof value === 'boolean' ? ok(value) : wrong('应为是或否。');
    case 'word':
      return acceptWord(column, value);
    case 'identity':
      return acceptIdentity(value);
    case 'account':
    case 'phone':
      return acceptTail(value);
    default:
      return acceptText(column, value);
  }
}

/**
 * Cells as a form sends them, checked: unknown fields, wrong values and missing required ones are refused all at
 * once (`cells_invalid`, details name the fields), so that the form can show the words beside each field.
 * `partial` is for corrections, where only the changed cells come. The village stays a name for the caller to resolve.
 */
export function acceptCells(kind: KindDef, input: Cells, partial: boolean): Cells {
  const cells: Record<string, CellValue> = {};
  const problems: RowProblem[] = [];
  for (const column of kind.columns) {
    const given = input[column.field];
    if (given === undefined && partial) continue;
    const result =
      given === undefined || given === null || given === '' ? ok(null) : acceptValue(column, given);
    if ('wrong' in result) problems.push({ field: column.field, code: 'value', reason: result.wrong });
    else if (result.value === null && column.required)
      problems.push({ field: column.field, code: 'required_empty', reason: `请填写「${column.header}」。` });
    else cells[column.field] = result.value;
  }
  for (const field of Object.keys(input))
    if (!kind.columns.some((column) => column.field === field))
      problems.push({ field, code: 'unknown_field', reason: '没有这一栏。' });
  refuseProblems(problems);
  if (!partial) checkWhole(kind, cells);
  return cells;
}

function refuseProblems(problems: readonly RowProblem[]): void {
  if (problems.length > 0) refuse('cells_invalid', `有 ${problems.length} 处要改正。`, { problems });
}

/** The rules over several cells of one record: an end not before its beginning. Refuses `cells_invalid`. */
export function checkWhole(kind: KindDef, cells: Cells): void {
  refuseProblems(kind.checkRow?.(cells) ?? []);
}
