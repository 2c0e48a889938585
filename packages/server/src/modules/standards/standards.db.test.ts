import type { Law } from '@shuangyong/policy';
import { type Month, monthOf } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import {
  DERIVED,
  DERIVED_PACKAGE,
  decidePackage,
  enterPackage,
  hasAdoptedDerived,
  type LocalPackage,
  lawOf,
  lawsIf,
  lawWith,
  listPackages,
  readPackage,
  shippedLaw,
} from './index.ts';
import { replacedAt } from './law.ts';
import { recordDecision } from './packages.ts';
import { ratesAt } from './rates.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某');
const reviewer = testContext(keys, '赵某');
let town: TestTown;
let other: TestTown;

beforeAll(async () => {
  town = await testTown(db, '341524101000');
  other = await testTown(db, '341524102000');
});

const AUGUST = (name: string, fenAMonth: number, from = '2026-08') => `
package: ${name}
title: 练习用的八月标准
sources:
  - { id: ${name}-notice, title: 练习通知, number: 练民〔2026〕1号, issued: 2026-08-20 }
tables:
  - code: martyrChild.base
    unit: fen_per_month
    axes: []
    combine: replace
    values:
      - { region: "341524", from: ${from}, to: 2027-07, knownOn: 2026-08-25, source: ${name}-notice, article: 第一条,
          status: published, confidence: high, cells: { "-": ${fenAMonth} } }
`;

const enter = (name: string, amount: number) =>
  enterPackage(db, clerk, town, { body: readPackage(AUGUST(name, amount)), origin: 'typed' });

async function rateIn(place: TestTown): Promise<number | undefined> {
  const answer = (await lawOf(db, place)).at(341524, monthOf(2026, 8)).cell('martyrChild.base', '-');
  return answer.kind === 'cell' ? answer.cell.amount : undefined;
}

test('a package counts once a second person has adopted it, only where it was entered', async () => {
  expect(await rateIn(town)).toBeUndefined();
  const { id, state } = await enter('first', 80_000);
  expect(state).toBe('entered');
  expect(await rateIn(town)).toBeUndefined();
  await expect(decidePackage(db, clerk, town, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'same_person',
  });
  await expect(decidePackage(db, reviewer, other, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await decidePackage(db, reviewer, town, id, { state: 'adopted' });
  expect(await rateIn(town)).toBe(80_000);
  expect(await rateIn(other)).toBeUndefined();
  await expect(decidePackage(db, reviewer, town, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'package_state',
  });
});

test('the same code again, a month that is already told, and a table that is not whole are refused', async () => {
  await expect(enter('first', 1)).rejects.toMatchObject({ code: 'package_exists' });
  const also = [readPackage(AUGUST('second', 90_000, '2026-10'))];
  await expect(lawOf(db, town, { also })).rejects.toMatchObject({ code: 'package_refused' });
  const broken = readPackage(AUGUST('third', 1).replace('"-": 1', '"9/duty": 1'));
  await expect(lawOf(db, other, { also: [broken] })).rejects.toThrow(/没有这一档|缺一档/);
  expect(() => readPackage('package: x\ntables: 3')).toThrow(/格式不对/);
  expect(() => readPackage('a: [')).toThrow(/读不出/);
});

test('taken away again it counts no more, with a reason, and its history stays', async () => {
  const [entered] = (await listPackages(db, town)).filter(({ code }) => code === 'first');
  const id = entered?.id ?? '';
  await expect(decidePackage(db, clerk, town, id, { state: 'withdrawn' })).rejects.toMatchObject({
    code: 'reason_missing',
  });
  const after = await decidePackage(db, clerk, town, id, { state: 'withdrawn', reason: '录错了月份' });
  expect(after.history.map(({ state, actorName }) => `${state} ${actorName}`)).toEqual([
    'entered 王某',
    'adopted 赵某',
    'withdrawn 王某',
  ]);
  expect(await rateIn(town)).toBeUndefined();
});

test('of two who adopt at once, one is told it has been done', async () => {
  const { id } = await enter('fourth', 70_000);
  const both = await Promise.allSettled(
    ['赵某', '刘某'].map((name) =>
      db
        .transaction()
        .execute((tx) => decidePackage(tx, testContext(keys, name), town, id, { state: 'adopted' })),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rateIn(town)).toBe(70_000);
});

test('derived rates are taken over by two people; the law itself stays the same', async () => {
  const before = (await lawOf(db, other)).hash;
  const body: LocalPackage = DERIVED_PACKAGE;
  const { id, code } = await enterPackage(db, clerk, other, { body, origin: 'derived' });
  expect(code).toBe(DERIVED);
  expect(await hasAdoptedDerived(db, other)).toBe(false);
  await decidePackage(db, reviewer, other, id, { state: 'adopted' });
  expect(await hasAdoptedDerived(db, other)).toBe(true);
  expect((await lawOf(db, other)).hash).toBe(before);
});

test("what waits is taken back by who entered it, with a reason; the county's is decided at the county", async () => {
  const { id } = await enter('fifth', 60_000);
  const back = { state: 'withdrawn', reason: '录错了文号' } as const;
  await expect(decidePackage(db, reviewer, town, id, back)).rejects.toMatchObject({ code: 'package_state' });
  expect((await decidePackage(db, clerk, town, id, back)).state).toBe('withdrawn');
  const [county] = await db.selectFrom('division').select('id').where('level', '=', 'county').execute();
  const atCounty = { countyId: town.countyId, divisionId: county?.id ?? '' };
  const body = readPackage(AUGUST('of-the-county', 90_000, '2027-08').replace('2027-07', '2028-07'));
  const entered = await enterPackage(db, clerk, atCounty, { body, origin: 'typed' });
  await expect(decidePackage(db, reviewer, town, entered.id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'package_elsewhere',
  });
  await decidePackage(db, reviewer, atCounty, entered.id, { state: 'adopted' });
  expect((await lawOf(db, other)).cells.some((cell) => cell.package === 'of-the-county')).toBe(true);
});

test('two waiting tables for the same months: the second is not adopted, whoever entered it where', async () => {
  const place = { countyId: town.countyId, divisionId: other.divisionId };
  const packs = ['left', 'right'].map((name) => readPackage(AUGUST(name, 1_000, '2026-08')));
  const entered = [];
  for (const body of packs) entered.push(await enterPackage(db, clerk, place, { body, origin: 'typed' }));
  const adopt = (id = '') =>
    db.transaction().execute((tx) => decidePackage(tx, reviewer, place, id, { state: 'adopted' }));
  await adopt(entered[0]?.id);
  await expect(adopt(entered[1]?.id)).rejects.toMatchObject({ code: 'package_conflict' });
  expect(await rateIn(other)).toBe(1_000);
  const [county] = await db.selectFrom('division').select('id').where('level', '=', 'county').execute();
  const atCounty = { countyId: town.countyId, divisionId: county?.id ?? '' };
  const body = readPackage(AUGUST('county-too', 2_000, '2026-08'));
  const third = await enterPackage(db, clerk, atCounty, { body, origin: 'typed' });
  await expect(
    db.transaction().execute((tx) => decidePackage(tx, reviewer, atCounty, third.id, { state: 'adopted' })),
  ).rejects.toThrow(/的标准就合不到一起了/);
});

test('what if: amounts of a year by so much more, a year nobody has told goes on with the last ones', () => {
  const files = shippedLaw();
  const at = (law: Law, month: Month) => {
    const answer = law.at(341524, month).cell('survivor.base', 'martyr');
    return answer.kind === 'cell' ? answer.cell.amount : undefined;
  };
  const known = lawsIf(files, 341524, { code: 'survivor.base', year: 2018, basisPoints: 1000 });
  const july = at(known.was, monthOf(2018, 7));
  const august = at(known.was, monthOf(2018, 8));
  expect(known.continued).toBe(false);
  expect([at(known.is, monthOf(2018, 7)), at(known.is, monthOf(2018, 8))]).toEqual([
    Math.round((july ?? 0) * 1.1),
    Math.round((august ?? 0) * 1.1),
  ]);
  expect([2017, 2019].map((y) => at(known.is, monthOf(y, 6)))).toEqual(
    [2017, 2019].map((y) => at(known.was, monthOf(y, 6))),
  );
  const later = lawsIf(files, 341524, { code: 'survivor.base', year: 2040, amounts: { martyr: 6_000_000 } });
  expect(later.continued).toBe(true);
  expect([at(later.was, monthOf(2040, 1)), at(later.is, monthOf(2040, 12))]).toEqual([4_185_600, 6_000_000]);
  expect(at(later.is, monthOf(2041, 1))).toBeUndefined();
});

test('what if of a rate nobody has: a new amount is tried alone, a per cent of nothing is refused', () => {
  const files = shippedLaw();
  const tried = lawsIf(files, 341524, { code: 'conscript.rate', year: 2026, amounts: { '-': 1_500_000 } });
  expect(tried.is.at(341524, monthOf(2026, 7)).cell('conscript.rate', '-')).toMatchObject({
    kind: 'cell',
    cell: { amount: 1_500_000, fund: 'county' },
  });
  expect(tried.was.at(341524, monthOf(2026, 7)).cell('conscript.rate', '-').kind).toBe('missing');
  expect(() => lawsIf(files, 341524, { code: 'conscript.rate', year: 2026, basisPoints: 500 })).toThrow(
    /还没有录过/,
  );
});

test('rates of a month: the winning value of each cell, the demobilised continued by national raises, gaps named', () => {
  const law = lawWith([]);
  const at = (month: Month, code: string) => ratesAt(law, 341524, month).filter((rate) => rate.code === code);
  expect(at(monthOf(2017, 10), 'disability.base')).toHaveLength(26);
  // Hebei set 1,245 yuan a month in October 2017; 1,200 and 2,400 yuan a year were added since by the nation.
  const hebei = ratesAt(law, 130_100, monthOf(2019, 9)).find(({ key }) => key === 'resistance');
  expect(hebei).toMatchObject({ amount: 1_854_000, status: 'derived', from: '2019-08', to: '2020-07' });
  expect(at(monthOf(2025, 9), 'survivor.base')).toMatchObject([{ key: '', status: 'unknown', amount: null }]);
  expect(at(monthOf(2017, 10), 'nursing.wage')).toMatchObject([{ amount: null, status: 'unknown' }]);
});

test('a package that overlaps what the product carries by now counts no more, the others still do', async () => {
  const town3 = await testTown(db, '341524103000');
  const adopt = async (text: string) => {
    const { id } = await enterPackage(db, clerk, town3, { body: readPackage(text), origin: 'file' });
    await recordDecision(db, reviewer, town3, id, { state: 'adopted' });
  };
  // As if it had been entered before the table of 2017-10 came with the product.
  await adopt(
    AUGUST('while-waiting', 1, '2017-10').replace('"341524"', '"000000"').replace('2027-07', '2018-07'),
  );
  await adopt(AUGUST('own', 66_000));
  const replaced = await replacedAt(db, town3);
  const codes = (await listPackages(db, town3)).filter(({ id }) => replaced.has(id)).map(({ code }) => code);
  expect(codes).toEqual(['while-waiting']);
  const law = await lawOf(db, town3);
  const at = (month: number) =>
    law.at(341524, month as ReturnType<typeof monthOf>).cell('martyrChild.base', '-');
  expect(at(monthOf(2017, 10))).toMatchObject({ cell: { amount: 39_000, package: 'national-2017-10' } });
  expect(at(monthOf(2026, 8))).toMatchObject({ cell: { amount: 66_000 } });
});

test('a package whose documents another one rests on is not withdrawn before that one', async () => {
  const place = await testTown(db, '341524104000');
  const adopt = async (text: string) => {
    const { id } = await enterPackage(db, clerk, place, { body: readPackage(text), origin: 'file' });
    await decidePackage(db, reviewer, place, id, { state: 'adopted' });
    return id;
  };
  const first = await adopt(AUGUST('base', 50_000));
  const second = await adopt(
    AUGUST('erratum', 51_000)
      .replace(/sources:\n.*\n/, 'supersedes: [base]\n')
      .replace('erratum-notice, article', 'base-notice, article'),
  );
  const away = (id: string) =>
    db
      .transaction()
      .execute((tx) => decidePackage(tx, reviewer, place, id, { state: 'withdrawn', reason: '录错了' }));
  await expect(away(first)).rejects.toThrow(/「erratum」用着这一份的文件/);
  await away(second);
  expect((await away(first)).state).toBe('withdrawn');
});
