import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { m } from '../packages/server/src/apps/ledger-testing.ts';
import type { Db } from '../packages/server/src/kernel/db.ts';
import { accrueAndOpen } from '../packages/server/src/modules/benefits/index.ts';
import {
  answerException,
  approveBatch,
  exportBatch,
  PENSIONS,
  readResult,
  reviewBatch,
  showBatch,
  submitBatch,
  takeResult,
} from '../packages/server/src/modules/disbursement/index.ts';
import type { Happening } from './plan.ts';
import type { Township } from './township.ts';

type Paying = Extract<Happening, { what: 'pay' }>;

/** Refusals that a working day brings with it; any other is a fault. */
const EXPECTED = new Set([
  ...['nothing_to_pay', 'nothing_to_export', 'batch_open', 'wrong_state', 'in_transit', 'released_waiting'],
  ...['month_order', 'month_closed'],
]);

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!EXPECTED.has(code)) throw error;
  return code;
}

/** Two clerks at the same moment when asked for: one of them counts, the other is told. Answers the one that counts. */
async function once<T>(works: readonly (() => Promise<T>)[]): Promise<T | undefined> {
  const ended = await Promise.allSettled(works.map((work) => work()));
  const done = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  for (const one of ended) if (one.status === 'rejected') codeOf(one.reason);
  if (done.length > 1) throw new Error('two clerks did the same step, both were told that it is done');
  return done[0];
}

/**
 * A step whose connection dies when all of it is done but the end: nothing of it may be left, which the next steps and
 * the day's books show. A step that is refused does not come so far.
 */
async function doomed(town: Township, work: (tx: Db) => Promise<unknown>): Promise<void> {
  const kept = town.write(async (tx) => {
    await work(tx);
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  });
  const died = await kept.then(
    () => false,
    () => true,
  );
  if (!died) throw new Error('a step whose connection died says that it is done');
}

const HANDS = [
  [submitBatch, ['王某', '孙某']],
  [reviewBatch, ['赵某', '周某']],
  [approveBatch, ['刘某', '吴某']],
] as const;
/** Steps by their number in the plan: the run is the first, the bank's file the last. */
const [RUN, SEND] = [0, HANDS.length + 1];

/** The month's batch from its run to the bank. Without money due there is none. */
export async function payMonth(town: Township, day: string, asked: Paying): Promise<void> {
  const { place, write } = town;
  const { month, isTwice, dies } = asked;
  const twice = async <T>(
    at: number,
    work: (tx: Db, who: string) => Promise<T>,
    names: readonly string[],
  ) => {
    if (dies === at) await doomed(town, (tx) => work(tx, names[0] ?? ''));
    return once(names.slice(0, isTwice ? 2 : 1).map((who) => () => write((tx) => work(tx, who))));
  };
  const open = (tx: Db, who: string) =>
    accrueAndOpen(tx, town.on(day, who), place, {
      ...{ commandKey: randomUUID(), kind: PENSIONS, month: m(month) },
    });
  const opened = await twice(RUN, open, ['王某', '孙某']);
  if (opened === undefined) return;
  const { batch, hash } = opened.batch;
  town.batches.set(month, batch);
  await answerReds(town, day, batch);
  for (const [index, [step, names]] of HANDS.entries())
    await twice(index + 1, (tx, who) => step(tx, town.on(day, who), place, batch, { hash }), names);
  await sendMonth(town, day, batch, asked);
}

/** The bank's file. The same command again answers the same bytes, also at the same moment. */
async function sendMonth(
  town: Township,
  day: string,
  batch: string,
  { isTwice, dies }: Paying,
): Promise<void> {
  const { place, write, dataDir } = town;
  const make = (tx: Db) =>
    exportBatch(tx, town.on(day, '财政某'), place, batch, { layout: 'fixed', dataDir });
  if (dies === SEND) await doomed(town, make);
  const sent = await Promise.allSettled(isTwice ? [write(make), write(make)] : [write(make)]);
  for (const one of sent) if (one.status === 'rejected') codeOf(one.reason);
  const files = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (files.some(({ bytes }) => !files[0]?.bytes.equals(bytes)))
    throw new Error('two files of one batch differ');
}

async function answerReds(town: Township, day: string, batch: string): Promise<void> {
  const { exceptions } = await town.write((tx) => showBatch(tx, town.on(day), town.place, batch));
  for (const { key, severity, answer, lineId } of exceptions) {
    if (severity !== 'red' || answer !== null) continue;
    const said = { key, answer: lineId === null ? 'pay' : 'hold', reason: '等核实' } as const;
    await town.write((tx) => answerException(tx, town.on(day), town.place, batch, said));
  }
}

/** The bank's answer of a month, twice: every `returnedIn`th line comes back. The second time changes nothing. */
export async function takeMonth(
  town: Township,
  day: string,
  month: string,
  returnedIn: number,
): Promise<void> {
  const batch = town.batches.get(month);
  if (batch === undefined) return;
  const { rows: lines } = await sql<{ id: string }>`select l.id from pay_line l where l.batch_id = ${batch}
    and (select e.state from line_event e where e.line_id = l.id order by e.seq desc limit 1) = 'in_file'
    order by l.ordinal`.execute(town.db);
  if (lines.length === 0) return;
  const told = lines.map(({ id }, at) => `${id},${at % returnedIn === 3 ? '退回,账号不存在' : '已到账,'}`);
  const bytes = Buffer.from(['流水号,结果,原因', ...told].join('\n'));
  const rows = await readResult(bytes);
  const given = { rows, bytes, name: '回执.csv', dataDir: town.dataDir };
  const take = () => town.write((tx) => takeResult(tx, town.on(day, '财政某'), town.place, batch, given));
  await take();
  const { counts } = await take();
  if (counts.unchanged !== lines.length) throw new Error('the same result again changed something');
}
