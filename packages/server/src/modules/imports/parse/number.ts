import { parseChineseNumeral, parseYuan } from '@shuangyong/values';
import type { ColumnDef } from '../../../platform/contract/kind.ts';
import type { Cell } from '../../../platform/workbook/index.ts';
import { halfWidth } from './clean.ts';
import { type CellParser, problem } from './parsed.ts';

const LARGEST_COUNT = 2_147_483_647;
const MEASURE = /(?:余)?[人户名次份件页块幅期个条年处场套张面辆天位口元]?(?:年度|人次|平方米)?$/;

function numeral(cell: Cell): string {
  return halfWidth(cell.text).replace(/^[−–—－]/, '-');
}

/** Yuan into fen: at most two decimals, 1,234.50, ¥ and 元 allowed. */
export function moneyParser(column: ColumnDef): CellParser {
  return (cell) => {
    const text = cell.type === 'number' || cell.type === 'text' ? numeral(cell) : '?';
    const amount = parseYuan(text);
    if (amount === undefined)
      return problem('money_format', `「${cell.text.trim()}」不是金额。请写数字，最多两位小数，如 505.00。`);
    if (amount < 0 && !column.mayBeNegative)
      return problem('money_negative', `「${column.header}」不能是负数。扣回请记在「发放记录」。`);
    return amount;
  };
}

function wholeNumber(text: string): number | undefined {
  const bare = /^\d{1,3}(,\d{3})+(?!\d)/.test(text) ? text.replaceAll(',', '') : text;
  const match = /^([+-]?\d{1,15})(?:\.0+)?(.*)$/.exec(bare);
  // 三十余人 is no count any more than 15余人.
  if (!match) return /[余多几]/.test(bare) ? undefined : parseChineseNumeral(bare.replace(MEASURE, ''));
  return MEASURE.exec(match[2] ?? '')?.[0] === match[2] && !match[2]?.startsWith('余')
    ? Number(match[1])
    : undefined;
}

/** A whole number of people, pages, …; a measure word after it (15人) is allowed. */
export function countParser(column: ColumnDef): CellParser {
  const isYear = column.field.endsWith('year');
  return (cell) => {
    const value = cell.type === 'number' || cell.type === 'text' ? wholeNumber(numeral(cell)) : undefined;
    if (value === undefined || value > LARGEST_COUNT)
      return problem('money_format', `「${cell.text.trim()}」不是整数。请只写数字，如 15。`);
    if (value < 0) return problem('money_negative', `「${column.header}」不能是负数。请核对后改正。`);
    if (isYear && (value < 1949 || value > 2199))
      return problem('date_invalid', `「${cell.text.trim()}」不是年度。请写成 2017 这样。`);
    return value;
  };
}

function yearsAndMonths(text: string): number | undefined {
  const match = /^(?:(\d{1,3})年)?(?:零|又)?(?:(\d{1,2})个?月)?$/.exec(text);
  if (!match || text === '') return undefined;
  return Number(match[1] ?? 0) + Number(match[2] ?? 0) / 12;
}

/** Service years and the like: 3, 3.5, 3.5年, 3年6个月. Kept to two decimals, as text. */
export const parseDecimal: CellParser = (cell) => {
  const text = cell.type === 'number' || cell.type === 'text' ? numeral(cell) : '?';
  const plain = /^(\d{1,4}(?:\.\d+)?)年?$/.exec(text);
  const value = plain ? Number(plain[1]) : yearsAndMonths(text);
  if (value !== undefined && value < 10_000) return String(Number(value.toFixed(2)));
  if (text.startsWith('-')) return problem('money_negative', '不能是负数。请核对后改正。');
  return problem('money_format', `「${cell.text.trim()}」不是数字。请写成 3 或 3.5。`);
};
