import { sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import { cellColumns, type DbRow, encodeCells, ownColumns } from './codec.ts';
import { rowKey } from './row-key.ts';

export interface RecordAddress {
  readonly countyId: number;
  readonly id: string;
}

/** Why a record changes, and the paper that says so. */
export interface ChangeReason {
  readonly reason: string;
  readonly paperId?: string | undefined;
}

const KEPT_COLUMNS = [
  'evidence_ref',
  'notes',
  'row_key',
  'origin',
  'import_id',
  'source_sheet',
  'source_row',
];

function bytesAsBase64(row: DbRow): DbRow {
  const text = (value: unknown) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]));
}

/** A value of a before-image back to what the column takes. */
export function fromHistory(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return Buffer.from(String(value.base64), 'base64');
}

async function lockRow(db: Db, kind: KindDef, at: RecordAddress): Promise<DbRow> {
  const { rows } = await sql<DbRow>`select * from ${sql.table(kind.table)}
    where county_id = ${at.countyId} and id = ${at.id} for update`.execute(db);
  return rows[0] ?? raiseNotFound();
}

function raiseNotFound(): never {
  throw new NotFound();
}

/** Keeps the row as it is before it changes: insert-only, sealed cells stay sealed. */
async function keepHistory(db: Db, ctx: Ctx, kind: KindDef, row: DbRow, why: ChangeReason): Promise<void> {
  const names = [...cellColumns(kind), ...KEPT_COLUMNS, ...(kind.person ? ['person_id', 'person_link'] : [])];
  const cells = bytesAsBase64(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  await db
    .insertInto('record_history')
    .values({
      county_id: row.county_id as number,
      record_kind: kind.kind,
      record_id: row.id as string,
      version: row.version as number,
      division_id: row.division_id as string,
      cells: JSON.stringify(cells),
      recorded_at: row.recorded_at as string,
      recorded_by: row.recorded_by as string,
      superseded_at: new Date(ctx.now).toISOString(),
      superseded_by: ctx.actor.name,
      reason: why.reason,
      paper_id: why.paperId ?? null,
    })
    .execute();
}

async function update(db: Db, kind: KindDef, at: RecordAddress, values: DbRow): Promise<void> {
  const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(kind.table)} set ${sql.join(sets)}
    where county_id = ${at.countyId} and id = ${at.id}`.execute(db);
}

function stamp(ctx: Ctx): DbRow {
  return { recorded_at: new Date(ctx.now).toISOString(), recorded_by: ctx.actor.name };
}

/** The row, unless a record that stands has the key already. Answers it as the table keeps it. */
async function insertRow(db: Db, kind: KindDef, row: DbRow): Promise<DbRow | undefined> {
  const names = Object.keys(row);
  const { rows } =
    await sql<DbRow>`insert into ${sql.table(kind.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(names.map((name) => row[name]))})
    on conflict (county_id, division_id, row_key) where voided_at is null do nothing
    returning ${sql.join(ownColumns(kind).map((name) => sql.ref(name)))} ${kept}`.execute(db);
  return rows[0];
}

/**
 * Enters one record from the screen and answers its row. `cells` are already checked. The same record a second time
 * is another one: it takes the first occurrence nobody holds.
 */
export async function enterRecord(
  db: Db,
  ctx: Ctx,
  kind: KindDef,
  place: { readonly countyId: number; readonly divisionId: string },
  cells: Cells,
  links: DbRow = {},
): Promise<DbRow> {
  const row: DbRow = {
    county_id: place.countyId,
    id: newId(),
    division_id: place.divisionId,
    ...encodeCells(kind, cells, ctx.keys),
    ...links,
    origin: 'screen',
    ...stamp(ctx),
  };
  for (let occurrence = 1; ; occurrence += 1) {
    const entered = await insertRow(db, kind, { ...row, row_key: rowKey(kind, cells, occurrence, ctx.keys) });
    if (entered) return entered;
  }
}

/** As {@link enterRecord}, for who needs no more than the number. */
export async function insertRecord(...record: Parameters<typeof enterRecord>): Promise<Id> {
  return (await enterRecord(...record)).id as Id;
}

/**
 * Changes cells of a record and keeps the old row. Refuses `changed_meanwhile` when somebody changed it since
 * `version`, `voided` when it no longer stands. The row key stays: the record is still the same one.
 */
export async function changeRecord(
  db: Db,
  ctx: Ctx,
  kind: KindDef,
  at: RecordAddress,
  version: number,
  cells: Cells,
  why: ChangeReason,
): Promise<void> {
  const row = await lockRow(db, kind, at);
  if (row.voided_at !== null) refuse('voided', '这条记录已作废，不能更正。要用它，请先恢复。');
  if (row.version !== version)
    refuse('changed_meanwhile', '这条刚才有人改过。您的改动还在，请对照后再存。', { version: row.version });
  await keepHistory(db, ctx, kind, row, why);
  await update(db, kind, at, { ...encodeCells(kind, cells, ctx.keys), version: version + 1, ...stamp(ctx) });
}

/** Takes a record out of every figure without deleting it. Refuses `changed_meanwhile` and `voided`. */
export async function voidRecord(
  db: Db,
  ctx: Ctx,
  kind: KindDef,
  at: RecordAddress,
  version: number,
  reason: string,
): Promise<void> {
  const row = await lockRow(db, kind, at);
  if (row.voided_at !== null) refuse('voided', '这条记录已经作废。');
  if (row.version !== version) refuse('changed_meanwhile', '这条刚才有人改过，请看过再作废。');
  await update(db, kind, at, {
    voided_at: new Date(ctx.now).toISOString(),
    voided_by: ctx.actor.name,
    void_reason: reason,
  });
}

/** Puts a void record back. Refuses `row_exists` when the same record was entered anew meanwhile. */
export async function restoreRecord(db: Db, kind: KindDef, at: RecordAddress): Promise<void> {
  const row = await lockRow(db, kind, at);
  if (row.voided_at === null) refuse('not_voided', '这条记录没有作废，不用恢复。');
  const twin = await sql`select 1 from ${sql.table(kind.table)} where county_id = ${at.countyId}
    and division_id = ${row.division_id} and row_key = ${row.row_key} and voided_at is null`.execute(db);
  if (twin.rows.length > 0) refuse('row_exists', '同一条记录已重新录入，不能再恢复这一条。');
  await update(db, kind, at, { voided_at: null, voided_by: null, void_reason: null });
}
