import { expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { testContext, testDatabase, testTown } from '../../testing/index.ts';
import { addFund, listFunds, type NewFund, sumFunds, undoFund } from './fund.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某');
const town = await testTown(db);
const scope = { countyId: town.countyId, divisionIds: [town.divisionId] };

const add = (fen: number, more: Partial<NewFund> = {}) =>
  addFund(db, clerk, town, { level: 'central', kind: '抚恤补助', fen, onDay: '2017-09-20', ...more });
const sums = async () =>
  sumFunds(await listFunds(db, scope, 2017)).map(({ level, kind, fen }) => [level, kind, fen]);

test('money is summed by level and kind; what the level above took back lowers it; another year is another sum', async () => {
  await add(50_000_00);
  await add(-1_000_00, { documentNo: '财社〔2017〕8 号' });
  await add(20_000_00, { level: 'province' });
  await add(3_000_00, { level: 'county', kind: '慰问金' });
  await add(7_00, { onDay: '2016-12-31' });
  expect(await sums()).toEqual([
    ['central', '抚恤补助', 49_000_00],
    ['province', '抚恤补助', 20_000_00],
    ['county', '慰问金', 3_000_00],
  ]);
});

test('a line taken back once stays with its reason and counts no more', async () => {
  const id = await add(5_00, { level: 'city', kind: '优待金' });
  await undoFund(db, clerk, town, id, '记重了');
  expect((await listFunds(db, scope, 2017)).find((one) => one.id === id)?.undoneBecause).toBe('记重了');
  expect((await sums()).some(([level]) => level === 'city')).toBe(false);
  await expect(undoFund(db, clerk, town, id, '再来')).rejects.toMatchObject({ code: 'undone' });
  const other = await testTown(db, '341524198000');
  await expect(undoFund(db, clerk, other, id, '别镇')).rejects.toMatchObject({ code: 'not_found' });
});

test('two who take one line back at once: one does, the other is told', async () => {
  const id = await add(9_00, { level: 'province', kind: '困难救助' });
  const undo = () => db.transaction().execute((tx) => undoFund(tx, clerk, town, id, '记重了'));
  const ended = await Promise.allSettled([undo(), undo()]);
  const codes = ended.map((one) => (one.status === 'rejected' ? one.reason.code : 'done'));
  expect(codes.sort()).toEqual(['done', 'undone']);
});

test.each<[string, number, Partial<NewFund>, string]>([
  ['nothing', 0, {}, 'amount_zero'],
  ['a day ahead', 100, { onDay: '2018-01-01' }, 'date_order'],
  ['no day', 100, { onDay: '九月' }, 'date_invalid'],
])('%s is refused', async (_what, fen, more, code) => {
  await expect(add(fen, more)).rejects.toMatchObject({ code });
});
