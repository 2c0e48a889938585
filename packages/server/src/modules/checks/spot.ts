import { type Day, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { type BatchHead, type BatchPlace, drawPlace, findBatch, lineRows } from '../disbursement/index.ts';

/** What a payee says when he is asked: the sum agrees, another sum came, nothing came; or he was not reached. */
export const SPOT_ANSWERS = ['agrees', 'differs', 'notReceived', 'unreached'] as const;
export type SpotAnswer = (typeof SPOT_ANSWERS)[number];

/** How many are drawn. */
export const SPOT_LINES = 10;

/** A call as it was written down. */
export interface SpotCall {
  readonly lineId: string;
  readonly answer: SpotAnswer;
  readonly toldFen: number | null;
  readonly calledOn: Day;
  readonly remark: string | null;
  readonly seed: string;
  readonly by: string;
}

/** The draw everybody gets who names no seed. */
const seedOf = ({ hash }: BatchHead) => `${hash.slice(0, 8)}-抽查`;

const SENT = ['exported', 'closed'];

/** The batch, once its money has left. Refuses `batch_not_sent`. */
async function sentBatch(db: Db, place: BatchPlace, ref: string): Promise<BatchHead> {
  const batch = await findBatch(db, place, ref);
  if (!SENT.includes(batch.state)) refuse('batch_not_sent', '这个批次还没有送银行，等钱发出去再抽查。');
  return batch;
}

/** The last word of each line. */
async function callsOf(db: Db, countyId: number, lineIds: readonly string[]) {
  const { rows } = await sql<SpotCall>`select distinct on (c.line_id) c.line_id as "lineId", c.answer,
      c.told_fen as "toldFen", c.called_on as "calledOn", c.remark, c.seed, c.actor_name as by
    from spot_call c where c.county_id = ${countyId} and c.line_id = any(${lineIds}::uuid[])
    order by c.line_id, c.at desc, c.id desc`.execute(db);
  return new Map(rows.map((row) => [row.lineId, row]));
}

async function phonesOf(db: Db, countyId: number, personIds: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    sealed: Buffer;
  }>`select p.id, p.phone_sealed as sealed from person p
    where p.county_id = ${countyId} and p.id = any(${personIds}::uuid[]) and p.phone_sealed is not null`.execute(
    db,
  );
  return new Map(rows.map(({ id, sealed }) => [id, sealed]));
}

/**
 * Ten payees of a batch that went to the bank, drawn by a seed: the same seed draws the same ten for whoever asks, so
 * a line stays among them when it comes back. Numbers are masked. Refuses `batch_not_sent`.
 */
export async function drawSpot(db: Db, ctx: Ctx, place: BatchPlace, ref: string, asked?: string) {
  const batch = await sentBatch(db, place, ref);
  const seed = asked?.trim() || seedOf(batch);
  const { rows: drawn } = await sql<{ id: string }>`select l.id from pay_line l
    where l.county_id = ${place.countyId} and l.batch_id = ${batch.id} and l.fen > 0
      and l.division_id = any(${place.divisionIds}::uuid[]) and exists (select from line_event e
        where e.county_id = l.county_id and e.line_id = l.id and e.state = 'in_file')
    order by ${drawPlace(seed, sql`l.id`)} limit ${SPOT_LINES}`.execute(db);
  const ids = drawn.map(({ id }) => id);
  const rows = new Map((await lineRows(db, place.countyId, batch.id, ids)).map((row) => [row.id, row]));
  const calls = await callsOf(db, place.countyId, ids);
  const phones = await phonesOf(
    db,
    place.countyId,
    [...rows.values()].map(({ personId }) => personId),
  );
  const { id, number, kind, payMonth, state } = batch;
  const lines = ids.flatMap((lineId) => {
    const row = rows.get(lineId);
    if (row === undefined) return [];
    const phone = phones.get(row.personId);
    const tail = (sealed: Buffer | null | undefined) => (sealed ? ctx.keys.open(sealed).slice(-4) : null);
    return [
      {
        ...{ id: lineId, personId: row.personId, name: row.name, village: row.village, kinds: row.kinds },
        ...{
          fen: row.fen,
          state: row.state ?? ('waiting' as const),
          idTail: tail(row.sealed),
          accountTail: tail(row.accountSealed),
        },
        ...{ phoneTail: tail(phone), call: calls.get(lineId) ?? null },
      },
    ];
  });
  return { batch: { id, number, kind, payMonth, state }, seed, lines };
}

/** What was said on the telephone. */
export interface NewSpotCall {
  readonly lineId: string;
  readonly seed: string;
  readonly answer: SpotAnswer;
  /** Fen he says he received; only where something came. */
  readonly toldFen?: number | undefined;
  readonly calledOn: string;
  readonly remark?: string | undefined;
}

/** The sum that is kept: his own words for another sum, the line's where it agrees, none where nothing came. */
function toldOf(call: NewSpotCall, fen: number): number | null {
  if (call.answer === 'agrees') {
    if (call.toldFen !== undefined && call.toldFen !== fen)
      refuse('amount_differs', '说的数和发的数不一样，请选「对不上」。');
    return fen;
  }
  if (call.answer !== 'differs') return null;
  if (call.toldFen === undefined) refuse('amount_missing', '对不上的，要写本人说收到多少。');
  if (call.toldFen === fen) refuse('amount_agrees', '说的数和发的一样，请选「对得上」。');
  return call.toldFen;
}

/**
 * Writes down what a payee said; the last word about a line counts, those before stay. What does not agree is a finding of
 * the checks. Refuses `batch_not_sent`, a line that the seed does not draw as not found, a day ahead of today, and a
 * sum that contradicts the answer.
 */
export async function noteSpotCall(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  call: NewSpotCall,
): Promise<void> {
  const { batch, seed, lines } = await drawSpot(db, ctx, place, ref, call.seed);
  const line = lines.find(({ id }) => id === call.lineId);
  if (line === undefined) throw new NotFound();
  const on = parseIsoDay(call.calledOn) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  const toldFen = toldOf(call, line.fen);
  const id = newId();
  await sql`insert into spot_call (county_id, id, line_id, batch_id, division_id, seed, answer, told_fen, called_on,
      remark, office_day, actor_id, actor_name, at)
    select county_id, ${id}, id, batch_id, division_id, ${seed}, ${call.answer}, ${toldFen}::bigint, ${on},
      ${call.remark?.trim() || null}, ${ctx.today}, ${ctx.actor.id}, ${ctx.actor.name},
      ${new Date(ctx.now).toISOString()}
    from pay_line where county_id = ${place.countyId} and id = ${line.id}`.execute(db);
  const { countyId, divisionId } = place;
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId, action: 'batch.spotCall', recordKind: 'batch', recordId: batch.id },
    detail: { line: line.id, answer: call.answer, seed },
  });
}
