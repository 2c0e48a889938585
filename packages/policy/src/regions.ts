import type { Fund } from './codes.ts';

export const NATION = 0;

/** A county code and the regions around it, widest first: 000000, 340000, 341500, 341524. */
export function regionsAround(region: number): readonly number[] {
  const province = Math.floor(region / 10_000) * 10_000;
  const city = Math.floor(region / 100) * 100;
  return [...new Set([NATION, province, city, region])];
}

/** Who pays by default: the level that set the value. */
export function fundOf(region: number): Fund {
  if (region === NATION) return 'central';
  if (region % 10_000 === 0) return 'province';
  return region % 100 === 0 ? 'city' : 'county';
}
