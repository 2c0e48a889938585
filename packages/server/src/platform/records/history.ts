import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import { type DbRow, decodeCells, wireCells } from './codec.ts';
import { fromHistory } from './write.ts';

export interface OldVersion {
  readonly version: number;
  readonly cells: Cells;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string;
  readonly supersededBy: string;
  readonly reason: string | null;
}

interface Raw extends Omit<OldVersion, 'cells'> {
  readonly cells: DbRow;
}

function shown(kind: KindDef, row: Raw, keys: Keys): OldVersion {
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([name, value]) => [name, fromHistory(value)]),
  );
  return { ...row, cells: wireCells(kind, decodeCells(kind, cells, keys)) };
}

/** What stood in a record before, newest first, and what is noted beside it. Sensitive cells are masked. */
export async function historyOf(db: Db, keys: Keys, kind: KindDef, countyId: number, id: string) {
  const { rows } =
    await sql<Raw>`select version, cells, recorded_at as "recordedAt", recorded_by as "recordedBy",
      superseded_at as "supersededAt", superseded_by as "supersededBy", reason
    from record_history where county_id = ${countyId} and record_kind = ${kind.kind} and record_id = ${id}
    order by version desc`.execute(db);
  const beside = await sql<DbRow>`select notes, evidence_ref, voided_at, voided_by, void_reason
    from ${sql.table(kind.table)} where county_id = ${countyId} and id = ${id}`.execute(db);
  const row = beside.rows[0] ?? {};
  const voided = row.voided_at
    ? { at: String(row.voided_at), by: String(row.voided_by), reason: String(row.void_reason) }
    : null;
  return {
    history: rows.map((old) => shown(kind, old, keys)),
    notes: (row.notes as Record<string, string> | null) ?? {},
    evidenceRef: (row.evidence_ref as string | null) ?? null,
    voided,
  };
}
