import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { isEvidenced } from '../../platform/records/proof.ts';
import type { FigureScope } from '../indicators/index.ts';
import type { ClosingNotes } from './text/index.ts';

/** One record behind a number of the closing. */
export interface NoteRecord {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
}

function inScope(scope: FigureScope, alias: string): RawBuilder<boolean> {
  const t = sql.ref(alias);
  return sql`${t}.county_id = ${scope.countyId} and ${t}.division_id = any(${scope.divisionIds}) and ${t}.voided_at is null`;
}

/** Ledgers whose rows want a paper: those with a day of their own, papers apart. */
function proving(kinds: readonly KindDef[]): readonly KindDef[] {
  return kinds.filter((kind) => kind.dateField !== undefined && kind.kind !== 'paper');
}

const LABELS: Readonly<Record<string, RawBuilder<string>>> = {
  paidLine: sql`r.name || ' ' || r.item`,
  conscriptAllowance: sql`r.soldier_name || ' 优待金'`,
  meeting: sql`r.topic`,
  fundEntry: sql`r.purpose`,
  publicity: sql`r.publicity_type || coalesce(' ' || r.place, '')`,
  activity: sql`r.title`,
  visit: sql`r.name || ' ' || r.mode`,
  aidCase: sql`r.name || ' ' || r.appeal`,
  benefitRecord: sql`r.name || ' ' || r.benefit_type`,
};

function unproved(kind: KindDef, scope: FigureScope): RawBuilder<unknown> {
  const day = sql.ref(`r.${kind.dateField}`);
  return sql`select ${kind.kind} as kind, r.id, ${LABELS[kind.kind] ?? sql`''`} as label, ${day} as day
    from ${sql.table(kind.table)} r where ${inScope(scope, 'r')} and ${day} between ${scope.from}::date and ${scope.to}::date
      and not ${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)}`;
}

function overdue(scope: FigureScope): RawBuilder<unknown> {
  return sql`select 'meeting' as kind, r.id, r.resolution as label, r.due_on as day from meeting r
    where ${inScope(scope, 'r')} and r.held_on between ${scope.from}::date and ${scope.to}::date
      and r.resolution is not null and r.due_on <= ${scope.to}::date and (r.done_on is null or r.done_on > ${scope.to}::date)`;
}

function openDifficulties(scope: FigureScope): RawBuilder<unknown> {
  return sql`select 'aidCase' as kind, r.id, r.name || ' ' || r.appeal as label, r.opened_on as day from aid_case r
    where ${inScope(scope, 'r')} and r.opened_on <= ${scope.to}::date
      and (r.closed_on is null or r.closed_on > ${scope.to}::date)`;
}

function villages(scope: FigureScope): RawBuilder<unknown> {
  return sql`select 'village' as kind, r.id, r.name as label, null::date as day from village r where ${inScope(scope, 'r')}`;
}

function broadcasting(scope: FigureScope): RawBuilder<unknown> {
  return sql`select 'village' as kind, r.id, r.name as label, null::date as day from village r where ${inScope(scope, 'r')}
    and exists (select 1 from publicity p where p.county_id = r.county_id and p.village_id = r.id and p.voided_at is null
      and p.publicity_type = '广播' and p.placed_on between ${scope.from}::date and ${scope.to}::date)`;
}

function union(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(parts, sql` union all `);
}

/** The records that one number of the closing (`X.…`) counts; undefined for a code it does not have. */
export function noteRows(
  code: string,
  scope: FigureScope,
  kinds: readonly KindDef[],
): RawBuilder<unknown> | undefined {
  if (code === 'X.unevidenced') return union(proving(kinds).map((kind) => unproved(kind, scope)));
  if (code === 'X.overdue') return overdue(scope);
  if (code === 'X.difficulties') return openDifficulties(scope);
  if (code === 'X.villages') return villages(scope);
  if (code === 'X.broadcast') return broadcasting(scope);
  return undefined;
}

async function count(db: Db, rows: RawBuilder<unknown> | undefined): Promise<number> {
  if (!rows) return 0;
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from (${rows}) x`.execute(db);
  return Number(counted[0]?.n ?? 0);
}

/** A page of the records behind a number of the closing, newest first. */
export async function noteRecords(
  db: Db,
  rows: RawBuilder<unknown>,
  offset: number,
  limit: number,
): Promise<NoteRecord[]> {
  const page = sql<NoteRecord>`select * from (${rows}) x order by day desc nulls last, label, id offset ${offset} limit ${limit}`;
  return (await page.execute(db)).rows;
}

async function missingSheets(db: Db, scope: FigureScope, kinds: readonly KindDef[]): Promise<string[]> {
  const checks = proving(kinds).map(
    (kind) => sql`select ${kind.sheet} as sheet where not exists (select 1 from ${sql.table(kind.table)} r
      where ${inScope(scope, 'r')} and ${sql.ref(`r.${kind.dateField}`)} between ${scope.from}::date and ${scope.to}::date)`,
  );
  const { rows } = await sql<{ sheet: string }>`${union(checks)}`.execute(db);
  return rows.map((row) => row.sheet);
}

/** The ledgers that hold nothing of the year, as what stands behind their number. */
export async function missingLedgers(
  db: Db,
  scope: FigureScope,
  kinds: readonly KindDef[],
): Promise<NoteRecord[]> {
  const sheets = await missingSheets(db, scope, kinds);
  return sheets.map((sheet) => ({ kind: 'sheet', id: sheet, label: `「${sheet}」`, day: null }));
}

/** What is still open at the year's end: where the shortcomings and next steps of the closing come from. */
export async function closingNotes(
  db: Db,
  scope: FigureScope,
  kinds: readonly KindDef[],
): Promise<ClosingNotes> {
  const of = (code: string) => count(db, noteRows(code, scope, kinds));
  return {
    unevidencedRecords: await of('X.unevidenced'),
    overdueResolutions: await of('X.overdue'),
    openDifficulties: await of('X.difficulties'),
    missingSheets: await missingSheets(db, scope, kinds),
    villages: await of('X.villages'),
    broadcastVillages: await of('X.broadcast'),
  };
}
