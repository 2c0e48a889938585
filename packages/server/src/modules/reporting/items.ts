import type { Db } from '../../kernel/db.ts';
import { type FigureItem, type FigureScope, figureItems } from '../indicators/index.ts';
import type { Catalogue } from './figures.ts';
import { noteRecords, noteRows } from './notes.ts';

/** A record of a frozen set: which one, in which version, and what it brings. */
export interface FrozenItem {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly contribution: string;
}

const ALL = 1_000_000;

export function frozenItem({ kind, id, version, contribution, denominator }: FigureItem): FrozenItem {
  const below = denominator === null ? '' : `/${denominator}`;
  return { kind, id, version, contribution: `${contribution}${below}` };
}

/** The records a number of the closing counts, as a set that can be frozen. */
async function noteItems(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
  code: string,
): Promise<FrozenItem[]> {
  const rows = noteRows(code, scope, catalogue.kinds);
  if (!rows) return [];
  const records = await noteRecords(db, rows, 0, ALL);
  return records.map(({ kind, id }) => ({ kind, id, version: 0, contribution: '1' }));
}

/** The records behind some figures as they stand now, by code. */
export async function itemsBehind(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
  codes: readonly string[],
  traced?: ReadonlyMap<string, readonly FigureItem[]>,
): Promise<ReadonlyMap<string, readonly FrozenItem[]>> {
  const asked = new Set(codes);
  const own = catalogue.indicators.filter(({ code }) => asked.has(code));
  const items = traced ?? (await figureItems(db, scope, own));
  const all = new Map<string, readonly FrozenItem[]>();
  for (const code of asked) {
    const isNote = code.startsWith('X.');
    all.set(
      code,
      isNote ? await noteItems(db, scope, catalogue, code) : (items.get(code) ?? []).map(frozenItem),
    );
  }
  return all;
}
