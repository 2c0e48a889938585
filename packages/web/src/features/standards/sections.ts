import { type Code, REGIMES } from '@shuangyong/policy';
import { type Month, parseIsoMonth } from '@shuangyong/values';
import type { components } from '../../api/schema.gen.ts';
import { LOCAL, SECTIONS } from './words.ts';

export type Rate = components['schemas']['Rate'];

const ALL = Object.values(REGIMES).flat();
const READ = new Set<string>(ALL.flatMap(({ reads }) => reads));

// Shares only split an amount that is known by other tables: without them nothing is unknown.
const SECONDARY: ReadonlySet<string> = new Set(['fund.share']);

/** Whether some benefit asks this table in a month; tables that nothing computes with are never missed. */
export function isAsked(code: string, month: Month): boolean {
  return ALL.some(({ from, to, reads }) => from <= month && month <= to && reads.some((one) => one === code));
}

/** One table as it stands in a month. */
export interface RateTable {
  readonly code: Code;
  readonly rates: readonly Rate[];
}

export interface RateSection {
  readonly title: string;
  readonly tables: readonly RateTable[];
}

function isShown(code: string, rates: readonly Rate[], month: Month): boolean {
  const isTold = rates.some(({ amount }) => amount !== null);
  if (rates.length === 0 || (SECONDARY.has(code) && !isTold)) return false;
  return isAsked(code, month) || (!READ.has(code) && isTold);
}

/** The rates of a month under the benefits' names; tables that the law of the month does not know are left out. */
export function sectionsOf(rates: readonly Rate[], monthText: string): readonly RateSection[] {
  const month = parseIsoMonth(monthText) ?? (0 as Month);
  return SECTIONS.map(({ title, codes }) => ({
    title,
    tables: codes
      .map((code) => ({ code, rates: rates.filter((rate) => rate.code === code) }))
      .filter((table) => isShown(table.code, table.rates, month)),
  })).filter(({ tables }) => tables.length > 0);
}

export interface Lacking {
  readonly code: Code;
  /** Keys without an amount; empty when the whole table is not at hand. */
  readonly keys: readonly string[];
  /** To be told by the county itself. */
  readonly isLocal: boolean;
}

/** What the law of the month asks for and no source tells. */
export function lackingOf(sections: readonly RateSection[]): readonly Lacking[] {
  return sections
    .flatMap(({ tables }) => tables)
    .filter(({ code }) => READ.has(code) && !SECONDARY.has(code))
    .map(({ code, rates }) => ({ code, rates: rates.filter(({ amount }) => amount === null) }))
    .filter(({ rates }) => rates.length > 0)
    .map(({ code, rates }) => ({
      code,
      keys: rates.map(({ key }) => key).filter((key) => key !== '' && key !== '-'),
      isLocal: LOCAL.has(code),
    }));
}

/** Where amounts come from, each document and article once. */
export function sourcesOf(rates: readonly Rate[]): readonly Rate[] {
  const byName = new Map<string, Rate>();
  for (const rate of rates) {
    if (rate.source === null) continue;
    const { region, from, to, status, article, derivation, source } = rate;
    const name = [region, from, to, status, article, derivation, source.id].join(' ');
    if (!byName.has(name)) byName.set(name, rate);
  }
  return [...byName.values()];
}
