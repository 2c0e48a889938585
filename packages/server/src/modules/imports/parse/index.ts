import type { Day } from '@shuangyong/values';
import type { ColumnDef } from '../../../platform/contract/kind.ts';
import { halfWidth } from './clean.ts';
import { dayParser, monthParser } from './day.ts';
import { countParser, moneyParser, parseDecimal } from './number.ts';
import { type CellParser, CLEAR, type Parsed, problem } from './parsed.ts';
import { identityParser, parseAccount, parseName, parsePhone, parseText, parseVillage } from './text.ts';
import { booleanParser, parseGrade, wordParser } from './words.ts';

export * from './clean.ts';
export * from './parsed.ts';
export { parseText } from './text.ts';

/** What reading depends on besides the cell. */
export interface ReadingContext {
  /** Nobody is born after it. */
  readonly today: Day;
  /** Months to add: 发至年月 names the last month due, the record keeps the first that is not. */
  readonly shiftMonths?: number;
  /** Spellings the township taught us for this column. */
  readonly learned?: Readonly<Record<string, string>>;
}

/** Offices know these days by the month; it stands as its first day. */
const MONTH_WILL_DO = new Set(['enlisted_on', 'discharged_on', 'approved_on']);
const NAMES = new Set(['name', 'soldier_name', 'payee_name']);
/** Kinds of text in which a dash or stroke is something written, not an empty cell. */
const WRITTEN = new Set(['text', 'phone']);

function ownParser(column: ColumnDef, context: ReadingContext): CellParser {
  switch (column.type) {
    case 'text':
      return NAMES.has(column.field) ? parseName : parseText;
    case 'day':
      return dayParser(MONTH_WILL_DO.has(column.field));
    case 'month':
      return monthParser(context.shiftMonths ?? 0);
    case 'fen':
      return moneyParser(column);
    case 'count':
      return countParser(column);
    case 'decimal':
      return parseDecimal;
    case 'bool':
      return booleanParser(column);
    case 'word':
      return wordParser(column, column.words ?? { words: [], aliases: {} }, context.learned ?? {});
    case 'grade':
      return parseGrade;
    case 'village':
      return parseVillage;
    case 'identity':
      return identityParser(context.today);
    case 'account':
      return parseAccount;
    case 'phone':
      return parsePhone;
  }
}

/** Cells repeat down a column; what one text means is worked out once. Bounded, so that memory stays flat. */
const REMEMBERED = 4_096;
const REPEATING = new Set(['day', 'month', 'fen', 'count', 'decimal', 'bool', 'word', 'grade', 'village']);

function remembering(parse: CellParser): CellParser {
  const texts = new Map<string, Parsed>();
  const others = new Map<string, Parsed>();
  return (cell) => {
    const isText = cell.type === 'text';
    const known = isText ? texts : others;
    const key = isText ? cell.text : cell.type + cell.text;
    const found = known.get(key);
    if (found !== undefined) return found;
    const parsed = parse(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, parsed);
    return parsed;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: unseen characters do not fill a cell
const BLANK = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*$/;
const EMPTY_MARK = /^(?:\/|\\|-{1,3}|—{1,3}|－|–|至今)$/;

function isEmptyMark(column: ColumnDef, text: string): boolean {
  return text.length <= 3 && !WRITTEN.has(column.type) && EMPTY_MARK.test(text.trim());
}

/** The reader of one column's cells: every refusal of the contract that a single cell can earn. */
export function cellParser(column: ColumnDef, context: ReadingContext): CellParser {
  const own = ownParser(column, context);
  const read = REPEATING.has(column.type) ? remembering(own) : own;
  return (cell) => {
    if (cell.type === 'error')
      return problem('error_cell', `单元格里是错误值 ${cell.text}。请改成正确的内容再导入。`);
    if (cell.type === 'formulaNoValue')
      return problem(
        'formula_no_value',
        '这一格是没有算出结果的公式。请用 Excel 打开、保存一次，或改成数值。',
      );
    const text = cell.text;
    if (text.length <= 8 && BLANK.test(text)) return null;
    if (text.length <= 6 && text.includes('清') && halfWidth(text) === '清空') return CLEAR;
    return isEmptyMark(column, text) ? null : read(cell);
  };
}
