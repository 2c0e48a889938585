import { addDays, daysBetween, parseIsoDay } from '@shuangyong/values';
import type { Notice } from './data.ts';

/** The last day of a list that hangs for so many days, the first one counted. Empty for a day that cannot be read. */
export function lastDay(from: string, days: number): string {
  const on = parseIsoDay(from);
  return on === undefined ? '' : addDays(on, days - 1);
}

/** How many days lie between two, both counted; undefined when one cannot be read. */
export function daysFrom(from: string, to: string): number | undefined {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  return first === undefined || last === undefined ? undefined : daysBetween(first, last) + 1;
}

/** 公示中, 期满, or what is still open about it. */
export function noticeState(
  { fromDay, toDay, objections, voidReason }: Pick<Notice, 'fromDay' | 'toDay' | 'objections' | 'voidReason'>,
  today: string,
): string {
  if (voidReason !== null) return '已作废';
  const open = objections.filter(({ outcome }) => outcome === null).length;
  if (open > 0) return `异议待处理 ${open}`;
  if (today < fromDay) return '未开始';
  if (today <= toDay) return '公示中';
  return objections.length > 0 ? '期满，异议已处理' : '期满无异议';
}
