import type { Month } from '@shuangyong/values';
import type { Code } from './codes.ts';
import type { Settings } from './dated-settings.ts';
import { regionsAround } from './regions.ts';
import type { Entry, Tables } from './tables.ts';
import type { Cell, CellAnswer, LawAt } from './types.ts';

/** The law of one place in one month. */
export function makeLawAt(tables: Tables, settings: Settings, region: number, at: Month): LawAt {
  const around = regionsAround(region);
  const inForce = (code: Code, key: string, where: number) =>
    tables.of(code, key, where).find((entry) => entry.from <= at && at <= entry.to);
  return {
    month: at,
    region,
    cell: (code, key) =>
      answerOf(
        code,
        firstOf([...around].reverse(), (where) => inForce(code, key, where)),
      ),
    addends: (code, key) =>
      around.flatMap((where) => {
        const entry = inForce(code, key, where);
        return entry?.kind === 'cell' ? [entry.cell] : [];
      }),
    lastBefore: (code, key) => lastBefore(tables, around, code, key, at),
    incrementsSince: (code, base) => incrementsSince(tables, around, code, base, at),
    setting: (name) => settings.valueOf(name, around, at),
  };
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function answerOf(code: Code, entry: Entry | undefined): CellAnswer {
  if (entry?.kind === 'cell') return { kind: 'cell', cell: entry.cell };
  if (entry?.kind === 'absent') return { kind: 'absent', source: entry.source, article: entry.article };
  return { kind: 'missing', code };
}

function lastBefore(
  tables: Tables,
  around: readonly number[],
  code: Code,
  key: string,
  at: Month,
): Cell | undefined {
  return firstOf([...around].reverse(), (where) =>
    tables
      .of(code, key, where)
      .flatMap((entry) => (entry.kind === 'cell' && entry.to < at ? [entry.cell] : []))
      .at(-1),
  );
}

/** Steps after the first month of a base, if they are known without a gap from its last month up to this one. */
function incrementsSince(
  tables: Tables,
  around: readonly number[],
  code: Code,
  base: Cell,
  at: Month,
): readonly Cell[] | undefined {
  const steps = around
    .flatMap((where) => tables.of(code, '-', where))
    .flatMap((entry) => (entry.kind === 'cell' ? [entry.cell] : []))
    .filter(({ from }) => from > base.from && from <= at)
    .sort((a, b) => a.from - b.from);
  let known: number = base.to;
  for (const { from, to } of steps) {
    if (from > known + 1) return undefined;
    known = Math.max(known, to);
  }
  return known >= at ? steps : undefined;
}

/** Months in which a table read by a benefit, or the setting of a name, changes at a place. */
export function turnsOf(
  tables: Tables,
  settings: Settings,
  reads: readonly Code[],
  region: number,
): readonly Month[] {
  const around = regionsAround(region);
  const ofTables = reads.flatMap((code) => around.flatMap((where) => tables.turns(code, where)));
  const ofSettings = around.flatMap((where) =>
    (['rounding', 'partYear', 'conscript.month'] as const).flatMap((name) => settings.turns(name, where)),
  );
  return [...ofTables, ...ofSettings];
}
