import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { requireBankHand } from './bank-export.ts';
import { keepBankFile } from './bank-file.ts';
import type { ResultRow, ResultState } from './bank-result-read.ts';
import {
  answerOf,
  type BatchAnswer,
  type BatchHead,
  type BatchPlace,
  findBatch,
  holdBatch,
} from './batch-find.ts';
import { LINE_WORDS } from './batch-words.ts';
import { addLineEvents, type LineState } from './line-event.ts';
import { undoOffsets } from './offset.ts';

/** What a result says of a batch, in numbers. */
export interface ResultCounts {
  readonly rows: number;
  readonly paid: number;
  readonly paidFen: number;
  readonly returned: number;
  readonly returnedFen: number;
  readonly takenBack: number;
  readonly takenBackFen: number;
  readonly unchanged: number;
  readonly silent: number;
  readonly silentFen: number;
}

export interface ResultFile {
  readonly rows: readonly ResultRow[];
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly dataDir: string;
}

interface KnownLine {
  readonly id: string;
  readonly fen: number;
  readonly states: readonly LineState[];
  readonly since: Day;
}

async function knownLines(
  db: Db,
  countyId: number,
  batchId: string,
): Promise<ReadonlyMap<string, KnownLine>> {
  const { rows } = await sql<KnownLine>`select l.id, l.fen, array_agg(e.state order by e.seq) as states,
      max(e.on_day) as since
    from pay_line l join line_event e on e.county_id = l.county_id and e.line_id = l.id
    where l.county_id = ${countyId} and l.batch_id = ${batchId} group by l.id, l.fen`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A row that is none of this batch's: of another one, or of none at all. */
async function refuseUnknown(db: Db, countyId: number, { row, lineId }: ResultRow): Promise<never> {
  const { rows } = await sql<{ number: string }>`select b.number from pay_line l
    join batch b on b.county_id = l.county_id and b.id = l.batch_id
    where l.county_id = ${countyId} and l.id = ${isId(lineId) ? lineId : null}::uuid`.execute(db);
  const [other] = rows;
  if (other)
    return refuse('result_other_batch', `第 ${row} 行是批次 ${other.number} 的，这份回执不是这一批的。`, {
      row,
    });
  return refuse('result_unknown_line', `第 ${row} 行的流水号不在这一批里，没有导入任何一行。`, { row });
}

const FOLLOWS: Readonly<Record<ResultState, string>> = {
  paid: 'in_file',
  returned: 'in_file',
  taken_back: 'paid',
};

/** Whether a row says something new of its line; refuses `result_contradicts`. */
function isNews(line: KnownLine, { row, state }: ResultRow): boolean {
  if (line.states.includes(state)) return false;
  const now = line.states.at(-1) ?? 'waiting';
  if (now !== FOLLOWS[state])
    refuse(
      'result_contradicts',
      `第 ${row} 行写「${LINE_WORDS[state]}」，但这一笔现在是「${LINE_WORDS[now]}」，没有导入任何一行。`,
      { row },
    );
  return true;
}

function dayOf(ctx: Ctx, line: KnownLine, { row, on = ctx.today }: ResultRow): Day {
  if (on > ctx.today) refuse('date_order', `第 ${row} 行的日期晚于今天，请核对。`, { row });
  if (on < line.since)
    refuse('date_order', `第 ${row} 行的日期早于送银行的 ${line.since}，请核对。`, { row });
  return on;
}

interface News {
  readonly said: ResultRow;
  readonly line: KnownLine;
  readonly on: Day;
}

async function newsIn(
  db: Db,
  ctx: Ctx,
  countyId: number,
  rows: readonly ResultRow[],
  known: ReadonlyMap<string, KnownLine>,
): Promise<readonly News[]> {
  const told = new Map(known);
  const news: News[] = [];
  for (const said of rows) {
    const line = told.get(said.lineId) ?? (await refuseUnknown(db, countyId, said));
    if (!isNews(line, said)) continue;
    const on = dayOf(ctx, line, said);
    news.push({ said, line, on });
    told.set(line.id, { ...line, states: [...line.states, said.state], since: on });
  }
  return news;
}

function countsOf(
  rows: readonly ResultRow[],
  news: readonly News[],
  known: ReadonlyMap<string, KnownLine>,
): ResultCounts {
  const of = (state: ResultState) => news.filter(({ said }) => said.state === state);
  const sum = (list: readonly { readonly fen: number }[]) => list.reduce((total, { fen }) => total + fen, 0);
  const lines = (state: ResultState) => of(state).map(({ line }) => line);
  const told = new Set(news.map(({ line }) => line.id));
  const silent = [...known.values()].filter(({ id, states }) => states.at(-1) === 'in_file' && !told.has(id));
  return {
    ...{ rows: rows.length, unchanged: rows.length - news.length },
    ...{ paid: of('paid').length, paidFen: sum(lines('paid')) },
    ...{ returned: of('returned').length, returnedFen: sum(lines('returned')) },
    ...{ takenBack: of('taken_back').length, takenBackFen: sum(lines('taken_back')) },
    ...{ silent: silent.length, silentFen: sum(silent) },
  };
}

/** One file says each state of a line once. */
async function write(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  file: ResultFile,
  news: readonly News[],
) {
  const { countyId } = place;
  const totalFen = news.reduce((sum, { line }) => sum + line.fen, 0);
  const kept = { direction: 'in', layout: 'result', name: file.name, rows: file.rows.length } as const;
  const { id: fileId } = await keepBankFile(db, ctx, countyId, batch.id, file.dataDir, {
    ...{ ...kept, totalFen, bytes: file.bytes },
  });
  // A payment and its taking back in one file are two steps of a line, one after the other.
  for (const states of [['paid', 'returned'], ['taken_back']])
    await addLineEvents(
      db,
      ctx,
      countyId,
      news.flatMap(({ said: { lineId, state, reason, row }, on }) =>
        states.includes(state) ? [{ lineId, state, reason, fileId, fileRow: row, onDay: on }] : [],
      ),
    );
  const dead = news.filter(({ said }) => said.state !== 'paid').map(({ line }) => line.id);
  if (dead.length > 0) await undoOffsets(db, ctx, countyId, dead, '发放退回或冲回，抵扣撤回');
}

export interface ResultAnswer {
  readonly answer: BatchAnswer;
  readonly counts: ResultCounts;
}

/** What a result would do to a batch; nothing is written. Refuses as {@link takeResult}. */
export async function tryResult(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  rows: readonly ResultRow[],
): Promise<ResultAnswer> {
  const batch = await findBatch(db, place, ref);
  await requireBankHand(db, ctx, place, batch, ['exported', 'closed']);
  const known = await knownLines(db, place.countyId, batch.id);
  const news = await newsIn(db, ctx, place.countyId, rows, known);
  return { answer: await answerOf(db, place, batch.id), counts: countsOf(rows, news, known) };
}

/**
 * Takes the bank's result in, the whole file or nothing: paid, returned (the debt is free for the next batch) or
 * taken back. Lines the file is silent about stay in transit. The same again changes nothing. Refuses
 * `not_allowed`, `wrong_state`, `same_actor`, `result_other_batch`, `result_unknown_line`, `result_contradicts`,
 * `date_order`.
 */
export async function takeResult(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  file: ResultFile,
): Promise<ResultAnswer> {
  const batch = await holdBatch(db, place, ref);
  await requireBankHand(db, ctx, place, batch, ['exported', 'closed']);
  const known = await knownLines(db, place.countyId, batch.id);
  const news = await newsIn(db, ctx, place.countyId, file.rows, known);
  const counts = countsOf(file.rows, news, known);
  if (news.length > 0) {
    await write(db, ctx, place, batch, file, news);
    await recordEvent(db, ctx, {
      ...{ countyId: place.countyId, divisionId: batch.divisionId, action: 'batch.result' },
      ...{ recordKind: 'batch', recordId: batch.id, detail: { ...counts } },
    });
  }
  return { answer: await answerOf(db, place, batch.id), counts };
}
