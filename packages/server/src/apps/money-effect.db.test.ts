import { expect, test } from 'vitest';
import { moneyEffectOf, postChange } from '../modules/benefits/index.ts';
import { mergePeople, projectPerson, suspectedPairs, undoMerge } from '../modules/registry/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTowns, m } from './ledger-testing.ts';

const town = ledgerTowns(await testDatabase());

const COMBAT = { category: '参战退役人员', from_month: m('2010-01') };

test('what a death would do to money is told before it is reported, and nothing is posted', async () => {
  const place = await town('2024-08');
  const id = await place.enrol('金某', COMBAT);
  await place.run('2025-03-05', '2025-03');
  await place.payOut('2025-03-20', '2025-03');
  const tried = (diedOn: string) => tryOut(place, [id], (tx) => setDeath(tx, place, id, diedOn));
  const months = ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03'];
  expect(await tried('2024-09-30')).toEqual({
    ...{ through: '2025-03', moreFen: 0, lessFen: -6 * 88_200, claimFen: 6 * 88_200, continued: [] },
    months: months.map((month) => ({ month, fen: -88_200 })),
    claims: months.map((month) => ({ month, fen: 88_200 })),
    ...{ afterDeath: [], isSetOff: false },
  });
  // Five of the six months continued were paid as if he lived: nothing is owed either way.
  expect(await tried('2024-10-01')).toEqual({
    ...{ through: '2025-03', months: [], moreFen: 0, lessFen: 0, claimFen: 0, claims: [], isSetOff: false },
    continued: ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03'],
    afterDeath: [
      {
        ...{
          kind: '参战退役人员',
          from: '2024-11',
          to: '2025-04',
          months: 6,
          monthFen: 88_200,
          fen: 529_200,
        },
        basis: expect.stringMatching(/^《军人抚恤优待条例.*》第六十二条$/),
      },
    ],
  });
  // Who died this month is paid on from the next, which nobody has looked at yet.
  expect(await tried('2025-03-02')).toMatchObject({
    ...{ claims: [], continued: [] },
    afterDeath: [{ from: '2025-04', to: '2025-09', months: 6, monthFen: 88_200 }],
  });
  expect((await place.lines(id)).every(([, , fen]) => fen > 0)).toBe(true);
});

test('a change that counts is posted at once, with its claim; no month is begun, and without a ledger nothing is', async () => {
  const place = await town('2018-01');
  const [id, other] = [await place.enrol('严某', COMBAT), await place.enrol('钱某', COMBAT)];
  const post = (today: string) =>
    place.db.transaction().execute((tx) => postChange(tx, place.on(today), place, [id]));
  expect(await post('2018-01-02')).toBeUndefined();
  await place.run('2018-03-05', '2018-03');
  await place.payOut('2018-03-20', '2018-03');
  await place.correct(id, { died_on: '2018-01-20' });
  expect(await post('2018-04-10')).toEqual({ lines: 2, totalFen: -110_000, claimFen: 110_000 });
  expect((await place.lines(other)).map(([month]) => month)).toEqual(['2018-01', '2018-02', '2018-03']);
  expect(await post('2018-04-10')).toEqual({ lines: 0, totalFen: 0, claimFen: 0 });
  // The report was wrong after all: what was taken back is due again.
  await place.correct(id, { died_on: null });
  expect(await post('2018-04-11')).toMatchObject({ totalFen: 110_000, claimFen: 0 });
});

test('what a merge would do to money is told, and what taking it back would', async () => {
  const place = await town('2018-01');
  const [into, from] = [await place.enrol('魏某', COMBAT), await place.enrol('魏某', COMBAT)];
  await place.run('2018-02-05', '2018-02');
  await place.payOut('2018-02-20', '2018-02');
  const ctx = place.on('2018-02-21');
  // The pair says what batches paid to both, and how much of it for the same months.
  const here = { countyId: place.countyId, divisionIds: [place.divisionId] };
  const of = (id: string) => expect.objectContaining({ id, payments: 1, paidFen: 110_000 });
  expect(await suspectedPairs(place.db, ctx.keys, here)).toEqual([
    expect.objectContaining({ left: of(into), right: of(from), doublePayments: 2, doubleFen: 110_000 }),
  ]);
  const merge = (tx: LedgerTown['db']) => mergePeople(tx, ctx, place, from, into, '同一人');
  expect(await tryOut(place, [into, from], merge)).toMatchObject({
    ...{ moreFen: 0, lessFen: -110_000, claimFen: 110_000 },
    months: [
      { month: '2018-01', fen: -55_000 },
      { month: '2018-02', fen: -55_000 },
    ],
  });
  const mergeId = await place.db.transaction().execute(merge);
  await place.run('2018-02-22', '2018-02');
  const undone = (tx: LedgerTown['db']) => undoMerge(tx, ctx, place, mergeId);
  expect(await tryOut(place, [into, from], undone)).toMatchObject({ moreFen: 110_000, lessFen: 0 });
});

async function setDeath(tx: LedgerTown['db'], place: LedgerTown, id: string, diedOn: string): Promise<void> {
  await tx.updateTable('spell').set({ died_on: diedOn }).where('person_id', '=', id).execute();
  await projectPerson(tx, place.countyId, id);
}

/** Makes a change, asks what it does to money, and takes it back. */
async function tryOut(
  place: LedgerTown,
  personIds: readonly string[],
  make: (tx: LedgerTown['db']) => Promise<unknown>,
) {
  const found: unknown[] = [];
  const back = new Error('taken back');
  await place.db
    .transaction()
    .execute(async (tx) => {
      const change = async () => void (await make(tx));
      found.push(await moneyEffectOf(tx, place.on('2018-02-21'), place, { personIds, change }));
      throw back;
    })
    .catch((error: unknown) => {
      if (error !== back) throw error;
    });
  return found[0];
}
