import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import {
  type AwardFund,
  type AwardKind,
  awardLine,
  insertAwards,
  lockAwards,
  type NewAward,
  NO_LAW,
  type Placed,
  refuseWrong,
  requireOwn,
} from './award.ts';
import { refuseOffRoll, refuseOverBudget } from './award-rules.ts';
import { DEAD_STATES, lineState } from './line-state.ts';
import { postingMonth } from './period.ts';
import { findRun, type NewAccrual, postRun, type RunAnswer, type RunPlace } from './post.ts';
import { keptTrace } from './trace.ts';

/** An award taken back, and what is decided in its place, if anything is. */
export interface Revoking {
  readonly commandKey: string;
  readonly awardId: string;
  readonly reason: string;
  readonly instead?: Pick<NewAward, 'month' | 'fen' | 'fund' | 'reason' | 'paperId'> | undefined;
}

interface Standing {
  readonly id: string;
  readonly kind: AwardKind;
  readonly personId: string;
  readonly month: Month;
  readonly fen: number;
  readonly fund: AwardFund;
  readonly sourceKind: string | null;
  readonly sourceId: string | null;
  readonly isRevoked: boolean;
}

/** The award of this township. Throws NotFound. */
async function awardOf(db: Db, place: RunPlace, id: string): Promise<Standing> {
  const { rows } = await sql<Standing>`select w.id, w.kind, w.person_id as "personId", w.month, w.fen, w.fund,
      w.source_kind as "sourceKind", w.source_id as "sourceId", exists (select from award_revoke v
        where v.county_id = w.county_id and v.award_id = w.id) as "isRevoked"
    from award w where w.county_id = ${place.countyId} and w.division_id = ${place.divisionId}
      and w.id = ${id}`.execute(db);
  return rows[0] ?? notThere();
}

function notThere(): never {
  throw new NotFound();
}

/** Money that a batch has taken is decided there: the batch may be cancelled, or it has been paid. */
async function refuseInBatch(
  db: Db,
  { countyId }: RunPlace,
  { id, kind, personId }: Standing,
): Promise<void> {
  const { rows } = await sql<{ id: string; number: string; state: string | null }>`select b.id, b.number,
      ${lineState(sql`l.county_id`, sql`l.id`)} as state
    from accrual a join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
    join pay_line l on l.county_id = i.county_id and l.id = i.line_id
    join batch b on b.county_id = l.county_id and b.id = l.batch_id
    where a.county_id = ${countyId} and a.person_id = ${personId} and a.kind = ${kind} and a.ref = ${id}`.execute(
    db,
  );
  const live = rows.find(({ state }) => state === null || !DEAD_STATES.includes(state));
  if (live === undefined) return;
  const { id: batch, number, state } = live;
  if (state === 'paid' || state === 'in_file')
    refuse('award_paid', `这笔已随批次 ${number} 发出，不能撤销。`, { batch, number });
  refuse('award_in_batch', `这笔已在批次 ${number} 里。先撤回那一批，再撤销这一笔。`, { batch, number });
}

/** The negative of what the award posted: the sum of the award is nothing from now on. */
function takenBack(place: RunPlace, award: Standing, reason: string, postedMonth: Month): NewAccrual {
  const { id: ref, kind, personId, month, fen, fund } = award;
  const line = { op: 'line', what: 'revoked', value: { num: -fen, den: 1 }, fund, reason };
  return {
    ...{ divisionId: place.divisionId, personId, kind, ref, component: kind, fund, month, seq: 2, fen: -fen },
    ...{ dueAfterFen: 0, cause: 'correction', derived: false, factsSeq: 0, postedMonth },
    trace: keptTrace({ regime: 'award', source: '', article: '', steps: [line] }),
  };
}

async function writeRevoke(
  db: Db,
  ctx: Ctx,
  { countyId, divisionId }: RunPlace,
  award: Standing,
  reason: string,
) {
  await sql`insert into award_revoke (county_id, award_id, reason, actor_id, actor_name, at, office_day)
    values (${countyId}, ${award.id}, ${reason}, ${ctx.actor.id}, ${ctx.actor.name},
      ${new Date(ctx.now).toISOString()}, ${ctx.today})`.execute(db);
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId, action: 'award.revoke', recordKind: 'person', recordId: award.personId },
    detail: { award: award.id, kind: award.kind, fen: award.fen },
  });
}

async function decideInstead(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  award: Standing,
  instead: NonNullable<Revoking['instead']>,
): Promise<Placed> {
  const { id: replaces, kind, personId, sourceKind, sourceId } = award;
  const source = sourceKind !== null && sourceId !== null ? { kind: sourceKind, id: sourceId } : undefined;
  const fresh: Placed = { ...instead, id: newId(), personId, source, replaces };
  refuseWrong([fresh]);
  await requireOwn(db, place, [fresh]);
  if (kind === '慰问金') await refuseOffRoll(db, place, ctx.today, [fresh]);
  await refuseOverBudget(db, place, kind, [fresh]);
  await insertAwards(db, ctx, place, kind, [fresh]);
  return fresh;
}

/**
 * Takes one-off money back that no batch holds, and with `instead` decides another amount for the same person and
 * record, in one command. Refuses `reason_missing`, `award_revoked`, `award_in_batch`, `award_paid`, and of the new
 * amount what deciding refuses; an award of another township as not found.
 */
export async function revokeAward(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  { commandKey, awardId, reason, instead }: Revoking,
): Promise<RunAnswer> {
  const known = await findRun(db, place, commandKey);
  if (known !== undefined) return known;
  const why = reason.trim();
  if (why === '') refuse('reason_missing', '请写明理由。');
  const { kind, personId } = await awardOf(db, place, awardId);
  const postedMonth = await postingMonth(db, place, ctx.today);
  await lockAwards(db, place, kind);
  await sql`select 1 from ledger_head where county_id = ${place.countyId} and person_id = ${personId}
    for update`.execute(db);
  const award = await awardOf(db, place, awardId);
  if (award.isRevoked) refuse('award_revoked', '这笔已经撤销过了。');
  await refuseInBatch(db, place, award);
  await writeRevoke(db, ctx, place, award, why);
  const fresh = instead && (await decideInstead(db, ctx, place, award, instead));
  const lines = [takenBack(place, award, why, postedMonth)];
  if (fresh) lines.push(awardLine(place, kind, fresh, postedMonth));
  const through = Math.max(award.month, fresh?.month ?? 0) as Month;
  const run = { commandKey, cause: 'award', through, lawHash: NO_LAW, people: 1, unknown: [] } as const;
  return postRun(db, ctx, place, run, lines);
}
