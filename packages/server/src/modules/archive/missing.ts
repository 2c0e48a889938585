import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../../platform/contract/kind.ts';
import { findRecord, listRecords } from '../../platform/records/list.ts';
import { papersWithoutFile, recordsOf } from './queries.ts';

interface Town {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** How many records of one ledger belong to a year, and how many of them nothing proves. */
export interface LedgerGap {
  readonly kind: string;
  readonly sheet: string;
  readonly total: number;
  readonly unproved: number;
}

/** Places and papers are what proofs are made of; they ask for none themselves. */
const NEEDS_NO_PROOF: ReadonlySet<string> = new Set(['village', 'paper']);

/** 缺件 of a year: records without proof by ledger, and papers whose file was named but not found. */
export async function missingOf(db: Db, keys: Keys, kinds: readonly KindDef[], town: Town, year: number) {
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const ledgers: LedgerGap[] = [];
  for (const kind of kinds) {
    if (NEEDS_NO_PROOF.has(kind.kind)) continue;
    const list = await listRecords(db, keys, kind, { ...town, ...days, offset: 0, limit: 0 });
    const { kind: name, sheet } = kind;
    ledgers.push({ kind: name, sheet, total: list.total, unproved: list.total - list.evidenced });
  }
  return { ledgers, files: await papersWithoutFile(db, town.countyId, town.divisionIds, days) };
}

/** A record a paper hangs on, with the words people know it by. */
export interface ProvedRecord {
  readonly kind: string;
  readonly id: string;
  readonly sheet: string;
  readonly day: string | null;
  readonly label: string;
}

const MOST_NAMED = 200;

function wordsOf(kind: KindDef): string {
  const { person, columns } = kind;
  const named = columns.find(({ field }) => ['topic', 'title', 'purpose', 'soldier_name'].includes(field));
  return (
    person?.name ??
    named?.field ??
    columns.find(({ required, type }) => required && type !== 'day')?.field ??
    ''
  );
}

/** «广播 松坪村»: what the record is, and where, when its kind has villages. */
function labelOf(kind: KindDef, cells: Cells): string {
  const where = kind.columns.some(({ type }) => type === 'village')
    ? (cells.village_id ?? cells.place)
    : null;
  return [cells[wordsOf(kind)], where].filter((part) => part !== null && part !== undefined).join(' ');
}

/** What a paper proves, in words, at most 200 records; void records are left out. */
export async function provedBy(
  db: Db,
  keys: Keys,
  kinds: readonly KindDef[],
  countyId: number,
  paperId: string,
): Promise<ProvedRecord[]> {
  const proved: ProvedRecord[] = [];
  for (const { kind: name, id } of (await recordsOf(db, countyId, paperId)).slice(0, MOST_NAMED)) {
    const kind = kinds.find((one) => one.kind === name);
    const record = kind && (await findRecord(db, keys, kind, countyId, id));
    if (!kind || !record || (await isVoid(db, kind, countyId, id))) continue;
    const day = kind.dateField ? String(record.cells[kind.dateField]) : null;
    proved.push({ kind: name, id, sheet: kind.sheet, day, label: labelOf(kind, record.cells) });
  }
  return proved;
}

async function isVoid(db: Db, kind: KindDef, countyId: number, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(kind.table)}
    where county_id = ${countyId} and id = ${id} and voided_at is not null`.execute(db);
  return rows.length > 0;
}
