import { type Month, monthOf, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { refuseOffRoll, refuseOverBudget } from './award-rules.ts';
import { postingMonth } from './period.ts';
import { findRun, type NewAccrual, postRun, type RunAnswer, type RunPlace } from './post.ts';
import { type KeptTrace, keptTrace } from './trace.ts';

/** Money that is decided, not due month by month. */
export const AWARD_KINDS = ['优待金', '立功奖励', '慰问金', '困难救助'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

export const AWARD_FUNDS = ['central', 'province', 'city', 'county', 'township'] as const;
export type AwardFund = (typeof AWARD_FUNDS)[number];

/** One amount for one person. */
export interface NewAward {
  readonly personId: string;
  readonly month: Month;
  readonly fen: number;
  readonly fund: AwardFund;
  readonly reason: string;
  /** The record it is decided on: one record gives each kind of money once. */
  readonly source?: { readonly kind: string; readonly id: string } | undefined;
  readonly paperId?: string | undefined;
  /** Why it is this much, where the law says so; else the decision itself is the reason. */
  readonly trace?: KeptTrace;
  readonly derived?: boolean;
}

export interface AwardsAsked {
  readonly commandKey: string;
  readonly kind: AwardKind;
  readonly awards: readonly NewAward[];
  /** Hexadecimal; of the law that an amount rests on, if one does. */
  readonly lawHash?: string;
}

const NO_LAW = '00'.repeat(32);

async function requireOwn(db: Db, place: RunPlace, awards: readonly NewAward[]): Promise<void> {
  const ids = [...new Set(awards.map(({ personId }) => personId))];
  const { rows } = await sql`select 1 from person where county_id = ${place.countyId}
    and division_id = ${place.divisionId} and id = any(${ids}::uuid[])`.execute(db);
  if (rows.length !== ids.length) throw new NotFound();
  for (const paperId of new Set(awards.flatMap((award) => award.paperId ?? []))) {
    const paper = await findPaper(db, place.countyId, paperId);
    if (paper?.divisionId !== place.divisionId) throw new NotFound();
  }
}

function refuseWrong(awards: readonly NewAward[]): void {
  if (awards.length === 0) refuse('award_empty', '名单里没有人，请先填名单。');
  if (awards.some(({ fen }) => !Number.isSafeInteger(fen) || fen <= 0))
    refuse('amount_invalid', '金额要大于零，请核对。');
  if (awards.some(({ reason }) => reason.trim() === '')) refuse('reason_missing', '请写明事由。');
}

/** Whoever is paid has a head, by which his money is locked. */
async function addHeads(db: Db, { countyId, divisionId }: RunPlace, ids: readonly string[]): Promise<void> {
  await sql`insert into ledger_head (county_id, person_id, division_id, facts_seq)
    select ${countyId}, id, ${divisionId}, -1 from unnest(${ids}::uuid[]) as t(id)
    order by id on conflict do nothing`.execute(db);
}

interface Placed extends NewAward {
  readonly id: string;
}

async function insertAwards(db: Db, ctx: Ctx, place: RunPlace, kind: AwardKind, awards: readonly Placed[]) {
  const values = awards.map(({ id, personId, month, fen, fund, reason, source, paperId }) => ({
    ...{
      county_id: place.countyId,
      id,
      division_id: place.divisionId,
      kind,
      person_id: personId,
      month,
      fen,
    },
    ...{ fund, reason: reason.trim(), source_kind: source?.kind ?? null, source_id: source?.id ?? null },
    ...{ paper_id: paperId ?? null, actor_id: ctx.actor.id, actor_name: ctx.actor.name },
    ...{ at: new Date(ctx.now).toISOString(), office_day: ctx.today },
  }));
  for (let at = 0; at < values.length; at += 1_000)
    await db
      .insertInto('award')
      .values(values.slice(at, at + 1_000))
      .execute();
}

function decisionTrace(kind: AwardKind, { fen, fund, trace }: NewAward): KeptTrace {
  if (trace !== undefined) return trace;
  const line = { op: 'line', what: kind, value: { num: fen, den: 1 }, fund };
  return keptTrace({ regime: 'award', source: '', article: '', steps: [line] });
}

function lineOf(place: RunPlace, kind: AwardKind, award: Placed, postedMonth: Month): NewAccrual {
  const { id, personId, month, fen, fund, derived = false } = award;
  return {
    ...{ divisionId: place.divisionId, personId, kind, ref: id, component: kind, fund, month, seq: 1, fen },
    ...{ dueAfterFen: fen, cause: month >= postedMonth ? 'regular' : 'arrears', derived },
    ...{ trace: decisionTrace(kind, award), factsSeq: 0, postedMonth },
  };
}

/** Of one record and kind only one amount: the second decision names the people. */
async function refuseDecided(db: Db, place: RunPlace, kind: AwardKind, awards: readonly NewAward[]) {
  const sources = awards.flatMap(({ source }) => source ?? []);
  const { rows } = await sql<{ id: string; name: string }>`select distinct p.id, p.name from award w
    join person p on p.county_id = w.county_id and p.id = w.person_id
    where w.county_id = ${place.countyId} and w.kind = ${kind} and (w.source_kind, w.source_id) in
      (select * from unnest(${sources.map((one) => one.kind)}::text[], ${sources.map(({ id }) => id)}::uuid[]))`.execute(
    db,
  );
  if (rows.length > 0)
    refuse('award_twice', `${rows.map(({ name }) => name).join('、')}的这笔${kind}已经定过了。`, {
      people: rows.map(({ id }) => id),
    });
}

/**
 * Decides one-off money for a list of people and posts it, in one command. Greeting money goes to people on the roll
 * only; greeting money and assistance not beyond the year's budget where there is one. Refuses `award_empty`,
 * `amount_invalid`, `reason_missing`, `award_twice`, `not_on_roll`, `over_budget`, a person or paper of another
 * township as not found.
 */
export async function decideAwards(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  { commandKey, kind, awards, lawHash = NO_LAW }: AwardsAsked,
): Promise<RunAnswer> {
  const known = await findRun(db, place, commandKey);
  if (known !== undefined) return known;
  refuseWrong(awards);
  await requireOwn(db, place, awards);
  await refuseDecided(db, place, kind, awards);
  if (kind === '慰问金') await refuseOffRoll(db, place, ctx.today, awards);
  await refuseOverBudget(db, place, kind, awards);
  const placed = awards.map((award) => ({ ...award, id: newId() }));
  await addHeads(db, place, [...new Set(awards.map(({ personId }) => personId))]);
  await insertAwards(db, ctx, place, kind, placed);
  const postedMonth = await postingMonth(db, place, ctx.today);
  const lines = placed.map((award) => lineOf(place, kind, award, postedMonth));
  const through = Math.max(...awards.map(({ month }) => month)) as Month;
  const run = { commandKey, cause: 'award', through, lawHash, people: awards.length, unknown: [] } as const;
  return postRun(db, ctx, place, run, lines);
}

export interface ListedAward {
  readonly id: string;
  readonly kind: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly fen: number;
  readonly fund: string;
  readonly reason: string;
  readonly paperId: string | null;
  readonly on: string;
  readonly by: string;
}

export interface AwardsOf {
  readonly year?: number | undefined;
  readonly kind?: AwardKind | undefined;
}

/** One-off money decided in a place, of a year, the newest first. */
export async function listAwards(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionIds: readonly string[] },
  { year = Math.floor(monthOfDay(ctx.today) / 12), kind }: AwardsOf,
): Promise<readonly ListedAward[]> {
  const { rows } = await sql<
    Omit<ListedAward, 'person' | 'month'> & { personId: string; name: string; month: Month }
  >`
    select w.id, w.kind, p.id as "personId", p.name, w.month, w.fen, w.fund, w.reason, w.paper_id as "paperId",
      w.office_day::text as "on", w.actor_name as "by"
    from award w join person p on p.county_id = w.county_id and p.id = w.person_id
    where w.county_id = ${place.countyId} and w.division_id = any(${place.divisionIds}::uuid[])
      and w.month between ${monthOf(year, 1)} and ${monthOf(year, 12)}
      and (${kind ?? null}::text is null or w.kind = ${kind ?? null})
    order by w.id desc limit 5000`.execute(db);
  return rows.map(({ personId, name, month, ...row }) => ({
    ...row,
    person: { id: personId, name },
    month: monthText(month),
  }));
}
