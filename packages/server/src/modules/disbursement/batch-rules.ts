import { sql } from 'kysely';
import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getSetting, onePersonOffice } from '../../platform/settings/index.ts';
import { rolesWith } from '../access/index.ts';
import { covers } from '../divisions/index.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import { type BatchState, STATE_WORDS } from './batch-words.ts';
import { countyApproves, countyApprovesAbove } from './pay-settings.ts';

const ACTION_WORDS: Partial<Record<Action, string>> = {
  'pay.make': '经办',
  'pay.review': '复核或财政所',
  'pay.approve': '批准',
  'pay.bank': '复核或财政所',
};

/** Whatever stands somewhere: a batch, a claim. */
export type Placed = Pick<BatchHead, 'divisionCode'>;

export const mayAny = (ctx: Ctx, batch: Placed, anyOf: readonly Action[]) =>
  anyOf.some((action) => ctx.may(action, batch.divisionCode));

export const notAllowedWords = (anyOf: readonly Action[]) =>
  `这一步由${[...new Set(anyOf.flatMap((action) => ACTION_WORDS[action] ?? []))].join('或')}办理，您没有这个角色。`;

/** Refuses `not_allowed` unless the caller may do one of these there. */
export function requireMay(ctx: Ctx, batch: Placed, anyOf: readonly Action[]): void {
  if (!mayAny(ctx, batch, anyOf)) refuse('not_allowed', notAllowedWords(anyOf));
}

/** Where the batch stands and whose hand that was: whoever came second sees who was first. */
export const wrongStateWords = ({ state, lastBy, lastAt }: BatchHead) =>
  `批次${STATE_WORDS[state]}（${lastBy} ${lastAt} 办的），不能这样办。`;

/** Refuses `wrong_state` unless the batch stands in one of these. */
export function requireState(batch: BatchHead, states: readonly BatchState[]): void {
  if (!states.includes(batch.state)) refuse('wrong_state', wrongStateWords(batch), { state: batch.state });
}

/** Refuses `stale_hash`: what the caller saw is not what stands there. */
export function requireHash(batch: BatchHead, hash: string): void {
  if (hash !== batch.hash) refuse('stale_hash', '批次的内容与您看到的不一样，请刷新后再办。');
}

/** Whose hand each step of the present round was. */
export interface Hands {
  /** Who opened it, and who submitted this round. */
  readonly makers: ReadonlySet<string>;
  readonly reviewers: ReadonlySet<string>;
  /** Their names. */
  readonly names: ReadonlySet<string>;
}

export async function handsOf(db: Db, countyId: number, batch: BatchHead): Promise<Hands> {
  const { rows } = await sql<{ state: string; id: string; name: string }>`select state, actor_id as id,
      actor_name as name
    from batch_event
    where county_id = ${countyId} and batch_id = ${batch.id} and method = 'pass_code'
      and (state = 'opened' or round = ${batch.round} and state in ('submitted', 'reviewed'))`.execute(db);
  const of = (...states: readonly string[]) =>
    new Set(rows.filter(({ state }) => states.includes(state)).map(({ id }) => id));
  const names = new Set(rows.map(({ name }) => name));
  return { makers: of('opened', 'submitted'), reviewers: of('reviewed'), names };
}

/** Whether the township of a batch or a claim is an office of one person, where the other hands sign on paper. */
export const isOnePerson = (
  db: Db,
  ctx: Ctx,
  { countyId }: Pick<BatchPlace, 'countyId'>,
  { divisionId }: Pick<BatchHead, 'divisionId'>,
): Promise<boolean> => getSetting(db, { countyId, divisionId }, onePersonOffice, ctx.today);

const FEN_A_YUAN = 100;

/**
 * Whose approval a batch wants: of whoever approves where it was made, or of the county, for all batches or for those
 * above a sum.
 */
export async function approvalAt(db: Db, ctx: Ctx, place: BatchPlace, batch: BatchHead): Promise<Placed> {
  const at = { countyId: place.countyId, divisionId: batch.divisionId };
  const above = await getSetting(db, at, countyApprovesAbove, ctx.today);
  const isCounty =
    (above > 0 && batch.totalFen > above * FEN_A_YUAN) ||
    (await getSetting(db, at, countyApproves, ctx.today));
  return isCounty ? { divisionCode: `${place.countyId}000000` } : batch;
}

/** Beside the approval of a batch that the county approves, for whoever approves elsewhere. */
export const COUNTY_WORDS = '这一批要县级的批准人批准（参数里按级别或金额定的），您没有县里的批准角色。';

/** Names of those who may do this where the batch is, without these. */
export async function namesOf(
  db: Db,
  place: BatchPlace,
  batch: Placed,
  action: Action,
  without: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; name: string; code: string }>`select u.id, u.name, d.code
    from user_account u join user_role r on r.county_id = u.county_id and r.user_id = u.id and r.ended_at is null
    join division d on d.county_id = r.county_id and d.id = r.division_id
    where u.county_id = ${place.countyId} and u.disabled_at is null and r.role = any(${rolesWith(action) as string[]})
    order by u.name`.execute(db);
  const here = rows.filter(({ id, code }) => covers(code, batch.divisionCode) && !without.has(id));
  return [...new Set(here.map(({ name }) => name))];
}

const STEP_WORDS: Partial<Record<Action, string>> = {
  'pay.review': '制作人不能复核自己的批次',
  'pay.approve': '制作和复核过的人不能批准同一批次',
  'pay.bank': '制作人不能办银行文件、回执和办结',
};

/** The sentence beside a step that the caller may not take because another step was his. */
export async function sameActorWords(
  db: Db,
  place: BatchPlace,
  batch: Placed,
  action: Action,
  without: ReadonlySet<string>,
): Promise<string> {
  const names = await namesOf(db, place, batch, action, without);
  const who = names.length > 0 ? `请由${names.slice(0, 4).join('、')}办理` : '请先增加一位这个角色的用户';
  return `${STEP_WORDS[action] ?? '办过上一步的人不能办这一步'}，${who}。`;
}

/** Refuses `same_actor`, naming who may. */
export async function requireOther(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: Placed,
  action: Action,
  without: ReadonlySet<string>,
): Promise<void> {
  if (without.has(ctx.actor.id))
    refuse('same_actor', await sameActorWords(db, place, batch, action, without));
}
