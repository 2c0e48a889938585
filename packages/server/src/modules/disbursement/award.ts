import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { notRevoked, refuseOffRoll, refuseOverBudget } from './award-rules.ts';
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

export const NO_LAW = '00'.repeat(32);

/** People and papers of the township, else not found. */
export async function requireOwn(db: Db, place: RunPlace, awards: readonly NewAward[]): Promise<void> {
  const ids = [...new Set(awards.map(({ personId }) => personId))];
  const { rows } = await sql`select 1 from person where county_id = ${place.countyId}
    and division_id = ${place.divisionId} and id = any(${ids}::uuid[])`.execute(db);
  if (rows.length !== ids.length) throw new NotFound();
  for (const paperId of new Set(awards.flatMap((award) => award.paperId ?? []))) {
    const paper = await findPaper(db, place.countyId, paperId);
    if (paper?.divisionId !== place.divisionId) throw new NotFound();
  }
}

/** Refuses `award_empty`, `amount_invalid`, `reason_missing`. */
export function refuseWrong(awards: readonly NewAward[]): void {
  if (awards.length === 0) refuse('award_empty', '名单里没有人，请先填名单。');
  if (awards.some(({ fen }) => !Number.isSafeInteger(fen) || fen <= 0))
    refuse('amount_invalid', '金额要大于零，请核对。');
  if (awards.some(({ reason }) => reason.trim() === '')) refuse('reason_missing', '请写明事由。');
}

/** Two lists at once must neither both find the money unspent nor both take one record. */
export async function lockAwards(db: Db, { divisionId }: RunPlace, kind: AwardKind): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`awards ${divisionId} ${kind}`}, 0))`.execute(db);
}

/** Whoever is paid has a head, by which his money is locked. */
async function addHeads(db: Db, { countyId, divisionId }: RunPlace, ids: readonly string[]): Promise<void> {
  await sql`insert into ledger_head (county_id, person_id, division_id, facts_seq)
    select ${countyId}, id, ${divisionId}, -1 from unnest(${ids}::uuid[]) as t(id)
    order by id on conflict do nothing`.execute(db);
}

/** An award with its id. */
export interface Placed extends NewAward {
  readonly id: string;
  /** The revoked one that it stands for. */
  readonly replaces?: string;
}

/** Of records whose award was revoked the one that a new award takes the place of, by record. */
async function revokedOf(db: Db, place: RunPlace, kind: AwardKind, awards: readonly Placed[]) {
  const ids = awards.flatMap(({ source }) => source?.id ?? []);
  const { rows } = await sql<{
    id: string;
    key: string;
  }>`select w.id, w.source_kind || ' ' || w.source_id as key
    from award w where w.county_id = ${place.countyId} and w.kind = ${kind} and w.source_id = any(${ids}::uuid[])
      and not exists (select from award n where n.county_id = w.county_id and n.replaces = w.id)`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Writes awards; nothing is checked here. */
export async function insertAwards(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  kind: AwardKind,
  awards: readonly Placed[],
): Promise<void> {
  const revoked = await revokedOf(db, place, kind, awards);
  const replaced = ({ replaces, source }: Placed) =>
    replaces ?? (source && revoked.get(`${source.kind} ${source.id}`)) ?? null;
  const values = awards.map((award) => {
    const { id, personId, month, fen, fund, reason, source, paperId } = award;
    return {
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
      ...{ at: new Date(ctx.now).toISOString(), office_day: ctx.today, replaces: replaced(award) },
    };
  });
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

/** The line of the ledger that an award posts. */
export function awardLine(place: RunPlace, kind: AwardKind, award: Placed, postedMonth: Month): NewAccrual {
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
    where w.county_id = ${place.countyId} and w.kind = ${kind} and ${notRevoked} and (w.source_kind, w.source_id) in
      (select * from unnest(${sources.map((one) => one.kind)}::text[], ${sources.map(({ id }) => id)}::uuid[]))`.execute(
    db,
  );
  if (rows.length > 0)
    refuse('award_twice', `${rows.map(({ name }) => name).join('、')}的这笔${kind}已经定过了。`, {
      people: rows.map(({ id }) => id),
    });
}

/**
 * What rests on no record is told apart by its words: the same sum for the same reason to the same person and month is the
 * same step taken twice, in the list or in a list before.
 */
async function refuseRepeated(db: Db, place: RunPlace, kind: AwardKind, awards: readonly NewAward[]) {
  const bare = awards.filter(({ source }) => source === undefined);
  const { rows } = await sql<{ name: string; reason: string }>`
    with t as (select * from unnest(${bare.map(({ personId }) => personId)}::uuid[], ${bare.map(({ month }) => month)}::int[],
      ${bare.map(({ fen }) => fen)}::bigint[], ${bare.map(({ reason }) => reason.trim())}::text[])
      as t(person_id, month, fen, reason))
    select distinct p.name, t.reason from t join person p on p.county_id = ${place.countyId} and p.id = t.person_id
    where exists (select from award w where w.county_id = ${place.countyId} and w.kind = ${kind}
        and w.source_id is null and ${notRevoked}
        and (w.person_id, w.month, w.fen, w.reason) = (t.person_id, t.month, t.fen, t.reason))
      or (select count(*) from t o where o = t) > 1`.execute(db);
  const [one] = rows;
  if (one)
    refuse(
      'award_twice',
      `${rows.map(({ name }) => name).join('、')}同一个月的这笔${kind}（${one.reason}）已经定过了，没有再定。确是另一笔的，请在事由里写明。`,
    );
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
  await lockAwards(db, place, kind);
  await requireOwn(db, place, awards);
  await refuseDecided(db, place, kind, awards);
  await refuseRepeated(db, place, kind, awards);
  if (kind === '慰问金') await refuseOffRoll(db, place, ctx.today, awards);
  await refuseOverBudget(db, place, kind, awards);
  const placed = awards.map((award) => ({ ...award, id: newId() }));
  await addHeads(db, place, [...new Set(awards.map(({ personId }) => personId))]);
  await insertAwards(db, ctx, place, kind, placed);
  const postedMonth = await postingMonth(db, place, ctx.today);
  const lines = placed.map((award) => awardLine(place, kind, award, postedMonth));
  const through = Math.max(...awards.map(({ month }) => month)) as Month;
  const run = { commandKey, cause: 'award', through, lawHash, people: awards.length, unknown: [] } as const;
  return postRun(db, ctx, place, run, lines);
}
