import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { WriteValue } from '../../platform/workbook/index.ts';
import { book, PEOPLE, ROLL_HEADER, VILLAGES } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const [[wang, wangNumber], [li, liNumber]] = PEOPLE;

function file(code: string, people: readonly (readonly WriteValue[])[], withVillages = true) {
  return book({
    单位: [
      ['行政区划代码', '名称', '年度'],
      [code, `镇${code}`, 2017],
    ],
    ...(withVillages ? { '村(社区)': VILLAGES } : {}),
    优抚对象: [ROLL_HEADER, ...people],
  });
}
const person = (name: string, number: string, remark: string) => [
  name,
  number,
  '河湾村',
  '参战退役人员',
  '2007-08',
  null,
  '13900000001',
  remark,
];

async function spells(divisionId: string) {
  return (await office.rows('spell')).filter((row) => row.division_id === divisionId);
}

test('an import taken back leaves nothing standing, and can be made again', async () => {
  const bytes = await file('341524310', [person(wang, wangNumber, '一'), person(li, liNumber, '二')]);
  const first = await office.take(bytes);
  expect(await office.undo(first)).toEqual({ voided: 4, restored: 0 });
  expect(await spells(first.division.id)).toEqual([]);
  await expect(office.undo(first)).rejects.toMatchObject({ code: 'already_undone' });
  const again = await office.take(bytes);
  expect(again.sheets.优抚对象).toMatchObject({ created: 2 });
  expect(await spells(first.division.id)).toHaveLength(2);
});

test('what an import changed becomes what it was, sealed cells included', async () => {
  const first = await office.take(await file('341524311', [person(wang, wangNumber, '旧')]));
  const changed = [wang, wangNumber, '松坪村', '参战退役人员', '2007-08', '2017-01', '13800000002', '新'];
  const second = await office.take(await file('341524311', [changed, person(li, liNumber, '二')], false));
  const [before] = await spells(first.division.id);
  expect(before).toMatchObject({ remark: '新', version: 2 });
  expect(await office.undo(second)).toEqual({ voided: 1, restored: 1 });
  const [after, ...others] = await spells(first.division.id);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ remark: '旧', stop_month: null, version: 3, import_id: first.importId });
  expect(office.keys.open(after?.phone_sealed as Buffer)).toBe('13900000001');
  await office.undo(first);
  expect(await spells(first.division.id)).toEqual([]);
});

test('an import that a later one changed stays until that one is taken back', async () => {
  const first = await office.take(await file('341524312', [person(wang, wangNumber, '旧')]));
  const second = await office.take(await file('341524312', [person(wang, wangNumber, '新')], false));
  await expect(office.undo(first)).rejects.toMatchObject({ code: 'import_changed_since' });
  await office.undo(second);
  expect(await office.undo(first)).toMatchObject({ restored: 0 });
});

test('an import a signed report rests on cannot be taken back', async () => {
  const first = await office.take(await file('341524313', [person(wang, wangNumber, '一')]));
  const [spell] = await spells(first.division.id);
  const signing = newId();
  await sql`insert into signing (county_id, id, division_id, year, as_of, body, body_hash, signed_at, signed_on,
      signed_by, signed_by_id, method)
    values (341524, ${signing}, ${first.division.id}, 2017, '2017-12-31', '{}', ''::bytea, now(), '2018-01-05', '刘练习', 'x', 'pass_code')`.execute(
    office.db,
  );
  await sql`insert into signing_item (county_id, signing_id, code, record_kind, record_id, version, contribution)
    values (341524, ${signing}, 'E02', 'spell', ${spell?.id}, 1, '1')`.execute(office.db);
  await expect(office.undo(first)).rejects.toMatchObject({ code: 'import_signed' });
  expect(await spells(first.division.id)).toHaveLength(1);
});

test('without a reason nothing is taken back', async () => {
  const first = await office.take(await file('341524314', [person(wang, wangNumber, '一')]));
  await expect(office.undo(first, ' ')).rejects.toMatchObject({ code: 'reason_needed' });
});
