import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { testContext } from '../../testing/context.ts';
import { testDatabase } from '../../testing/index.ts';
import {
  divisionNameOn,
  divisionPath,
  ensurePlace,
  ensureTownship,
  findDivisionYear,
  getDivision,
  saveDivisionYear,
  townshipsUnder,
} from './index.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys);
const ensure = (facts: Parameters<typeof ensureTownship>[2]) =>
  db.transaction().execute((tx) => ensureTownship(tx, ctx, facts));
const names = async (code: string) =>
  (await divisionPath(db, await getDivision(db, code))).map(({ name }) => name);

test('importing a township makes its province, city and county from its code', async () => {
  const { countyId, division } = await ensure({ code: '341524101', name: '示例镇' });
  expect(countyId).toBe(341524);
  expect(division.code).toBe('341524101000');
  expect(await names('341524101')).toEqual(['安徽省', '六安市', '金寨县', '示例镇']);
});

test('the same township again is the same division', async () => {
  const first = await ensure({ code: '341524101', name: '示例镇' });
  const again = await ensure({ code: '341524101000', name: '示例镇', parentName: '金寨县' });
  expect(again.division.id).toBe(first.division.id);
});

test('a county nobody knows takes 上级名称, its city the code until somebody names it', async () => {
  await ensure({ code: '421022103', name: '某镇', parentName: '公安县' });
  expect(await names('421022103')).toEqual(['湖北省', '4210', '公安县', '某镇']);
  await ensure({ code: '421022103', name: '某镇', parentName: '湖北省荆州市公安县' });
  expect(await names('421022103')).toEqual(['湖北省', '荆州市', '公安县', '某镇']);
});

test('a township renamed in 2019 keeps the name its older papers use', async () => {
  await ensure({ code: '341524102', name: '新镇', on: day('2019-01-01') });
  await ensure({ code: '341524102', name: '旧乡', on: day('2017-01-01') });
  const division = await getDivision(db, '341524102');
  expect(division.name).toBe('新镇');
  expect(await divisionNameOn(db, division, day('2018-06-01'))).toBe('旧乡');
  expect(await divisionNameOn(db, division, day('2019-06-01'))).toBe('新镇');
});

test('two first imports of one county at once make one county', async () => {
  await Promise.all(
    ['530102001', '530102002', '530102003'].map((code) => ensure({ code, name: `镇${code}` })),
  );
  expect(await townshipsUnder(db, '530102000000')).toHaveLength(3);
  const { rows } = await pool.query("select 1 from division where code = '530102000000'");
  expect(rows).toHaveLength(1);
});

test('a user set up before the first workbook has a place, which the workbook then names', async () => {
  const place = await db.transaction().execute((tx) => ensurePlace(tx, ctx, '341524103'));
  const { division } = await ensure({ code: '341524103', name: '后来镇' });
  expect(division).toMatchObject({ id: place.id, name: '后来镇' });
});

test('a code that is none, a code of a county and an empty name are refused in this order', async () => {
  await expect(ensure({ code: '3415', name: '' })).rejects.toMatchObject({ code: 'division_code' });
  await expect(ensure({ code: '341524000000', name: '' })).rejects.toMatchObject({ code: 'division_code' });
  await expect(ensure({ code: '341524101', name: ' ' })).rejects.toMatchObject({ code: 'division_name' });
  await expect(getDivision(db, '999999999999')).rejects.toBeInstanceOf(NotFound);
});

test('what a later sheet leaves open of a year stays as it was', async () => {
  const division = await getDivision(db, '341524101');
  const save = (facts: Parameters<typeof saveDivisionYear>[4]) =>
    db.transaction().execute((tx) => saveDivisionYear(tx, ctx, division, 2017, facts));
  expect(await save({ population: 21_000, villageCount: 12, parentName: '金寨县' })).toBe('created');
  expect(await save({ population: null, villageCount: 12, parentName: null })).toBe('unchanged');
  expect(await save({ population: 21_500, villageCount: null, parentName: null })).toBe('updated');
  expect(await findDivisionYear(db, division, 2017)).toEqual({
    population: 21_500,
    villageCount: 12,
    parentName: '金寨县',
  });
});
