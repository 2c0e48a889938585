import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { day, identityCheckDigit } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { type WriteValue, writeSheets } from '../../../platform/workbook/index.ts';
import type { RosterKind } from '../../checks/index.ts';
import { rosterToCompare } from './compare.ts';

const TODAY = day('2018-06-01');

function number(serial: number): string {
  const first17 = `341524194603150${String(serial).padStart(2, '0')}`;
  return first17 + identityCheckDigit(first17);
}

/** A list as another office writes it, each sheet with its own first rows. */
async function list(sheets: Readonly<Record<string, readonly (readonly WriteValue[])[]>>): Promise<Buffer> {
  const out = new PassThrough();
  const bytes = buffer(out);
  const made = Object.entries(sheets).map(([name, [head = [], ...rows]]) => ({
    name,
    columns: head.map((header) => ({ header: String(header) })),
    rows: rows.map((row) => [...row]),
  }));
  await writeSheets(made, out);
  return bytes;
}

const read = async (kind: RosterKind, sheets: Parameters<typeof list>[0]) =>
  rosterToCompare({ name: '名册.xlsx', bytes: await list(sheets) }, kind, TODAY);

test('columns are found by the names other offices give them, on every sheet that has them', async () => {
  const { asked, issues } = await read('火化', {
    '2018年': [
      ['序号', '死者姓名', '公民身份号码', '火化时间', '死亡时间'],
      [1, '安 某', number(1), '2018-01-22', '2018-01-20'],
      [2, '白某', number(2), '2018年2月3日', null],
    ],
    '2017年': [
      ['姓名', '出生年月日', '火化日期'],
      ['蔡某', '1946.3.15', '2017-12-01'],
    ],
    说明: [['本表由殡葬管理所提供'], ['请勿外传']],
  });
  expect(issues).toEqual([]);
  expect(
    asked.rows.map(({ sheet, row, name, identity, bornOn, onDay }) => [
      sheet,
      row,
      name,
      identity,
      bornOn,
      onDay,
    ]),
  ).toEqual([
    ['2018年', 2, '安某', number(1), '1946-03-15', '2018-01-20'],
    ['2018年', 3, '白某', number(2), '1946-03-15', '2018-02-03'],
    ['2017年', 2, '蔡某', null, '1946-03-15', '2017-12-01'],
  ]);
  expect([asked.rowCount, asked.refused, asked.sha256.length]).toEqual([3, 0, 64]);
});

test('a cell that cannot be read is told with sheet, row and column, its number masked; the row still counts', async () => {
  const broken = `${number(3).slice(0, 17)}${number(3).endsWith('1') ? '2' : '1'}`;
  const { asked, issues } = await read('服刑', {
    名单: [
      ['姓名', '身份证号', '出生日期', '判决生效日期'],
      ['安某', broken, '1946-03-15', '2018-13-40'],
      ['白某', null, null, '2018-01-05'],
      [null, number(4), null, null],
    ],
  });
  expect(issues.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ['名单', 2, '身份证号', 'id_check_digit'],
    ['名单', 2, '判决生效日期', 'date_invalid'],
    ['名单', 3, '身份证号', 'required_empty'],
    ['名单', 4, '姓名', 'required_empty'],
  ]);
  expect(JSON.stringify(issues)).not.toContain(broken);
  expect(asked.rows).toEqual([
    { sheet: '名单', row: 2, name: '安某', identity: null, bornOn: '1946-03-15', onDay: null },
  ]);
  expect([asked.rowCount, asked.refused]).toEqual([3, 3]);
});

test('what is no list is refused in words that say what to do', async () => {
  await expect(
    read('火化', {
      表一: [
        ['村名', '人数'],
        ['河湾村', 3],
      ],
    }),
  ).rejects.toMatchObject({
    code: 'roster_head',
  });
  await expect(
    read('火化', {
      表一: [
        ['姓名', '年龄'],
        ['安某', 72],
      ],
    }),
  ).rejects.toMatchObject({
    code: 'roster_head',
  });
  const noBook = { name: '名册.xls', bytes: Buffer.from('姓名,身份证号\n') };
  await expect(rosterToCompare(noBook, '火化', TODAY)).rejects.toMatchObject({ code: 'not_xlsx' });
});
