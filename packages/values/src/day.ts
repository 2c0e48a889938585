/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Sorts as text. */
export type Day = string & { readonly unit: 'day' };

/** A month as a number, year × 12 + month − 1, so that months can be counted and compared. */
export type Month = number & { readonly unit: 'month' };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** A day from its parts; undefined when there is no such day (2017-02-30) or the year is outside 1850–2199. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1850 || year > 2199) return undefined;
  if (!Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

/** Reads `YYYY-MM-DD`. Undefined when it is not a day of the calendar. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A day that must be valid: for constants and values already checked. Throws otherwise. */
export function day(text: string): Day {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}

export function monthOfDay(value: Day): Month {
  return monthOf(yearOf(value), Number(value.slice(5, 7)));
}

/** Brands year and month (1–12). Throws when the month does not exist. */
export function monthOf(year: number, month: number): Month {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`not a month: ${year}-${month}`);
  return (year * 12 + month - 1) as Month;
}

export function addMonths(value: Month, count: number): Month {
  return (value + count) as Month;
}

/** `2017-10` */
export function monthText(value: Month): string {
  return `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, '0')}`;
}

/** Reads `YYYY-MM`. Undefined when it is not a month. */
export function parseIsoMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? monthOf(Number(match[1]), month) : undefined;
}

export function firstDay(value: Month): Day {
  return `${monthText(value)}-01` as Day;
}

export function lastDay(value: Month): Day {
  const year = Math.floor(value / 12);
  const month = (value % 12) + 1;
  return `${monthText(value)}-${daysInMonth(year, month)}` as Day;
}

/** 周岁 on a day: the birthday itself counts as reached. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = yearOf(on) - yearOf(bornOn);
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(value: Day, count: number): Day {
  return new Date(Date.parse(`${value}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** `2017年10月1日`, the form of prose and print. */
export function dayProse(value: Day): string {
  return `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月${Number(value.slice(8))}日`;
}

/** The Shanghai calendar day of an instant, whatever zone the machine is set to. */
export function shanghaiDay(instantMs: number): Day {
  return new Date(instantMs + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
}

/** An instant by the clock of Asia/Shanghai, whatever the machine's is: `2018-01-05 08:30`. */
export function shanghaiMinute(instantMs: number): string {
  return new Date(instantMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
