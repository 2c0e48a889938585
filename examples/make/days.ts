/** Small reckoning on 'YYYY-MM-DD' and 'YYYY-MM' text; the sample must not lean on the code it tests. */
const two = (n: number): string => String(n).padStart(2, '0');

export function day(year: number, month: number, date: number): string {
  return `${year}-${two(month)}-${two(date)}`;
}

export function month(year: number, monthOfYear: number): string {
  return `${year}-${two(monthOfYear)}`;
}

/** The month `count` months after (or before) the month of a day or month. */
export function monthsLater(from: string, count: number): string {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count;
  return month(Math.floor(index / 12), (index % 12) + 1);
}

/** The same date `years` later; dates here never exceed the 28th, so the day always exists. */
export function yearsLater(from: string, years: number): string {
  return `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
}

/** Years between two days, a part of a year counting as one (domain rule for service years). */
export function serviceYears(enlisted: string, retired: string): number {
  const whole = Number(retired.slice(0, 4)) - Number(enlisted.slice(0, 4));
  const rest = retired.slice(5).localeCompare(enlisted.slice(5));
  return rest > 0 ? whole + 1 : whole;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}
