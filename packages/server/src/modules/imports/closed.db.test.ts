import { monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import type { WriteValue } from '../../platform/workbook/index.ts';
import { closeMonth } from '../disbursement/index.ts';
import { book, PEOPLE, ROLL_HEADER, VILLAGES } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const [[wang, number]] = PEOPLE;

const PAID = ['姓名', '身份证号', '项目', '所属起始年月', '所属截止年月', '金额', '发放日期', '凭证号'];
const FAMILY = ['士兵姓名', '领取人', '金额', '发放日期', '所属年度'];
const FUND = ['日期', '类型', '用途', '金额', '凭证号'];

const paid = (yuan: number, on: string, voucher = 'S-1') => {
  const month = on.slice(0, 7);
  return [wang, number, '抚恤补助', month, month, yuan, on, voucher];
};

type Rows = readonly (readonly WriteValue[])[];

const file = (code: string, rows: Rows, more: Readonly<Record<string, Rows>> = {}) =>
  book({
    单位: [
      ['行政区划代码', '名称', '年度'],
      [code, `镇${code}`, 2018],
    ],
    '村(社区)': VILLAGES,
    优抚对象: [ROLL_HEADER, [wang, number, '河湾村', '参战退役人员', '2007-08', null, '13900000001', '一']],
    发放记录: [PAID, ...rows],
    ...more,
  });

/** 2018-01 is the month of the tests' day, and the first that can be closed where nothing was posted. */
const closed = ({ division }: Awaited<ReturnType<typeof office.take>>) => {
  const place = { countyId: division.countyId, divisionId: division.id };
  return office.db.transaction().execute((tx) => closeMonth(tx, office.ctx, place, monthOf(2018, 1)));
};

const sums = async (table: string, divisionId: string) =>
  (await office.rows(table)).flatMap((row) => (row.division_id === divisionId ? [row.amount_fen] : []));

test('a closed month takes no payment of a file: new ones and other amounts are refused row by row, the rest is taken', async () => {
  const before = [paid(555, '2018-01-03'), paid(505, '2017-12-20', 'S-0')];
  const first = await office.take(await file('341524330', before));
  await closed(first);
  expect(await office.take(await file('341524330', before))).toMatchObject({
    sheets: { 发放记录: { read: 2, unchanged: 2, refused: 0 } },
    errors: [],
  });
  const after = [
    ...[paid(565, '2018-01-03'), paid(515, '2017-12-20', 'S-0')],
    ...[paid(555, '2018-01-04', 'S-2'), paid(555, '2017-11-20', 'S-3')],
  ];
  const late = await office.take(await file('341524330', after));
  expect(late.sheets.发放记录).toEqual({ read: 4, created: 1, updated: 1, unchanged: 0, refused: 2 });
  expect(late.errors.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
    [2, '发放日期', 'month_closed', '2018-01-03'],
    [4, '发放日期', 'month_closed', '2018-01-04'],
  ]);
  expect(late.errors[0]?.reason).toMatch(/2018-01 已经结账.*日期写入账那天.*另记一笔负数冲减/);
  expect((await sums('paid_line', first.division.id)).sort()).toEqual([51_500, 55_500, 55_500]);
});

test('allowances and the office’s own money stay in a closed month as well', async () => {
  const families = [['练习兵', wang, 7134, '2018-01-03', 2018]];
  const funds = [['2018-01-03', '支出', '慰问', 2000, 'J-1']];
  const sheets = (more: readonly WriteValue[][], spent: readonly WriteValue[][]) => ({
    义务兵优待金: [FAMILY, ...families, ...more],
    经费: [FUND, ...funds, ...spent],
  });
  const first = await office.take(await file('341524331', [], sheets([], [])));
  await closed(first);
  const more = sheets(
    [['练习兵乙', wang, 7134, '2018-01-04', 2018]],
    [['2018-01-04', '支出', '标牌', 300, 'J-2']],
  );
  const late = await office.take(await file('341524331', [], more));
  expect(late.sheets).toMatchObject({
    义务兵优待金: { created: 0, unchanged: 1, refused: 1 },
    经费: { created: 0, unchanged: 1, refused: 1 },
  });
  expect(late.errors.map(({ code, column }) => [code, column])).toEqual([
    ['month_closed', '发放日期'],
    ['month_closed', '日期'],
  ]);
  expect(await sums('conscript_allowance', first.division.id)).toEqual([713_400]);
  expect(await sums('fund_entry', first.division.id)).toEqual([200_000]);
});

test('an import with payments of a closed month cannot be taken back whole; one of other months can', async () => {
  const first = await office.take(await file('341524332', [paid(555, '2018-01-03')]));
  const second = await office.take(await file('341524332', [paid(505, '2017-12-20', 'S-0')]));
  await closed(first);
  await expect(office.undo(first)).rejects.toMatchObject({
    code: 'month_closed',
    message: expect.stringMatching(/「发放记录」里有 1 条记在已经结账的月份（最早 2018-01）/),
  });
  expect(await office.undo(second)).toMatchObject({ voided: 1 });
  expect(await sums('paid_line', first.division.id)).toEqual([55_500]);
});
