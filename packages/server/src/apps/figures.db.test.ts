import { day } from '@shuangyong/values';
import { beforeAll, describe, expect, test } from 'vitest';
import { openKysely } from '../kernel/db.ts';
import { batchIndicators } from '../modules/disbursement/index.ts';
import {
  answerFigures,
  type Figure,
  figureDays,
  figureItems,
  traceFigure,
} from '../modules/indicators/index.ts';
import { keptIndicators } from '../modules/registry/index.ts';
import type { FigureScope } from '../platform/contract/indicator.ts';
import { testDatabase } from '../testing/index.ts';
import { INDICATORS } from './figures.ts';
import { addTown, COUNTY, hashOf, townOf } from './figures-testing/ledger.ts';
import { fillYear } from './figures-testing/year2017.ts';

const { ownerPool } = await testDatabase();
const db = openKysely(ownerPool);

let town: string;
let other: string;

beforeAll(async () => {
  town = await addTown(db, '341524101');
  other = await addTown(db, '341524102');
  await fillYear(db, town);
});

const scopeOf = (divisionIds: readonly string[], year = 2017, asOf?: string): FigureScope => ({
  countyId: COUNTY,
  divisionIds,
  ...figureDays(year, asOf === undefined ? undefined : day(asOf)),
});

async function figures(scope: FigureScope): Promise<ReadonlyMap<string, Figure>> {
  const answers = await db.transaction().execute((tx) => answerFigures(tx, scope, INDICATORS));
  return new Map(answers.map((figure) => [figure.code, figure]));
}

const rate = (num: number, den: number) => ({ num, den });

/** Worked out by hand from `fillYear`; every code that has a source and is not nought. */
const BY_HAND: Readonly<Record<string, unknown>> = {
  ...{ A01: 1, A02: 1, A03: 1, A04: 1, A05: rate(14, 15), 'A06.raised': 2, 'A06.done': 1, A07: 1, A08: 2 },
  ...{ A09: '5000.00', A10: '1500.50' },
  ...{ B01: 2, B02: 1, B03: 15, B04: 2, B05: 3, B06: 40, B07: 50, B08: 200, B09: 400, B10: 3 },
  ...{ 'B11.events': 1, 'B11.attendance': 107 },
  ...{
    C01: 11,
    C02: 844,
    'C03.events': 1,
    'C03.attendance': 213,
    C04: 120,
    C05: 2,
    C06: 56,
    C07: 56,
    C08: 1,
  },
  ...{ 'C09.teams': 1, 'C09.events': 2, C10: rate(1, 11) },
  ...{ D01: 3, D02: 4, D03: '1300.00', D04: '500.00', D05: '50.00' },
  ...{ 'D06.springFestival.households': 1, 'D06.springFestival.amount': '300.00' },
  ...{ 'D06.armyDay.households': 1, 'D06.armyDay.amount': '1000.00', D07: 2, D08: 1, D09: rate(2, 3) },
  ...{ E01: 4, E02: 3, E03: 1, 'E03.grade8': 1, E06: 1, E07: 1, E10: 1, 'E12.added': 1, 'E12.left': 1 },
  ...{ E16: 6, 'E17.households': 3, 'E17.people': 8, E18: 1 },
  ...{ F01: 4, F02: '275.00', 'F07.people': 1, 'F07.amount': '20.00' },
  ...{ 'F03.残疾军人.people': 1, 'F03.残疾军人.amount': '160.00' },
  ...{ 'F03.带病回乡退伍军人.people': 1, 'F03.带病回乡退伍军人.amount': '70.00' },
  ...{ 'F03.农村籍退役士兵.people': 1, 'F03.农村籍退役士兵.amount': '50.00' },
  ...{ 'F03.烈士子女.people': 1, 'F03.烈士子女.amount': '15.00', 'F03.未分类.amount': '-20.00' },
  ...{ 'G01.people': 2, 'G01.amount': '300.01', G02: '150.01', G03: 1, G04: '1000.00' },
  ...{ 'G06.new': 1, 'G06.replaced': 1, 'G06.total': 2, 'G07.applied': 2, 'G07.issued': 1 },
  ...{ H01: 2, 'H02.people': 1, 'H02.rate': rate(1, 2), H03: 31, 'H04.fairs': 1, H05: 2, H06: 1, H07: 1 },
  ...{ 'J04.people': 1, 'J04.amount': '300.00', 'J05.items': 2, 'J05.rate': rate(2, 3), J06: 1, N03: 1 },
  ...{ L01: 1, M01: 3 },
};

/** What the office itself keeps and no sheet brings. */
const KEPT = new Set([...keptIndicators, ...batchIndicators].map(({ code }) => code));
const SUMMED = INDICATORS.flatMap(({ code, fact, kind }) =>
  fact && kind !== 'mode' && !KEPT.has(code) ? [code] : [],
);

describe('a township’s year', () => {
  test('gives every figure worked out by hand, and nought for what nothing matches', async () => {
    const answers = [...(await figures(scopeOf([town]))).values()];
    const stated = answers.filter(({ value }) => value !== null && value !== 0 && value !== '0.00');
    expect(Object.fromEntries(stated.map(({ code, value }) => [code, value]))).toEqual(BY_HAND);
  });

  test('answers null only for figures whose records no sheet holds, each with the record that is missing', async () => {
    const nulls = [...(await figures(scopeOf([town]))).values()].filter(({ value }) => value === null);
    const later = INDICATORS.filter(({ code, fact }) => !fact || KEPT.has(code)).map(({ code }) => code);
    expect(nulls.map(({ code }) => code)).toEqual(later);
    expect(nulls.map(({ reason }) => reason ?? '')).not.toContain('');
  });

  test('counts records without a paper that can be shown or found', async () => {
    const answers = await figures(scopeOf([town]));
    expect(answers.get('F02')).toMatchObject({ records: 7, unevidenced: 6 });
    expect(answers.get('C03.events')).toMatchObject({ records: 1, unevidenced: 0 });
    expect(answers.get('M01')).toMatchObject({ records: 3, unevidenced: 2 });
  });

  test('an estimated head-count marks figures of heads, and no count of events', async () => {
    const answers = [...(await figures(scopeOf([town]))).values()];
    const estimated = answers.filter((figure) => figure.estimated);
    expect(estimated.map(({ code }) => code)).toContain('C03.attendance');
    expect(new Set(estimated.map(({ unit }) => unit))).toEqual(new Set(['人次']));
  });

  test.each(SUMMED)('the records of %s add up to it', async (code) => {
    const scope = scopeOf([town]);
    const { figure, value, total, records } = await traceFigure(db, scope, INDICATORS, code);
    const sum = (of: (record: (typeof records)[number]) => number) =>
      records.reduce((whole, record) => whole + of(record), 0);
    expect({ total, listed: records.length }).toEqual({ total: figure.records, listed: figure.records });
    if (code === 'G02') return expect(value).toBe(150_01);
    const parts = sum(({ contribution }) => contribution);
    if (typeof value !== 'object') return expect(parts).toBe(value);
    expect({ num: parts, den: sum(({ denominator }) => denominator ?? 0) }).toEqual(value);
  });

  test('the records of all figures, read base by base, are those each figure is traced to', async () => {
    const scope = scopeOf([town]);
    const all = await figureItems(db, scope, INDICATORS);
    for (const { code } of INDICATORS) {
      const { records } = await traceFigure(db, scope, INDICATORS, code);
      const part = (one: {
        id: string;
        version: number;
        contribution: number;
        denominator?: number | null;
      }) => `${one.id} ${one.version} ${one.contribution} ${one.denominator ?? ''}`;
      expect((all.get(code) ?? []).map(part).sort(), code).toEqual(records.map(part).sort());
    }
  });

  test('an as-of day moves stocks to that day and ends flows on it', async () => {
    const june = await figures(scopeOf([town], 2017, '2017-06-30'));
    expect(june.get('E02')).toMatchObject({ value: 4, asOf: '2017-06-30' });
    expect(june.get('B03')?.value).toBe(0);
    expect(june.get('C01')?.value).toBe(6);
    expect(june.get('G01.people')).toMatchObject({
      value: null,
      reason: '2017 年截至 2017-06-30 没有「义务兵优待金」记录。',
    });
  });

  test('a year without a record of the sheet is null and names the sheet', async () => {
    const empty = await figures(scopeOf([town], 2014));
    expect(empty.get('A01')).toMatchObject({ value: null, reason: '2014 年没有「会议」记录。' });
    expect(empty.get('F02')).toMatchObject({ value: null, reason: '2014 年没有「发放记录」记录。' });
    expect(empty.get('B02')?.value).toBe(1);
  });
});

describe('a county', () => {
  test('counts a person of two townships once and adds their money', async () => {
    const { record, person } = townOf(db, other);
    const again = await person('甲');
    const him = { name: '甲', identity_hash: hashOf('甲'), person_id: again };
    const village_id = '00000000-0000-7000-8000-000000000002';
    await record('spell', { ...him, village_id, category: '参战退役人员', from_month: 2010 * 12 });
    await record('paid_line', {
      ...{ ...him, item: '参战退役人员生活补助', amount_fen: 1_00 },
      ...{ from_month: 2017 * 12, to_month: 2017 * 12, paid_on: '2017-01-20' },
    });
    const [one, both] = [await figures(scopeOf([other])), await figures(scopeOf([town, other]))];
    expect([one.get('E02')?.value, one.get('F01')?.value]).toEqual([1, 1]);
    expect([both.get('E02')?.value, both.get('F01')?.value, both.get('F02')?.value]).toEqual([
      3,
      4,
      '276.00',
    ]);
    expect(both.get('F03.参战退役人员.amount')?.value).toBe('1.00');
  });
});

test('a sheet whose amounts are all blank is not nought', async () => {
  const bare = await addTown(db, '341524103');
  await townOf(db, bare).record('visit', {
    visited_on: '2017-07-31',
    name: '某',
    mode: '上门',
    festival: '八一',
  });
  const answers = await figures(scopeOf([bare]));
  expect(answers.get('D02')?.value).toBe(1);
  expect(answers.get('D03')).toMatchObject({ value: null, reason: '慰问金一栏都没填。' });
  expect(answers.get('D09')).toMatchObject({ value: null, reason: '分母是 0，算不出「签收率」。' });
});
