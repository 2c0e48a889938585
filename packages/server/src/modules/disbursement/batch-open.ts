import { type Month, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getSetting } from '../../platform/settings/index.ts';
import { hasAdoptedDerived } from '../standards/index.ts';
import { accountsOf } from './account-use.ts';
import { addStep } from './batch-event.ts';
import { answerOf, type BatchAnswer, type BatchPlace } from './batch-find.ts';
import type { BatchState, PaidKind } from './batch-words.ts';
import { claimsOf, type FreeAccrual, pendingKeys, raiseClaims, readFree } from './claim.ts';
import { addLineEvents } from './line-event.ts';
import { insertLines, type NewLine, offsetsOf, payeesOf, triedBefore } from './line-make.ts';
import { offsetClaims } from './pay-settings.ts';
import { lockLedger } from './people.ts';
import { requireOpenMonth } from './period.ts';

export interface OpenAsked {
  /** One command, one batch: the same key answers what it answered before. */
  readonly commandKey: string;
  readonly kind: PaidKind;
  /** Month of payment; debts of this month and before are paid. */
  readonly month: Month;
}

/** The batch that a command has opened already. */
export async function batchOfKey(db: Db, place: BatchPlace, commandKey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('batch')
    .select('id')
    .where('county_id', '=', place.countyId)
    .where('command_key', '=', commandKey)
    .executeTakeFirst();
  return row?.id;
}

/** The batch of a kind and month that is neither done nor taken back. */
export async function underWay(
  db: Db,
  { countyId, divisionId }: BatchPlace,
  { kind, month }: Pick<OpenAsked, 'kind' | 'month'>,
): Promise<{ readonly id: string; readonly number: string; readonly state: BatchState } | undefined> {
  const { rows } = await sql<{ id: string; number: string; state: BatchState }>`select b.id, b.number, e.state
    from batch b join lateral (select x.state from batch_event x where x.county_id = b.county_id
      and x.batch_id = b.id order by x.seq desc limit 1) e on true
    where b.county_id = ${countyId} and b.division_id = ${divisionId} and b.kind = ${kind} and b.pay_month = ${month}
      and e.state not in ('closed', 'cancelled')`.execute(db);
  return rows[0];
}

async function refuseOpen(db: Db, place: BatchPlace, asked: OpenAsked): Promise<void> {
  const open = await underWay(db, place, asked);
  if (open)
    refuse(
      'batch_open',
      `${monthText(asked.month)} 已有没办结的批次 ${open.number}，请接着办，或在其中重算。`,
      {
        batch: open.id,
        number: open.number,
      },
    );
}

/** Money is paid for months or quarters ahead, never for next year's same month: that is a slip in the year. */
const MOST_AHEAD = 11;

/** Refuses `month_ahead`: the month of payment is further off than anybody pays in advance. */
function requireNotAhead(ctx: Ctx, month: Month): void {
  const last = (monthOfDay(ctx.today) + MOST_AHEAD) as Month;
  if (month > last)
    refuse(
      'month_ahead',
      `${monthText(month)} 还早：今天是 ${ctx.today}，最多提前到 ${monthText(last)}。请看看月份有没有写错。`,
    );
}

async function nextNumber(db: Db, { countyId, divisionId }: BatchPlace, month: Month): Promise<string> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from batch
    where county_id = ${countyId} and division_id = ${divisionId} and pay_month = ${month}`.execute(db);
  return `PF-${monthText(month)}-${String((rows[0]?.count ?? 0) + 1).padStart(2, '0')}`;
}

/** People with an open hold. */
export async function heldPeople(
  db: Db,
  countyId: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct coalesce(a.merged_into, h.person_id) as id
    from hold h left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id
      and a.undone_at is null
    where h.county_id = ${countyId} and h.released_at is null
      and coalesce(a.merged_into, h.person_id) = any(${ids}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Townships of these lines that have not adopted the derived rates, themselves or through their county. */
async function townsWithoutDerived(
  db: Db,
  countyId: number,
  lines: readonly NewLine[],
): Promise<ReadonlySet<string>> {
  const towns = new Set<string>();
  for (const divisionId of new Set(lines.map(({ payee }) => payee.divisionId)))
    if (!(await hasAdoptedDerived(db, { countyId, divisionId }))) towns.add(divisionId);
  return towns;
}

/** Why a line is held from the first; undefined when it is not. */
async function holdCodes(
  db: Db,
  place: BatchPlace,
  lines: readonly NewLine[],
): Promise<ReadonlyMap<string, string>> {
  const held = await heldPeople(
    db,
    place.countyId,
    lines.map(({ payee }) => payee.id),
  );
  const isDerived = ({ payee }: NewLine) => payee.items.some(({ derived }) => derived);
  const unadopted = await townsWithoutDerived(db, place.countyId, lines.filter(isDerived));
  const codeOf = (line: NewLine) => {
    if (held.has(line.payee.id)) return 'hold';
    if (isDerived(line) && unadopted.has(line.payee.divisionId)) return 'derived_not_adopted';
    return line.account === undefined && line.fen > 0 ? 'no_account' : undefined;
  };
  return new Map(
    lines.flatMap((line) => {
      const code = codeOf(line);
      return code === undefined ? [] : [[line.id, code] as const];
    }),
  );
}

async function linesOf(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  payable: readonly FreeAccrual[],
  asked: Pick<OpenAsked, 'kind' | 'month'>,
): Promise<readonly NewLine[]> {
  const { countyId } = place;
  const payees = (await payeesOf(db, countyId, payable)).filter(({ items }) => items.length > 0);
  const ids = payees.map(({ id }) => id);
  const accounts = await accountsOf(db, ctx, countyId, ids);
  const tried = await triedBefore(db, countyId, payable);
  const attempts = new Map(payable.map(({ id }) => [id, (tried.get(id)?.attempt ?? 0) + 1]));
  const isPlanned = await getSetting(db, place, offsetClaims, ctx.today);
  const offsets = await offsetsOf(db, countyId, payees, { ...asked, isPlanned });
  return payees.map((payee, at) => {
    const own = offsets.get(payee.id) ?? [];
    const due = payee.items.reduce((sum, { fen }) => sum + fen, 0);
    const fen = own.reduce((left, one) => left - one.fen, due);
    const reissueOf = payee.items.flatMap(({ id }) => tried.get(id)?.returned ?? [])[0];
    const account = accounts.get(payee.id);
    return { id: newId(), ordinal: at + 1, payee, account, offsets: own, attempts, reissueOf, fen };
  });
}

async function insertBatch(db: Db, place: BatchPlace, asked: OpenAsked, id: string, number: string) {
  const { countyId: county_id, divisionId: division_id } = place;
  const { commandKey: command_key, kind, month } = asked;
  await db
    .insertInto('batch')
    .values({
      ...{ county_id, id, division_id, number, command_key, kind, channel: 'bank' },
      ...{ pay_month: month, through_month: month },
    })
    .execute();
}

/**
 * Opens a batch: every debt of a kind up to the month that no live payment and no claim has taken, netted by right
 * and month, one line a person. What was taken back from months already paid becomes claims. Lines of people on
 * hold, without an account, or resting on rates computed but not adopted are held. Refuses `month_ahead`,
 * `month_closed`, `batch_open`, `nothing_to_pay`.
 */
export async function openBatch(db: Db, ctx: Ctx, place: BatchPlace, asked: OpenAsked): Promise<BatchAnswer> {
  const { countyId, divisionId, divisionIds } = place;
  // The ledger first, as whoever posts before he opens: otherwise two openings could wait for each other.
  await lockLedger(db, place);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`batches ${divisionId}`}, 0))`.execute(db);
  const known = await batchOfKey(db, place, asked.commandKey);
  if (known !== undefined) return answerOf(db, place, known);
  const { kind, month } = asked;
  requireNotAhead(ctx, month);
  for (const town of new Set([divisionId, ...divisionIds]))
    await requireOpenMonth(db, { countyId, divisionId: town }, month);
  await refuseOpen(db, place, asked);
  const free = await readFree(db, { countyId, divisionIds, kind, through: month });
  const { payable, claims } = claimsOf(free, await pendingKeys(db, countyId, free));
  if (payable.length + claims.length === 0)
    refuse('nothing_to_pay', `到 ${monthText(month)} 没有要发的${kind}：都已在批次里，或没有应发。`);
  const id = newId();
  const number = await nextNumber(db, place, month);
  await insertBatch(db, place, asked, id, number);
  await raiseClaims(db, ctx, place, claims, id);
  const lines = await linesOf(db, ctx, place, payable, asked);
  const hash = await insertLines(db, ctx, countyId, id, lines);
  const codes = await holdCodes(db, place, lines);
  const held = [...codes].map(([lineId, code]) => ({ lineId, state: 'held' as const, code }));
  await addLineEvents(db, ctx, countyId, held);
  const totalFen = lines.reduce((sum, { fen }) => sum + fen, 0);
  const step = { batchId: id, number, round: 1, lines: lines.length, totalFen, hash };
  await addStep(db, ctx, place, { ...step, seq: 1, state: 'opened' });
  if (lines.length === 0)
    await addStep(db, ctx, place, { ...step, seq: 2, state: 'cancelled', reason: '没有要发的，只立了追回' });
  return answerOf(db, place, id);
}
