import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import type { Place } from '../http/index.ts';
import { acceptCells, checkWhole } from './accept.ts';
import { unwireCells, wireCells } from './codec.ts';
import { findRecord, type ListedRecord } from './list.ts';

/** A request about a thing that is not there, or not the caller's: the two look the same. */
export function raise(): never {
  throw new NotFound();
}

/** Townships whose records a place shows: its own, or all of its county. */
export async function townshipsOf(tx: Db, place: Place): Promise<string[]> {
  if (place.level === 'township') return [place.divisionId];
  const { rows } = await sql<{ id: string }>`select id from division
    where county_id = ${place.countyId} and level = 'township'`.execute(tx);
  return rows.map((row) => row.id);
}

export function toWire(kind: KindDef, row: ListedRecord) {
  const { divisionId: _division, pictures, ...rest } = row;
  return { ...rest, pictures: [...pictures], cells: wireCells(kind, row.cells) };
}

/** The record of that kind and number in the place. Throws NotFound. */
export async function getOwn(
  tx: Db,
  ctx: Ctx,
  place: Place,
  kind: KindDef,
  id: string,
): Promise<ListedRecord> {
  const row = await findRecord(tx, ctx.keys, kind, place.countyId, id);
  return row && (await townshipsOf(tx, place)).includes(row.divisionId) ? row : raise();
}

/** The township a record belongs to; the place it is asked from may be its county. */
export const townOf = ({ countyId }: Place, { divisionId }: ListedRecord) => ({ countyId, divisionId });

async function villageId(tx: Db, place: Place, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from village where county_id = ${place.countyId}
    and division_id = ${place.divisionId} and name = ${name} and voided_at is null`.execute(tx);
  return rows[0]?.id ?? refuse('village_unknown', `没有「${name}」这个村(社区)，请从列表中选。`);
}

async function withVillage(tx: Db, place: Place, kind: KindDef, cells: Cells): Promise<Cells> {
  const name = cells.village_id;
  if (!kind.columns.some((column) => column.type === 'village') || typeof name !== 'string') return cells;
  return { ...cells, village_id: await villageId(tx, place, name) };
}

/** Cells of a new record, checked, the village by its name. Refuses `cells_invalid` and `village_unknown`. */
export async function acceptNew(tx: Db, place: Place, kind: KindDef, cells: Cells): Promise<Cells> {
  return withVillage(tx, place, kind, acceptCells(kind, unwireCells(kind, cells), false));
}

/** Cells of a correction, checked alone and together with what stays. Refuses as {@link acceptNew}. */
export async function acceptChanged(
  tx: Db,
  place: Place,
  kind: KindDef,
  row: ListedRecord,
  cells: Cells,
): Promise<Cells> {
  const changed = acceptCells(kind, unwireCells(kind, cells), true);
  checkWhole(kind, { ...row.cells, ...changed });
  return withVillage(tx, place, kind, changed);
}
