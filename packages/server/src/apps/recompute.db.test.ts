import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { accrueAndOpen, recomputeBatch } from '../modules/benefits/index.ts';
import { answerException, nameLedgerStart, releaseLine, showBatch } from '../modules/disbursement/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTown, m } from './ledger-testing.ts';

const town = await ledgerTown(await testDatabase(), '621221101000');
const { countyId, divisionId } = town;
const place = {
  ...{ countyId, divisionId, code: '621221101000', level: 'township' },
  divisionIds: [divisionId],
};
const clerk = town.on('2018-02-05');
const within = <T>(work: (tx: LedgerTown['db']) => Promise<T>) => town.db.transaction().execute(work);
const MONTH = { kind: '抚恤补助', month: m('2018-02') } as const;
let an: string;
let bai: string;

beforeAll(async () => {
  await within((tx) => nameLedgerStart(tx, clerk, town, { month: m('2016-12'), reason: '补建' }));
  const right = (account: string) => ({
    ...{ category: '参战退役人员', from_month: m('2010-01'), bank_name: '农商行', account },
  });
  an = await town.enrol('安某', right('6228480000000001'));
  bai = await town.enrol('白某', right('6228480000000002'));
});

/** Of each person what is asked, and the answer that stands. */
async function asked(batch: string) {
  const { exceptions, held } = await within((tx) => showBatch(tx, clerk, place, batch));
  const answers = exceptions.map(({ code, personId, answer }) => [
    code,
    personId,
    answer?.answer,
    answer?.reason,
  ]);
  return { held: held.lines, answers: answers.sort() };
}

test('a batch computed again keeps the answers to the same facts, and asks anew where facts have changed', async () => {
  const first = await within((tx) => accrueAndOpen(tx, clerk, place, { commandKey: randomUUID(), ...MONTH }));
  const late = (id: string, answer?: string, reason?: string) => ['arrears_long', id, answer, reason];
  expect((await asked(first.batch.batch)).answers).toEqual([late(an), late(bai)].sort());
  const answer = (id: string, said: 'pay' | 'hold', reason: string) =>
    within((tx) =>
      answerException(tx, clerk, place, first.batch.batch, {
        ...{ key: `arrears_long:${id}`, answer: said, reason },
      }),
    );
  await answer(an, 'pay', '补建台账，逐月核过');
  await answer(bai, 'hold', '原件没找到');

  const second = await within((tx) => recomputeBatch(tx, clerk, place, first.batch.batch));
  const kept = late(bai, 'hold', '原件没找到（重算前已答）');
  expect(await asked(second.batch.batch)).toEqual({
    held: 1,
    answers: [late(an, 'pay', '补建台账，逐月核过（重算前已答）'), kept].sort(),
  });

  await town.correct(an, { from_month: m('2017-01') });
  const third = await within((tx) => recomputeBatch(tx, clerk, place, second.batch.batch));
  expect(third.batch.totalFen).toBeLessThan(second.batch.totalFen);
  const { held, answers } = await asked(third.batch.batch);
  expect([held, answers.find(([, id]) => id === an)]).toEqual([1, late(an)]);
  expect(answers.find(([, id]) => id === bai)?.[2]).toBe('hold');
});

test('a line let go after an answer held it stays let go; the same command again answers the same batch', async () => {
  const { rows } = await sql<{
    batch: string;
  }>`select id as batch from batch order by id desc limit 1`.execute(town.db);
  const batch = rows[0]?.batch ?? '';
  const held = await sql<{ line: string }>`select l.id as line from pay_line l where l.batch_id = ${batch}
    and l.person_id = ${bai}`.execute(town.db);
  const released = { lineId: held.rows[0]?.line ?? '', reason: '原件找到了' };
  expect(await within((tx) => releaseLine(tx, clerk, place, batch, released))).toMatchObject({ held: 0 });
  const key = randomUUID();
  const again = () => within((tx) => recomputeBatch(tx, clerk, place, batch, key));
  const fresh = await again();
  const { held: left, answers } = await asked(fresh.batch.batch);
  expect([left, answers.find(([, id]) => id === bai)?.[2]]).toEqual([0, 'pay']);
  expect((await again()).batch).toEqual(fresh.batch);
});

test('a batch of which nothing is left to be paid stays taken back, and what was posted for it cancels out', async () => {
  const { rows } = await sql<{
    batch: string;
  }>`select id as batch from batch order by id desc limit 1`.execute(town.db);
  for (const id of [an, bai]) await town.correct(id, { from_month: m('2019-01') });
  const ended = await within((tx) => recomputeBatch(tx, clerk, place, rows[0]?.batch ?? ''));
  expect(ended).toMatchObject({ batch: { state: 'cancelled' }, run: undefined });
  const left = (await town.lines(an)).reduce((sum, [, , fen]) => sum + fen, 0);
  expect(left).toBe(0);
});
