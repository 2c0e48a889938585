import { type Month, monthOf, monthText } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { UNPAID_CATEGORIES } from '../registry/index.ts';
import { isItemOf, roleOf } from './items.ts';
import { amongPeople, lockTown } from './people.ts';
import type { RunPlace } from './post.ts';

/** From which month a right is kept in the ledger, and why from then. */
export interface RightStart {
  readonly month: Month;
  readonly basis: 'paid' | 'year' | 'named' | 'transfer';
  /** True when an earlier run has written it for the registration that counts. */
  readonly isWritten: boolean;
}

type FixedStart = Omit<RightStart, 'isWritten'>;

interface PaidThrough {
  readonly item: string;
  readonly to: Month;
}

/** What is known of the starts of some people of a township. */
export interface StartBook {
  /** Starts written already of the people asked for, by person, then kind. */
  readonly fixed: ReadonlyMap<string, ReadonlyMap<string, FixedStart>>;
  /** Everybody else of the township with a right whose start is not written; null when only some are asked for. */
  readonly open: ReadonlySet<string> | null;
  readonly paid: ReadonlyMap<string, readonly PaidThrough[]>;
  /** Last month paid by the office that a person moved in from. */
  readonly slips: ReadonlyMap<string, Month>;
  /** For rights that nothing was paid for; undefined when nobody has said where the ledger begins. */
  readonly otherwise: FixedStart | undefined;
}

/** SQL: starts that count; not those of a slip that was voided. */
export const STARTS_NOW = sql`(select s.* from right_start s where not exists (select from start_void v
  where v.county_id = s.county_id and v.person_id = s.person_id and v.kind = s.kind and v.seq = s.seq))`;

/** SQL: which start of a right the next one is. */
export const nextStart = (
  countyId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
  kind: RawBuilder<unknown>,
): RawBuilder<number> => sql`(select count(*)::int + 1 from start_void v where v.county_id = ${countyId}
  and v.person_id = ${personId} and v.kind = ${kind})`;

const APART = ['优待金', '慰问金', '其他'];
const notApart = sql`l.voided_at is null and l.item <> all(${APART})`;

function grouped<Row extends { readonly person_id: string }, Value>(
  rows: readonly Row[],
  of: (row: Row) => Value,
): Map<string, Value[]> {
  const byPerson = new Map<string, Value[]>();
  for (const row of rows) {
    const list = byPerson.get(row.person_id);
    if (list) list.push(of(row));
    else byPerson.set(row.person_id, [of(row)]);
  }
  return byPerson;
}

/** People with a right whose start no run has written, and all who are registered twice: their payments are asked for. */
async function readOpen(
  db: Db,
  { countyId, divisionId }: RunPlace,
  among: RawBuilder<boolean>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.person_id as id from spell s
    where s.county_id = ${countyId} and s.division_id = ${divisionId} and ${among} and s.voided_at is null
      and s.category <> all(${UNPAID_CATEGORIES as string[]}) and not exists (select from ${STARTS_NOW} r
        where r.county_id = s.county_id and r.person_id = s.person_id and r.kind = s.category)
    union select unnest(array[a.person_id, a.merged_into]) from person_alias a
    where a.county_id = ${countyId} and a.undone_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

async function readFixed(db: Db, countyId: number, among: RawBuilder<boolean>): Promise<StartBook['fixed']> {
  const { rows } = await sql<
    FixedStart & { person_id: string; kind: string }
  >`select person_id, kind, month, basis
    from ${STARTS_NOW} r where county_id = ${countyId} and ${among}`.execute(db);
  const fixed = new Map<string, Map<string, FixedStart>>();
  for (const { person_id, kind, month, basis } of rows) {
    const known = fixed.get(person_id) ?? new Map<string, FixedStart>();
    fixed.set(person_id, known.set(kind, { month, basis }));
  }
  return fixed;
}

/**
 * Reads what decides the starts of these people's rights; with `everybody`, of all others too, of whom only those
 * matter whose start is not written yet.
 */
export async function readStarts(
  db: Db,
  place: RunPlace,
  ids: readonly string[],
  everybody: boolean,
): Promise<StartBook> {
  const { countyId } = place;
  const asked = amongPeople(sql`s.person_id`, place, ids);
  const open = await readOpen(db, place, everybody ? sql`true` : asked);
  const { rows: paid } = await sql<{ person_id: string; item: string; to: Month }>`
    select l.person_id, l.item, max(l.to_month) as to from paid_line l
    where l.county_id = ${countyId} and ${amongPeople(sql`l.person_id`, place, open)} and ${notApart}
      and l.amount_fen > 0
    group by 1, 2`.execute(db);
  const { rows: slips } = await sql<{ person_id: string; month: Month }>`
    select person_id, max(paid_through) as month from transfer_slip
    where county_id = ${countyId} and division_id = ${place.divisionId} and direction = 'in' and state = 'accepted'
    group by 1`.execute(db);
  return {
    fixed: await readFixed(db, countyId, amongPeople(sql`person_id`, place, [...ids, ...open])),
    open: everybody ? new Set(open) : null,
    paid: grouped(paid, ({ item, to }) => ({ item, to })),
    slips: new Map(slips.map(({ person_id, month }) => [person_id, month])),
    otherwise: await otherwiseOf(db, place),
  };
}

/** The named month; else January of the year of the workbook, if payments were imported at all. */
async function otherwiseOf(db: Db, place: RunPlace): Promise<StartBook['otherwise']> {
  const named = await namedStart(db, place);
  if (named !== undefined) return { month: named, basis: 'named' };
  const { rows } = await sql<{ year: number | null }>`select
    (select coalesce((select max(y.year) from division_year y
        where y.county_id = ${place.countyId} and y.division_id = ${place.divisionId}),
      (select extract(year from min(l.paid_on))::int from paid_line l
        where l.county_id = ${place.countyId} and l.division_id = ${place.divisionId} and ${notApart})) as year)
    where exists (select from paid_line l
      where l.county_id = ${place.countyId} and l.division_id = ${place.divisionId} and ${notApart})`.execute(
    db,
  );
  const year = rows[0]?.year;
  return year == null ? undefined : { month: monthOf(year, 1), basis: 'year' };
}

/** The month written down for a township without imported payments, as said last. */
export async function namedStart(db: Db, place: RunPlace): Promise<Month | undefined> {
  const row = await db
    .selectFrom('ledger_start')
    .select('month')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.month as Month | undefined;
}

/** The last month paid for a right: payments of all rights together since it began, or of its own name. */
function paidFor(paid: readonly PaidThrough[], kind: string, begins: Month): Month | undefined {
  const months = paid.flatMap(({ item, to }) => {
    const role = roleOf(item);
    const isOwn = role === 'own' && isItemOf(item, kind);
    return isOwn || (role === 'general' && begins <= to) ? [to] : [];
  });
  return months.length === 0 ? undefined : (Math.max(...months) as Month);
}

/**
 * Where the ledger of a right begins. Of merged registrations the later start counts: what the other was paid before
 * is money twice. Refuses `no_ledger_start` when nothing tells.
 */
export function startOf(
  book: StartBook,
  ids: readonly [string, ...string[]],
  kind: string,
  begins: Month,
): RightStart {
  const isWritten = book.fixed.get(ids[0])?.has(kind) ?? false;
  const fixed = ids.flatMap((id) => book.fixed.get(id)?.get(kind) ?? []);
  if (fixed.length > 0)
    return { ...fixed.reduce((last, one) => (one.month > last.month ? one : last)), isWritten };
  // Nothing of his has changed and every start of his is written: it lies before the months asked for.
  if (book.open?.has(ids[0]) === false && !book.fixed.has(ids[0])) return SETTLED;
  const paid = paidFor(
    ids.flatMap((id) => book.paid.get(id) ?? []),
    kind,
    begins,
  );
  if (paid !== undefined) return { month: (paid + 1) as Month, basis: 'paid', isWritten };
  const slips = ids.flatMap((id) => book.slips.get(id) ?? []);
  if (slips.length > 0) return { month: (Math.max(...slips) + 1) as Month, basis: 'transfer', isWritten };
  const { otherwise } = book;
  return otherwise === undefined ? refuseUnnamed() : { ...otherwise, isWritten };
}

const SETTLED: RightStart = { month: 0 as Month, basis: 'paid', isWritten: true };

function refuseUnnamed(): never {
  return refuse(
    'no_ledger_start',
    '还没有发放记录，也没有写明首月。请先写明从哪个月起由本系统记账：在「结账」的「启用」里写，命令行用 pay start。',
  );
}

/** A start that a run posts under for the first time. */
export interface NewStart {
  readonly personId: string;
  readonly kind: string;
  readonly month: Month;
  readonly basis: RightStart['basis'];
}

/** Writes the starts a run has posted under: from now on they never move. */
export async function fixStarts(
  db: Db,
  countyId: number,
  runId: string,
  starts: readonly NewStart[],
): Promise<void> {
  if (starts.length === 0) return;
  await sql`insert into right_start (county_id, person_id, kind, month, basis, run_id, seq)
    select ${countyId}, t.person_id, t.kind, t.month, t.basis, ${runId},
      ${nextStart(sql`${countyId}`, sql`t.person_id`, sql`t.kind`)}
    from unnest(${starts.map((one) => one.personId)}::uuid[], ${starts.map((one) => one.kind)}::text[],
      ${starts.map((one) => one.month)}::int[], ${starts.map((one) => one.basis)}::text[])
      as t(person_id, kind, month, basis)`.execute(db);
}

async function refuseKnown(db: Db, place: RunPlace): Promise<void> {
  const { rows } = await sql<{ paid: boolean; posted: boolean }>`select
    exists (select from paid_line l where l.county_id = ${place.countyId} and l.division_id = ${place.divisionId}
      and ${notApart}) as paid,
    exists (select from accrual a where a.county_id = ${place.countyId} and a.division_id = ${place.divisionId}
      and a.ref = '' and a.cause <> 'opening') as posted`.execute(db);
  if (rows[0]?.posted) refuse('already_posted', '已经记过账，首月不能再改。');
  if (rows[0]?.paid)
    refuse('payments_known', '已经导入过发放记录，各人从最后一次发放的次月起记账，不用另写首月。');
}

/**
 * Writes down from which month a township without imported payments keeps its ledger. Refuses `already_posted` and
 * `payments_known`; said again before anything is posted, the later word counts.
 */
export async function nameLedgerStart(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  { month, reason }: { readonly month: Month; readonly reason: string },
): Promise<void> {
  const { countyId, divisionId } = place;
  if (reason.trim() === '') refuse('reason_missing', '请写明理由。');
  // Runs and other words about the same township take turns.
  await lockTown(db, place);
  await refuseKnown(db, place);
  const values = sql`${month}, ${reason.trim()}, ${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}`;
  await sql`insert into ledger_start (county_id, division_id, seq, month, reason, actor_id, actor_name, at)
    select ${countyId}, ${divisionId}, coalesce(max(seq), 0) + 1, ${values} from ledger_start
    where county_id = ${countyId} and division_id = ${divisionId}`.execute(db);
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId, action: 'ledger.start', detail: { month: monthText(month) } },
  });
}
