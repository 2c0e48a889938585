import { identityCheckDigit } from '@shuangyong/values';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { WriteValue } from '../../platform/workbook/index.ts';
import type { ImportResult } from './index.ts';
import { book, PEOPLE, ROLL_HEADER, VILLAGES } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const [[wang, wangNumber], [li, liNumber], [zhao, zhaoNumber]] = PEOPLE;

const unitOf = (code: string) => [
  ['行政区划代码', '名称', '上级名称', '年度', '人口'],
  [code, `示例${code}镇`, '示例县', 2017, 20_000],
];

type Cells = readonly WriteValue[];

/** Numbers that come again, under another name, in an overlapping right, as an equal row; a day nobody was born on. */
const ROLL: readonly Cells[] = [
  [wang, wangNumber, '河湾村', '参战退役人员', '2011-08', '2012-08', null, null],
  [li, liNumber, '河湾', '农村籍退役士兵', '2011-08', null, '19900000001', null],
  ['别名', wangNumber, '松坪村', '烈士子女', '2013-01', null, null, null],
  [wang, wangNumber, '松坪村', '参战退役人员', '2012-08', null, null, '后一段'],
  [zhao, '341524195005203110', '松坪村', '参战退役人员', '2012-08', null, null, null],
  [zhao, zhaoNumber, '山外村', '参战退役人员', '2012-08', null, null, null],
  [wang, wangNumber, '松坪村', '参战退役人员', '2014-01', null, null, '与前一段重叠'],
  [li, liNumber, '河湾村', '农村籍退役士兵', '2011-08', '2011-09', null, '同一把钥匙'],
  [zhao, zhaoNumber, '松坪村', '带病回乡退伍军人', '2012-08', null, '19900000003', null],
];

/** What stands in a township after an import, ids and instants apart. */
async function standing({ division }: ImportResult) {
  const { rows } = await sql<
    Record<string, unknown>
  >`select t.source_row, t.name, t.category, t.from_month, t.stop_month,
      t.remark, encode(t.row_key, 'hex') as row_key, v.name as village, p.name as person, p.sex, p.born_on,
      w.name as home, p.phone_sealed is not null as has_phone, t.person_link
    from spell t join village v on v.county_id = t.county_id and v.id = t.village_id
    join person p on p.county_id = t.county_id and p.id = t.person_id
    left join village w on w.county_id = p.county_id and w.id = p.village_id
    where t.county_id = ${division.countyId} and t.division_id = ${division.id} order by t.source_row`.execute(
    office.db,
  );
  return rows;
}

const faults = ({ errors }: ImportResult) =>
  errors.map(({ sheet, row, column, code, reason }) => ({ sheet, row, column, code, reason }));

async function takeBoth(codes: readonly [string, string], more: Readonly<Record<string, readonly Cells[]>>) {
  const take = async (code: string, partRows: number) => {
    const result = await office.take(await book({ 单位: unitOf(code), ...more }), { partRows });
    return { sheets: result.sheets, faults: faults(result), rows: await standing(result) };
  };
  return [await take(codes[0], 10_000), await take(codes[1], 1)] as const;
}

test('a roll written while it is read is the roll written at the end', { timeout: 60_000 }, async () => {
  const [atEnd, ahead] = await takeBoth(['341524101', '341524102'], {
    '村(社区)': VILLAGES,
    优抚对象: [ROLL_HEADER, ...ROLL],
  });
  expect(ahead).toEqual(atEnd);
  expect(atEnd.faults.map(({ row, code }) => [row, code])).toEqual([
    [4, 'id_two_names'],
    [6, 'id_check_digit'],
    [7, 'village_unknown'],
    [8, 'spell_overlap'],
    [9, 'spell_overlap'],
  ]);
  expect(atEnd.sheets.优抚对象).toEqual({ read: 9, created: 4, updated: 0, unchanged: 0, refused: 5 });
});

test('without a list villages are made as they come', { timeout: 60_000 }, async () => {
  const [atEnd, ahead] = await takeBoth(['341524103', '341524104'], { 优抚对象: [ROLL_HEADER, ...ROLL] });
  expect(ahead).toEqual(atEnd);
  expect(new Set(atEnd.rows.map(({ village }) => village))).toEqual(
    new Set(['河湾村', '河湾', '松坪村', '山外村']),
  );
});

test('a list of villages after the roll still refuses what it lacks', { timeout: 60_000 }, async () => {
  const [atEnd, ahead] = await takeBoth(['341524105', '341524106'], {
    优抚对象: [ROLL_HEADER, ...ROLL],
    '村(社区)': VILLAGES,
  });
  expect(ahead).toEqual(atEnd);
  expect(atEnd.faults.some(({ code }) => code === 'village_unknown')).toBe(true);
});

test('a file refused after its roll was written leaves nothing', { timeout: 60_000 }, async () => {
  const before = [await office.count('spell'), await office.count('person'), await office.count('division')];
  const unit = unitOf('341524107');
  const file = await book({ 单位: unit, 优抚对象: [ROLL_HEADER, ...ROLL], '单位（二）': unit });
  await expect(office.take(file, { partRows: 1 })).rejects.toMatchObject({ code: 'unit_row' });
  const after = [await office.count('spell'), await office.count('person'), await office.count('division')];
  expect(after).toEqual(before);
});

test('a second month is compared with what stands, part by part or whole', { timeout: 60_000 }, async () => {
  const codes = ['341524101', '341524102'] as const;
  const roll = [
    ROLL_HEADER,
    ...ROLL,
    [
      '孙练习',
      `34152419460315009${identityCheckDigit('34152419460315009')}`,
      '松坪村',
      '参战退役人员',
      '2015-01',
    ],
  ];
  const [atEnd, ahead] = await takeBoth(codes, { '村(社区)': VILLAGES, 优抚对象: roll });
  expect(ahead).toEqual(atEnd);
  expect(atEnd.sheets.优抚对象?.unchanged).toBe(4);
});
