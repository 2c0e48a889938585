import type { Day } from '@shuangyong/values';

export interface Served {
  /** 服役年限, if stated: goes before the days. */
  readonly years?: number | null;
  readonly enlistedOn?: Day | null;
  readonly leftOn?: Day | null;
}

/**
 * Half-years of service, 0 if not stated. Stated years count to the next half (3.5 → 7, 3.2 → 7); from two days,
 * whole years by the calendar and the part left over as one half-year up to six months and two beyond, so that
 * 1983-11-01 … 1987-01-10 is 7 half-years: 4 years where a part counts whole, 3.5 where halves count.
 */
export function halfYearsServed({ years, enlistedOn, leftOn }: Served): number {
  if (years !== null && years !== undefined) return years > 0 ? Math.ceil(years * 2) : 0;
  if (!enlistedOn || !leftOn || leftOn <= enlistedOn) return 0;
  const months = wholeMonths(enlistedOn, leftOn);
  const isExact = Number(leftOn.slice(8)) === Number(enlistedOn.slice(8));
  const rest = months % 12;
  const halves = rest === 0 && isExact ? 0 : rest < 6 || (rest === 6 && isExact) ? 1 : 2;
  return Math.floor(months / 12) * 2 + halves;
}

function wholeMonths(from: Day, to: Day): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}
