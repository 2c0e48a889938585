import { type Day, day, parseIsoDay } from '@shuangyong/values';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import type { Search } from './search.ts';

/** Which town, year and day a page speaks about. */
export interface Scope {
  readonly division: string;
  readonly divisionName: string;
  readonly year: number;
  readonly asOf: Day;
  /** Whether 截至 was chosen by hand rather than following from the year. */
  readonly asOfChosen: boolean;
}

/** The years on offer, newest first: those with records and that of today. */
export function yearsOf(session: Pick<Session, 'years' | 'today'>): readonly number[] {
  const years = new Set([...session.years, Number(session.today.slice(0, 4))]);
  return [...years].sort((a, b) => b - a);
}

/** The year shown when the address names none: the newest with records, else that of today. */
export function defaultYear(session: Pick<Session, 'years' | 'today'>): number {
  const withRecords = [...session.years].sort((a, b) => b - a);
  return withRecords[0] ?? Number(session.today.slice(0, 4));
}

/** 截至 is today, or the last day of a year that is over (or not yet begun). */
export function defaultAsOf(year: number, today: string): Day {
  return Number(today.slice(0, 4)) === year ? day(today) : day(`${year}-12-31`);
}

export function scopeOf(session: Session, search: Search): Scope {
  const asked = Number(search.year);
  const year = Number.isInteger(asked) && asked >= 1950 && asked <= 2199 ? asked : defaultYear(session);
  const chosen = parseIsoDay(search.asOf ?? '');
  const code = search.division ?? session.division?.code ?? '';
  const named = session.divisions.find((division) => division.code === code);
  return {
    division: code,
    divisionName: named?.name ?? session.division?.name ?? '',
    year,
    asOf: chosen ?? defaultAsOf(year, session.today),
    asOfChosen: chosen !== undefined,
  };
}

/** Scope of the page from its address. */
export function useScope(): Scope {
  return scopeOf(useSession(), useSearch({ strict: false }) as Search);
}

/** Changes parts of the address and stays on the page; empty values are taken out. */
export function useSetSearch(): (changes: Search) => void {
  const navigate = useNavigate();
  return (changes) => {
    void navigate({ to: '.', search: (old: Search) => ({ ...old, ...changes }), replace: true } as never);
  };
}
