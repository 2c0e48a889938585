import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowKey } from '../../platform/records/row-key.ts';
import type { WriteValue } from '../../platform/workbook/index.ts';
import { meetingKind } from '../records/index.ts';
import { book, PEOPLE, ROLL_HEADER, UNIT, VILLAGES } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const [[wang, wangNumber], [li, liNumber], [zhao, zhaoNumber]] = PEOPLE;

type Row = readonly WriteValue[];
const rollRow = (
  name: string,
  number: string,
  from: string,
  more: Partial<Record<string, WriteValue>> = {},
): Row => [
  name,
  number,
  more.village ?? '河湾村',
  more.category ?? '参战退役人员',
  from,
  more.stop ?? null,
  more.phone ?? null,
  more.remark ?? null,
];

/** Every test has a township of its own, so that none rests on another. */
let nextTown = 300;
function town(sheets: Readonly<Record<string, readonly Row[]>>, code = `341524${nextTown++}`) {
  return book({ 单位: [UNIT[0] ?? [], [code, `第${code.slice(-3)}镇`, '示例县', 2017, 20_000]], ...sheets });
}
const roll = (...rows: readonly Row[]) => [ROLL_HEADER, ...rows];

async function live(table: string, divisionId: string): Promise<Record<string, unknown>[]> {
  return (await office.rows(table)).filter((row) => row.division_id === divisionId);
}

test('a new roll becomes rights and people, and read = created + updated + unchanged + refused', async () => {
  const rows = [rollRow(wang, wangNumber, '2007-08'), rollRow(li, '341524194507254111', '2011-08')];
  const result = await office.take(await town({ '村(社区)': VILLAGES, 优抚对象: roll(...rows) }));
  expect(result.sheets.优抚对象).toEqual({ read: 2, created: 1, updated: 0, unchanged: 0, refused: 1 });
  expect(result.errors).toMatchObject([
    { sheet: '优抚对象', row: 3, column: '身份证号', value: '341524********4111', code: 'id_check_digit' },
  ]);
  const people = await sql<
    Record<string, unknown>
  >`select * from person where division_id = ${result.division.id}`.execute(office.db);
  expect(people.rows).toMatchObject([
    { name: wang, sex: '男', born_on: '1946-03-15', name_initials: 'wlx', name_pinyin: 'wanglianxi' },
  ]);
});

test('the same file again changes nothing but one line of the import log', async () => {
  const file = await town({
    '村(社区)': VILLAGES,
    优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { remark: '一' })),
    会议: [
      ['日期', '类型', '主题', '佐证'],
      ['2017-07-20', '领导小组', '研究八一走访', '纪要'],
    ],
    档案: [
      ['题名', '日期', '类别'],
      ['纪要', '2017-07-20', '会议'],
    ],
  });
  await office.take(file);
  const tables = [
    'spell',
    'person',
    'meeting',
    'paper',
    'evidence',
    'record_history',
    'village',
    'division_year',
  ];
  const before = await Promise.all(tables.map(office.count));
  const log = await office.count('import_log');
  const again = await office.take(file);
  expect(await Promise.all(tables.map(office.count))).toEqual(before);
  expect(await office.count('import_log')).toBe(log + 1);
  for (const counts of Object.values(again.sheets)) expect(counts.unchanged).toBe(counts.read);
});

test('a filled cell updates, an empty one changes nothing, 清空 clears; the old row is kept', async () => {
  const code = '341524290';
  const first = await office.take(
    await town(
      {
        '村(社区)': VILLAGES,
        优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { phone: '13900000001', remark: '旧' })),
      },
      code,
    ),
  );
  const update = roll(rollRow(wang, wangNumber, '2007-08', { remark: '新' }));
  const second = await office.take(await town({ 优抚对象: update }, code));
  expect(second.sheets.优抚对象).toMatchObject({ read: 1, updated: 1 });
  const [spell] = await live('spell', first.division.id);
  expect(spell).toMatchObject({ remark: '新', version: 2, import_id: second.importId });
  expect(office.keys.open(spell?.phone_sealed as Buffer)).toBe('13900000001');
  await office.take(
    await town({ 优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { phone: '清空' })) }, code),
  );
  expect((await live('spell', first.division.id))[0]).toMatchObject({
    remark: '新',
    phone_sealed: null,
    version: 3,
  });
  const history = await sql<{ cells: Record<string, unknown>; version: number }>`select cells, version
    from record_history where record_id = ${spell?.id} order by version`.execute(office.db);
  expect(history.rows.map(({ cells }) => cells.remark)).toEqual(['旧', '新']);
  expect(history.rows[0]?.cells.phone_sealed).toHaveProperty('base64');
});

test('the n-th row of an equal key is record n, whatever stands between', async () => {
  const code = '341524291';
  const header: Row = ['日期', '类型', '主题', '议定事项'];
  const same = (text: string): Row => ['2017-07-20', '领导小组', '研究八一走访', text];
  const first = await office.take(await town({ 会议: [header, same('第一项'), same('第二项')] }, code));
  const second = await office.take(
    await town({ 会议: [header, same('第一项'), same('改过的第二项'), same('第三项')] }, code),
  );
  expect(second.sheets.会议).toEqual({ read: 3, created: 1, updated: 1, unchanged: 1, refused: 0 });
  const meetings = await live('meeting', first.division.id);
  expect(meetings.map((row) => row.resolution)).toEqual(['第一项', '改过的第二项', '第三项']);
  const cells = { held_on: '2017-07-20', meeting_type: '领导小组', topic: '研究八一走访' };
  expect(meetings.map((row) => (row.row_key as Buffer).toString('hex'))).toEqual(
    [1, 2, 3].map((n) => rowKey(meetingKind, cells, n, office.keys).toString('hex')),
  );
});

test('one number under two names is refused where it comes later; the roll is believed before payments', async () => {
  const paid: Row = ['姓名', '身份证号', '项目', '所属起始年月', '所属截止年月', '金额', '发放日期'];
  const result = await office.take(
    await town({
      发放记录: [paid, [`${wang}某`, wangNumber, '抚恤补助', '2017-01', '2017-01', 505, '2017-01-18']],
      '村(社区)': VILLAGES,
      优抚对象: roll(
        rollRow(wang, wangNumber, '2007-08'),
        rollRow('另一人', wangNumber, '2011-08', { category: '残疾军人' }),
      ),
    }),
  );
  expect(result.errors.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
    ['发放记录', 2, 'id_two_names'],
    ['优抚对象', 3, 'id_two_names'],
  ]);
});

test('spells of one right may follow each other, not overlap, in the file or against the roll', async () => {
  const code = '341524292';
  const result = await office.take(
    await town(
      {
        '村(社区)': VILLAGES,
        优抚对象: roll(
          rollRow(wang, wangNumber, '2007-08', { stop: '2010-01' }),
          rollRow(wang, wangNumber, '2010-01'),
          rollRow(wang, wangNumber, '2012-01'),
          rollRow(wang, wangNumber, '2012-01', { category: '带病回乡退伍军人' }),
        ),
      },
      code,
    ),
  );
  expect(result.errors.map(({ row, code: found }) => [row, found])).toEqual([[4, 'spell_overlap']]);
  const later = await office.take(await town({ 优抚对象: roll(rollRow(wang, wangNumber, '2015-01')) }, code));
  expect(later.errors.map(({ code: found }) => found)).toEqual(['spell_overlap']);
});

test('a village nobody listed is refused; with no list at all villages are made', async () => {
  const listed = await office.take(
    await town({
      '村(社区)': VILLAGES,
      优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { village: '邻镇村' })),
    }),
  );
  expect(listed.errors).toMatchObject([{ code: 'village_unknown', column: '村(社区)', value: '邻镇村' }]);
  const code = '341524293';
  const made = await office.take(
    await town(
      { '村(社区)': [['名称']], 优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { village: '新村' })) },
      code,
    ),
  );
  expect(made.errors).toEqual([]);
  const more = await office.take(
    await town({ 优抚对象: roll(rollRow(li, liNumber, '2007-08', { village: '又一村' })) }, code),
  );
  expect(more.errors).toEqual([]);
  expect((await live('village', made.division.id)).map((row) => row.name).sort()).toEqual(['又一村', '新村']);
});

test('a row without a number is linked by a name only one person bears', async () => {
  const visit: Row = ['日期', '姓名', '方式'];
  const other = '341524195005203115';
  const result = await office.take(
    await town({
      走访慰问: [
        visit,
        ['2017-07-28', wang, '上门'],
        ['2017-07-28', '同名', '上门'],
        ['2017-07-28', '外人', '上门'],
      ],
      待遇落实: [
        ['日期', '类型', '姓名', '人数'],
        ['2017-05-10', '低保', wang, 12],
      ],
      '村(社区)': VILLAGES,
      优抚对象: roll(
        rollRow(wang, wangNumber, '2007-08'),
        rollRow('同名', liNumber, '2007-08'),
        rollRow('同名', other, '2007-08'),
      ),
    }),
  );
  const visits = await live('visit', result.division.id);
  expect(visits.map((row) => [row.name, row.person_link])).toEqual([
    [wang, 'name'],
    ['同名', 'ambiguous'],
    ['外人', 'unmatched'],
  ]);
  const [group] = await live('benefit_record', result.division.id);
  expect(group).toMatchObject({ person_id: null, person_link: null, head_count: 12 });
});

test('a row that states its village is linked to the only bearer of the name in that village', async () => {
  const code = '341524283';
  const other = '341524195005203115';
  const inOther = rollRow('同名', other, '2007-08').map((cell) => (cell === '河湾村' ? '松坪村' : cell));
  const result = await office.take(
    await town(
      {
        走访慰问: [
          ['日期', '姓名', '方式', '村(社区)'],
          ['2017-07-28', '同名', '上门', '松坪村'],
          ['2017-07-28', '同名', '电话', '河湾村委会'],
          ['2017-07-29', '同名', '上门', null],
          ['2017-07-28', wang, '上门', '松坪村'],
        ],
        '村(社区)': VILLAGES,
        优抚对象: roll(rollRow(wang, wangNumber, '2007-08'), rollRow('同名', liNumber, '2007-08'), inOther),
      },
      code,
    ),
  );
  const { rows } = await sql<{ name: string; link: string; village: string | null }>`
    select t.name, t.person_link as link, w.name as village from visit t
    left join person p on p.county_id = t.county_id and p.id = t.person_id
    left join village w on w.county_id = p.county_id and w.id = p.village_id
    where t.division_id = ${result.division.id} order by t.source_row`.execute(office.db);
  expect(rows).toEqual([
    { name: '同名', link: 'name', village: '松坪村' },
    { name: '同名', link: 'name', village: '河湾村' },
    { name: '同名', link: 'ambiguous', village: null },
    { name: wang, link: 'unmatched', village: null },
  ]);
});

test('a 对象类别 nobody knows is refused on every sheet that has one', async () => {
  const result = await office.take(
    await town(
      {
        走访慰问: [
          ['日期', '姓名', '方式', '对象类别'],
          ['2017-07-28', '某人', '上门', '劳动模范'],
        ],
      },
      '341524282',
    ),
  );
  expect(result.errors).toMatchObject([{ row: 2, column: '对象类别', code: 'word_unknown' }]);
});

test('发至年月 before the right began is refused in its own column', async () => {
  const header = ROLL_HEADER.map((text) => (text === '停止年月' ? '发至年月' : text));
  const row = rollRow(wang, wangNumber, '2007-08', { stop: '2007-01' });
  const result = await office.take(
    await town({ '村(社区)': VILLAGES, 优抚对象: [header, row] }, '341524281'),
  );
  expect(result.errors).toMatchObject([{ row: 2, column: '发至年月', code: 'date_order' }]);
});

test('somebody who comes on the roll later is found by the rows that waited for him', async () => {
  const code = '341524294';
  const visits: readonly Row[] = [
    ['日期', '姓名', '方式'],
    ['2017-07-28', zhao, '上门'],
  ];
  const first = await office.take(await town({ 走访慰问: visits }, code));
  expect(await live('visit', first.division.id)).toMatchObject([{ person_link: 'unmatched' }]);
  await office.take(
    await town({ '村(社区)': VILLAGES, 优抚对象: roll(rollRow(zhao, zhaoNumber, '2007-08')) }, code),
  );
  expect(await live('visit', first.division.id)).toMatchObject([{ person_link: 'name', version: 1 }]);
});

test('发至年月 is the last month due, 停止年月 the first that is not', async () => {
  const header = ROLL_HEADER.map((text) => (text === '停止年月' ? '发至年月' : text));
  const row = rollRow(wang, wangNumber, '2007-08', { stop: '2017-08' });
  const result = await office.take(await town({ '村(社区)': VILLAGES, 优抚对象: [header, row] }));
  expect(await live('spell', result.division.id)).toMatchObject([{ stop_month: monthOf(2017, 9) }]);
});

test('a column nobody knows is kept and reported; a word nobody knows is kept beside 其他', async () => {
  const result = await office.take(
    await town({
      活动: [
        ['日期', '类型', '名称', '参加人数', '天气'],
        ['2017-04-04', '登山比赛', '登山', 20, '晴'],
      ],
    }),
  );
  expect(result.notes).toEqual([{ sheet: '活动', column: '天气' }]);
  expect(result.warnings).toMatchObject([{ code: 'type_other', value: '登山比赛' }]);
  expect(await live('activity', result.division.id)).toMatchObject([
    { activity_type: '其他', notes: { 天气: '晴', 类型: '登山比赛' } },
  ]);
});

test('example rows and empty rows are no records; text that starts with = is text', async () => {
  const result = await office.take(
    await town({
      会议: [
        ['日期', '类型', '主题'],
        ['2017-07-20', '领导小组', '示例：研究'],
        ['　', null, ' '],
        ['2017-07-21', '党委', '=1+1'],
        ['2017-07-22', '党委', '研究示例户（示例）'],
      ],
    }),
  );
  expect(result.sheets.会议).toMatchObject({ read: 2, created: 2 });
  expect((await live('meeting', result.division.id)).map((row) => row.topic)).toEqual([
    '=1+1',
    '研究示例户（示例）',
  ]);
});

test('a township of any province is made with its county; nine digits and twelve are one', async () => {
  const first = await office.take(await town({ 会议: [['日期', '类型', '主题']] }, '530926101'));
  const second = await office.take(await town({ 会议: [['日期', '类型', '主题']] }, '530926101000'));
  expect(second.division.id).toBe(first.division.id);
  expect(first.division).toMatchObject({ countyId: 530926, code: '530926101000' });
});

test.each([
  ['no sheet 单位', async () => book({ '村(社区)': VILLAGES })],
  ['two rows', async () => book({ 单位: [...UNIT, UNIT[1] ?? []] })],
  ['no code', async () => book({ 单位: [UNIT[0] ?? [], ['八位', '示例镇', null, 2017]] })],
])('a file with %s of its own township is refused whole', async (_, make) => {
  await expect(office.take(await make())).rejects.toMatchObject({ code: 'unit_row' });
});

test('a sheet known by name whose header lacks a column refuses its rows and says which column', async () => {
  const result = await office.take(
    await town({
      会议: [
        ['日期', '主题'],
        ['2017-07-20', '研究'],
      ],
    }),
  );
  expect(result.errors).toMatchObject([{ sheet: '会议', row: 2, column: '类型', code: 'required_empty' }]);
  expect(result.sheets.会议).toMatchObject({ read: 1, refused: 1 });
});

test('who may not import there is told the place does not exist', async () => {
  const ctx = { ...office.ctx, may: () => false };
  const { importWorkbook } = await import('./index.ts');
  const input = { file: await town({}), fileName: 'x.xlsx', kinds: [], dataDir: office.dataDir };
  await expect(office.db.transaction().execute((tx) => importWorkbook(tx, ctx, input))).rejects.toMatchObject(
    {
      code: 'not_found',
    },
  );
});

test('what is kept of people is sealed: no number stands anywhere in the database', async () => {
  const code = '341524295';
  await office.take(
    await town(
      {
        '村(社区)': VILLAGES,
        优抚对象: roll(rollRow(wang, wangNumber, '2007-08', { phone: '13912345678' })),
      },
      code,
    ),
  );
  for (const table of ['spell', 'person', 'audit_event', 'import_log', 'record_history']) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(
      office.db,
    );
    for (const { text } of rows) expect(text).not.toMatch(new RegExp(`${wangNumber}|13912345678`));
  }
});

test('beside the sheet of its name a sheet that only looks like one is reported, not read; a second part is read', async () => {
  const header = ['日期', '类型', '用途', '金额'];
  const spent = (purpose: string): Row => ['2017-03-01', '支出', purpose, 100];
  const result = await office.take(
    await town({
      经费: [header, spent('横幅')],
      经费明细打印: [header, spent('座谈')],
      经费备份: [header, spent('横幅')],
      底稿: [header, spent('横幅')],
    }),
  );
  expect(result.sheets.经费?.created).toBe(2);
  expect(result.notes.map(({ sheet }) => sheet)).toEqual(['经费备份', '底稿']);
  expect(result.read.find(({ name }) => name === '底稿')).toMatchObject({
    ...{ state: 'unknown', candidates: ['经费'] },
  });
  const alone = await office.take(await town({ 底稿: [header, spent('横幅')] }));
  expect(alone.sheets.经费?.created).toBe(1);
});
