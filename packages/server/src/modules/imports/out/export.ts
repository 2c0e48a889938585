import { type Fen, type Month, monthText, yuanText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import type { Cells, CellValue, ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import { type DbRow, decodeCells } from '../../../platform/records/codec.ts';
import type { WriteColumn, WriteSheet, WriteValue } from '../../../platform/workbook/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Division } from '../../divisions/index.ts';
import { EVIDENCE_COLUMN, unitSheet } from '../plan/index.ts';
import { columnKind } from './template.ts';

export interface ExportOptions {
  /** Sensitive cells as they are; the caller has a reason and logs it. Otherwise they are masked. */
  readonly full: boolean;
}

const ROWS_AT_ONCE = 2_000;

/** Columns of the file nobody knew are kept as notes and go out under their own headers. */
async function noteHeaders(db: Db, place: Division, kind: KindDef): Promise<string[]> {
  const { rows } = await sql<{ header: string }>`select distinct jsonb_object_keys(notes) as header
    from ${sql.table(kind.table)} where county_id = ${place.countyId} and division_id = ${place.id}
      and voided_at is null and notes is not null order by 1`.execute(db);
  const own = new Set([...kind.columns.map((column) => column.header), EVIDENCE_COLUMN.header]);
  return rows.map(({ header }) => header).filter((header) => !own.has(header));
}

/** In the order of their making, so that equal rows keep their order. */
async function* recordsOf(db: Db, place: Division, kind: KindDef): AsyncGenerator<DbRow> {
  const hasVillage = kind.columns.some((column) => column.type === 'village');
  const village = hasVillage
    ? sql`(select v.name from village v where v.county_id = t.county_id and v.id = t.village_id)`
    : sql`null`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<DbRow & { id: string }>`select t.*, ${village} as village_name
      from ${sql.table(kind.table)} t where t.county_id = ${place.countyId} and t.division_id = ${place.id}
        and t.voided_at is null and t.id > ${after} order by t.id limit ${ROWS_AT_ONCE}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = last.id;
  }
}

type Notes = Readonly<Record<string, string>>;

function written(column: ColumnDef, value: CellValue, row: DbRow, notes: Notes): WriteValue {
  if (value === null) return null;
  if (column.type === 'village') return row.village_name as string | null;
  if (column.type === 'month') return monthText(value as Month);
  if (column.type === 'fen') return yuanText(value as Fen);
  // A word nobody knew was kept beside 其他; it goes out as it came.
  return column.type === 'word' && value === '其他' ? (notes[column.header] ?? value) : value;
}

function rowOf(kind: KindDef, row: DbRow, cells: Cells, extra: readonly string[]): WriteValue[] {
  const notes = (row.notes ?? {}) as Notes;
  return [
    ...kind.columns.map((column) => written(column, cells[column.field] ?? null, row, notes)),
    row.evidence_ref as string | null,
    ...extra.map((header) => notes[header] ?? null),
  ];
}

async function sheetOf(
  db: Db,
  ctx: Ctx,
  place: Division,
  kind: KindDef,
  { full }: ExportOptions,
): Promise<WriteSheet> {
  const extra = await noteHeaders(db, place, kind);
  const columns: WriteColumn[] = [
    ...kind.columns.map((column) => ({ header: column.header, kind: columnKind(column) })),
    { header: EVIDENCE_COLUMN.header },
    ...extra.map((header) => ({ header })),
  ];
  async function* rows(): AsyncGenerator<WriteValue[]> {
    for await (const row of recordsOf(db, place, kind))
      yield rowOf(kind, row, decodeCells(kind, row, ctx.keys, full), extra);
  }
  return { name: kind.sheet, columns, rows: rows() };
}

async function unitOf(db: Db, place: Division, year: number): Promise<WriteSheet> {
  const { rows } = await sql<{ parent: string | null; population: number | null; villages: number | null }>`
    select parent_name as parent, population, village_count as villages from division_year
    where county_id = ${place.countyId} and division_id = ${place.id} and year = ${year}`.execute(db);
  const facts = rows[0];
  const row = [place.code, place.name, facts?.parent, year, facts?.population, facts?.villages];
  const columns = unitSheet.columns.map((column) => ({ header: column.header, kind: columnKind(column) }));
  return { name: unitSheet.sheet, columns, rows: [row] };
}

/**
 * A township's records as a workbook of the contract: imported again it changes nothing. Rows are read while they
 * are written; use it inside one snapshot.
 */
export async function exportSheets(
  db: Db,
  ctx: Ctx,
  place: Division,
  year: number,
  kinds: readonly KindDef[],
  options: ExportOptions,
): Promise<readonly WriteSheet[]> {
  const sheets = [await unitOf(db, place, year)];
  for (const kind of kinds) sheets.push(await sheetOf(db, ctx, place, kind, options));
  return sheets;
}

/** Every export stands in the log: who took which township's ledgers, whether with whole numbers, and why. */
export function noteExport(
  tx: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionId: string },
  detail: { readonly full: boolean; readonly kinds: number; readonly reason: string | null },
): Promise<void> {
  const { countyId, divisionId } = place;
  return recordEvent(tx, ctx, { countyId, divisionId, action: 'export.workbook', detail });
}
