import {
  type Day,
  dayOf,
  firstDay,
  type Month,
  monthOf,
  monthOfDay,
  parseChineseNumeral,
} from '@shuangyong/values';
import type { Cell } from '../../../platform/workbook/index.ts';
import { halfWidth } from './clean.ts';
import { type CellParser, type Problem, problem } from './parsed.ts';

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月份?)$/;
const COMPACT_MONTH = /^(\d{4})(\d{2})$/;
const CHINESE =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:份|([一二三四五六七八九十]{1,3})[日号]?)?$/;

const dayInvalid = (text: string): Problem =>
  problem('date_invalid', `「${text}」不是一个日期。请写成 2017-08-01 这样再导入。`);
const dayImpossible = (text: string): Problem =>
  problem('date_invalid', `没有「${text}」这一天。请以原件为准改正再导入。`);
const monthInvalid = (text: string): Problem =>
  problem('date_invalid', `「${text}」不是一个年月。请写成 2017-08 这样再导入。`);
const ambiguous = (text: string): Problem =>
  problem(
    'date_ambiguous',
    `数字 ${text} 分不清是 1 月还是 10 月。请把单元格设为文本，写成 2017-01 或 2017-10。`,
  );

/** 二〇一七年八月一日 → 2017年8月1日 */
function arabic(text: string): string {
  const match = CHINESE.exec(text);
  if (!match) return text;
  const [year, month, date] = [match[1], match[2], match[3]].map((part) => parseChineseNumeral(part ?? ''));
  return date === undefined ? `${year}年${month}月` : `${year}年${month}月${date}日`;
}

function partsOf(cell: Cell): string {
  return arabic(halfWidth(cell.text));
}

function dayFrom(match: RegExpExecArray): Day | undefined {
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function readDay(text: string): Day | 'impossible' | undefined {
  const match = DAY.exec(text) ?? COMPACT_DAY.exec(text);
  return match ? (dayFrom(match) ?? 'impossible') : undefined;
}

function readMonth(text: string): Month | 'impossible' | undefined {
  const match = MONTH.exec(text) ?? COMPACT_MONTH.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2] ?? match[3]);
  return month >= 1 && month <= 12 && year >= 1850 && year < 2200 ? monthOf(year, month) : 'impossible';
}

function isDecimalNumber(cell: Cell): boolean {
  return cell.type === 'number' && cell.text.includes('.');
}

/**
 * A day: Excel dates, 2017-08-01, 2017.8.1, 2017/8/1, 2017年8月1日, 20170801, Chinese and full-width digits. With
 * `monthWillDo` a month alone is its first day: offices know enlistment, discharge and approval by the month.
 */
export function dayParser(monthWillDo: boolean): CellParser {
  return (cell) => {
    if (isDecimalNumber(cell))
      return /^\d{4}\./.test(cell.text) ? ambiguous(cell.text) : dayInvalid(cell.text);
    const text = partsOf(cell);
    const day = readDay(text);
    if (day === 'impossible') return dayImpossible(cell.text.trim());
    if (day !== undefined) return day;
    const month = monthWillDo ? readMonth(text) : undefined;
    if (typeof month === 'number') return firstDay(month);
    return dayInvalid(cell.text.trim());
  };
}

/**
 * A month: 2017-08, 2017.8, 2017年8月, 201708 as text or number, or any day inside it. The number 2017.1 is refused:
 * it may have been 2017.10. `shift` turns the last month due into the first that is not.
 */
export function monthParser(shift: number): CellParser {
  return (cell) => {
    if (isDecimalNumber(cell))
      return /^\d{4}\./.test(cell.text) ? ambiguous(cell.text) : monthInvalid(cell.text);
    const text = partsOf(cell);
    const month = readMonth(text);
    if (typeof month === 'number') return month + shift;
    const day = readDay(text);
    if (day === 'impossible') return dayImpossible(cell.text.trim());
    return day === undefined ? monthInvalid(cell.text.trim()) : monthOfDay(day) + shift;
  };
}
