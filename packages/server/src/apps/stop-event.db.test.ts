import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accrueAndOpen, postChange } from '../modules/benefits/index.ts';
import { PENSIONS } from '../modules/disbursement/index.ts';
import { claimsAtOnce } from '../modules/registry/change-rules.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTowns, m } from './ledger-testing.ts';

const town = ledgerTowns(await testDatabase());

const COMBAT = { category: '参战退役人员', from_month: m('2010-01') };
const DISABLED = { category: '残疾军人', grade: 10, disability_cause: '因公', from_month: m('2010-01') };
const batchPlace = ({ countyId, divisionId }: LedgerTown) => ({
  ...{ countyId, divisionId, divisionIds: [divisionId], code: '621221100000', level: 'township' },
});

test('a death, a move and a sentence are claimed when they are confirmed; any other stop waits for the batch', () => {
  expect((['death', 'move', 'sentence', 'stop'] as const).map(claimsAtOnce)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('a stop that was the first half of a regrade asks nothing back: the batch nets it with the right entered next', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('邵某', DISABLED);
  await place.run('2018-03-05', '2018-03');
  await place.payOut('2018-03-20', '2018-03');
  const was = (await place.lines(id)).filter(([month]) => month === '2018-03').map(([, , fen]) => fen);
  await place.correct(id, { stop_month: m('2018-03') });
  const settle = { claimsAtOnce: false };
  const posted = await place.db
    .transaction()
    .execute((tx) => postChange(tx, place.on('2018-03-22'), place, [id], settle));
  expect(posted).toMatchObject({ claimFen: 0 });
  expect(posted?.totalFen).toBe(-was.reduce((sum, fen) => sum + fen, 0));
  await place.addRight(id, { ...DISABLED, grade: 9, from_month: m('2018-03') });
  const april = await place.db.transaction().execute(async (tx) => {
    const asked = { commandKey: randomUUID(), kind: PENSIONS, month: m('2018-04') } as const;
    return accrueAndOpen(tx, place.on('2018-04-05'), batchPlace(place), asked);
  });
  const { rows } = await sql`select 1 from claim where person_id = ${id}`.execute(place.db);
  expect(rows).toEqual([]);
  const lines = await place.lines(id);
  const of = (month: string) => lines.reduce((sum, [at, , fen]) => (at === month ? sum + fen : sum), 0);
  expect(of('2018-03')).toBe(of('2018-04'));
  expect(of('2018-03')).toBeGreaterThan(of('2018-02'));
  expect(april.batch.totalFen).toBe(of('2018-04') + of('2018-03') - of('2018-02'));
});

test('a stop that nothing follows becomes a claim with the next batch', async () => {
  const place = await town('2018-01');
  const [id] = [await place.enrol('邵某', COMBAT), await place.enrol('陶某', COMBAT)];
  await place.run('2018-03-05', '2018-03');
  await place.payOut('2018-03-20', '2018-03');
  await place.correct(id, { stop_month: m('2018-03') });
  await place.db
    .transaction()
    .execute((tx) => postChange(tx, place.on('2018-03-22'), place, [id], { claimsAtOnce: false }));
  await place.run('2018-04-05', '2018-04');
  await place.payOut('2018-04-20', '2018-04');
  const { rows } = await sql<{ fen: number }>`select fen from claim where person_id = ${id}`.execute(
    place.db,
  );
  expect(rows).toEqual([{ fen: 55_000 }]);
});
