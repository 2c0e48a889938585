import { createHash } from 'node:crypto';
import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { copyRows, copyText } from '../../kernel/copy.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { recordEvent } from '../audit/index.ts';
import type { KeptTrace } from './trace.ts';

/** Why a line is posted: of its month, late, put right, or known on the first day. */
export type AccrualCause = 'regular' | 'arrears' | 'correction' | 'opening';
export type RunCause = 'monthly' | 'raise' | 'change' | 'award' | 'opening';

/** One signed line of the ledger, before it has an id. */
export interface NewAccrual {
  readonly divisionId: string;
  readonly personId: string;
  readonly kind: string;
  /** The award of one-off money; empty for pensions and subsidies. */
  readonly ref: string;
  readonly component: string;
  readonly fund: string;
  readonly month: Month;
  readonly seq: number;
  readonly fen: number;
  readonly dueAfterFen: number;
  readonly cause: AccrualCause;
  readonly derived: boolean;
  readonly trace: KeptTrace;
  readonly factsSeq: number;
  /** The open month whose books take it. */
  readonly postedMonth: Month;
}

/** A right that could not be computed: nothing was posted for these months or taken back. */
export interface UnknownRight {
  readonly personId: string;
  readonly kind: string;
  readonly missing: readonly string[];
  readonly fromMonth: string;
  readonly months: number;
}

export interface RunAnswer {
  readonly runId: string;
  /** People computed. */
  readonly people: number;
  readonly lines: number;
  readonly totalFen: number;
  /** The first of them. */
  readonly unknown: readonly UnknownRight[];
  /** Rights without an answer, all of them. */
  readonly unknownCount: number;
}

export interface RunPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface NewRun {
  readonly commandKey: string;
  readonly cause: RunCause;
  readonly through: Month;
  /** Hexadecimal. */
  readonly lawHash: string;
  readonly people: number;
  readonly unknown: readonly UnknownRight[];
}

/** The answer of a command that was carried out already. The key is held until the transaction ends. */
export async function findRun(db: Db, place: RunPlace, commandKey: string): Promise<RunAnswer | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`run ${place.countyId} ${commandKey}`}, 0))`.execute(
    db,
  );
  const row = await db
    .selectFrom('ledger_run')
    .select(['id', 'people', 'lines', 'total_fen', 'unknown', 'unknown_rights'])
    .where('county_id', '=', place.countyId)
    .where('command_key', '=', commandKey)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...{ runId: row.id, people: row.people, lines: row.lines, totalFen: Number(row.total_fen) },
    ...{ unknown: row.unknown_rights as unknown as readonly UnknownRight[], unknownCount: row.unknown },
  };
}

const MOST_TOLD = 500;
const COLUMNS = [
  ...[
    'county_id',
    'id',
    'division_id',
    'person_id',
    'kind',
    'ref',
    'component',
    'fund',
    'month',
    'seq',
    'fen',
  ],
  ...['due_after_fen', 'cause', 'derived', 'run_id', 'trace_hash', 'facts_seq', 'posted_on', 'posted_month'],
];

interface Written {
  readonly rows: readonly string[];
  readonly hash: Buffer;
  readonly totalFen: number;
}

const HASHED_AT_ONCE = 256;

// The hash is the one of proof.ts over the same rows: ids grow, so their order is the order of writing.
function written(ctx: Ctx, countyId: number, runId: string, lines: readonly NewAccrual[]): Written {
  const hash = createHash('sha256');
  const rows: string[] = [];
  let proof = '';
  let totalFen = 0;
  for (const line of lines) {
    const id = newId();
    const { personId, kind, ref, component, fund, month, seq, fen, dueAfterFen, cause, trace } = line;
    totalFen += fen;
    proof += `${rows.length === 0 ? '' : '\n'}${id} ${personId} ${month} ${seq} ${fen} ${dueAfterFen} ${cause} ${trace.hash} ${fund} ${component} ${ref} ${line.divisionId} ${line.derived ? 't' : 'f'} ${line.factsSeq} ${ctx.today} ${line.postedMonth} ${kind}`;
    if (rows.length % HASHED_AT_ONCE === HASHED_AT_ONCE - 1) {
      hash.update(proof);
      proof = '';
    }
    rows.push(
      `${countyId}\t${id}\t${line.divisionId}\t${personId}\t${copyText(kind)}\t${ref}\t${component}\t${fund}\t${month}\t${seq}\t${fen}\t${dueAfterFen}\t${cause}\t${line.derived}\t${runId}\t\\\\x${trace.hash}\t${line.factsSeq}\t${ctx.today}\t${line.postedMonth}\n`,
    );
  }
  return { rows, hash: hash.update(proof).digest(), totalFen };
}

async function insertRun(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  id: string,
  run: NewRun,
  done: Written,
): Promise<void> {
  await db
    .insertInto('ledger_run')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, command_key: run.commandKey },
      ...{ cause: run.cause, through_month: run.through, law_hash: Buffer.from(run.lawHash, 'hex') },
      ...{ people: run.people, lines: done.rows.length, total_fen: done.totalFen, set_hash: done.hash },
      ...{ unknown: run.unknown.length, unknown_rights: JSON.stringify(run.unknown.slice(0, MOST_TOLD)) },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
      office_day: ctx.today,
    })
    .execute();
}

async function insertTraces(db: Db, countyId: number, lines: readonly NewAccrual[]): Promise<void> {
  const bodies = new Map(lines.map(({ trace }) => [trace.hash, trace.body]));
  if (bodies.size === 0) return;
  await sql`insert into trace (county_id, hash, body)
    select ${countyId}, decode(hash, 'hex'), body
    from unnest(${[...bodies.keys()]}::text[], ${[...bodies.values()]}::text[]) as t(hash, body)
    order by 2 on conflict do nothing`.execute(db);
}

/**
 * Writes a run and its lines in the order given, with the traces they rest on and the line of the log. Nothing is
 * checked here: the caller holds the heads of the people and knows the differences.
 */
export async function postRun(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  run: NewRun,
  lines: readonly NewAccrual[],
): Promise<RunAnswer> {
  const runId = newId();
  const done = written(ctx, place.countyId, runId, lines);
  await insertRun(db, ctx, place, runId, run, done);
  await insertTraces(db, place.countyId, lines);
  if (lines.length > 0)
    await copyRows(db, 'accrual', COLUMNS, async (copy) => {
      for (const row of done.rows) await copy.write(row);
    });
  await recordEvent(db, ctx, {
    ...place,
    action: 'ledger.run',
    recordKind: 'run',
    recordId: runId,
    detail: {
      ...{ cause: run.cause, through: monthText(run.through), people: run.people, lines: lines.length },
      ...{ totalFen: done.totalFen, unknown: run.unknown.length, hash: done.hash.toString('hex') },
    },
  });
  return {
    ...{ runId, people: run.people, lines: lines.length, totalFen: done.totalFen },
    ...{ unknown: run.unknown.slice(0, MOST_TOLD), unknownCount: run.unknown.length },
  };
}
