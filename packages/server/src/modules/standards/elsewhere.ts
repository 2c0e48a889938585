import { refuse } from '../../kernel/refusal.ts';
import type { LocalPackage } from './files.ts';

const COUNTY_DIGITS = 6;
const isWithin = (code: string, region: string) => code.startsWith(region.replace(/(00)+$/, ''));

/** Refuses `region_elsewhere`: nothing in the package could ever count at the place or below it. */
export function refuseElsewhere({ tables }: LocalPackage, place: { readonly code: string }): void {
  const here = place.code.slice(0, COUNTY_DIGITS);
  const regions = [...new Set(tables.flatMap(({ values }) => values.map(({ region }) => region)))];
  if (regions.length === 0 || regions.some((region) => isWithin(here, region) || isWithin(region, here)))
    return;
  refuse(
    'region_elsewhere',
    `标准包里的地区是 ${regions.slice(0, 5).join('、')}，和本单位 ${here} 没有关系。请核对 region，或换到那个单位录入。`,
  );
}
