import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSheets } from '../platform/workbook/index.ts';
import { testDatabase } from '../testing/index.ts';
import { PROJECT_FOLDER } from './runtime.ts';
import { testApp, testRuntime } from './testing.ts';

const database = await testDatabase();
const runtime = testRuntime(database);
const { oneTime, browser } = testApp(runtime);
const clerk = browser();
const sample = readFileSync(join(PROJECT_FOLDER, 'examples/sample/双拥台账-2017.xlsx'));

interface Batch {
  readonly batch: string;
  readonly totals: Readonly<Record<'read' | 'created' | 'updated' | 'unchanged' | 'refused', number>>;
  readonly files: readonly {
    name: string;
    refusal: { code: string } | null;
    earlier: { number: string } | null;
    changes: readonly { isMoney: boolean; key: string; cells: readonly { header: string }[] }[];
    sheets: readonly Record<'name' | 'as' | 'state' | 'named' | 'missing' | 'header' | 'created', unknown>[];
  }[];
  readonly effects: readonly { code: string; before: unknown; after: unknown }[];
}

beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await clerk.send('POST', '/start', {
    ...{ townCode: '341524199000', townName: '映山镇（练习）', year: 2017 },
    ...{ userName: '王练习', passCode: 'lianxi-2017' },
  });
});
afterAll(() => runtime.remove());

async function drop(
  bytes: Uint8Array,
  name: string,
  into?: string,
): Promise<{ status: number; body: Batch }> {
  const form = new FormData();
  form.append('files', new File([new Uint8Array(bytes)], name));
  form.append('year', '2017');
  if (into !== undefined) form.append('batch', into);
  const init = { method: 'POST', body: form, headers: { 'x-shuangyong': '1' } };
  const response = await clerk.raw('/api/imports', init);
  return { status: response.status, body: (await response.json()) as Batch };
}

const people = async () => ((await clerk.send('GET', '/people?tab=key')).body as { total: number }).total;

test('a dropped workbook is tried, measured and not written; confirmed it counts; taken back it is gone', async () => {
  const { status, body } = await drop(sample, '双拥台账-2017.xlsx');
  expect(status).toBe(201);
  // The township itself was known from the first page; the file adds its population and villages.
  expect(body.totals).toMatchObject({ refused: 0, updated: 1, unchanged: 0 });
  expect(body.totals.read).toBe(body.totals.created + 1);
  expect(body.effects.find((effect) => effect.code === 'F02')).toMatchObject({
    before: null,
    after: '981875.00',
  });
  expect(await people()).toBe(0);

  const confirmed = await clerk.send('POST', `/imports/${body.batch}/confirm`, {});
  const { receipts } = confirmed.body as { receipts: { importId: string; number: string }[] };
  expect(receipts.map((receipt) => receipt.number)).toEqual(['D-0001']);
  expect(await people()).toBe(360);

  const again = await drop(sample, '双拥台账-2017.xlsx');
  expect(again.body.totals).toMatchObject({ created: 0, updated: 0, refused: 0 });
  expect(again.body.files[0]?.earlier?.number).toBe('D-0001');
  expect(again.body.effects).toEqual([]);

  const undone = await clerk.send('POST', `/imports/log/${receipts[0]?.importId}/undo`, {
    reason: '练习撤回',
  });
  expect(undone.status).toBe(200);
  expect(await people()).toBe(0);
}, 90_000);

test('a file that is no workbook is refused beside the others, with what to do', async () => {
  const { body } = await drop(Buffer.from('姓名,身份证号\n甲,1\n'), '名单.xlsx');
  expect(body.files[0]?.refusal?.code).toBe('not_xlsx');
  expect(body.totals.read).toBe(0);
});

test('a batch is known only to its own township', async () => {
  const answer = await clerk.send('POST', '/imports/01900000-0000-7000-8000-000000000000/confirm', {});
  expect(answer.status).toBe(404);
});

test('the empty workbook comes as a file', async () => {
  const response = await clerk.raw('/api/imports/template.xlsx');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

type Rows = readonly (readonly string[])[];

async function book(sheets: Readonly<Record<string, Rows>>): Promise<Buffer> {
  const out = new PassThrough();
  const written = Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
    ...{ name, rows },
    columns: header.map((text) => ({ header: text })),
  }));
  const [bytes] = await Promise.all([buffer(out), writeSheets(written, out)]);
  return bytes;
}

const OFFICE_BOOK = [
  ['开会那天', '会议内容', '备注'],
  ['2017-03-01', '研究春季征兵', ''],
];

test('a sheet nobody knows waits until it is said what it is and which column holds what is missing', async () => {
  const { body } = await drop(await book({ Sheet3: OFFICE_BOOK }), '旧本子.xlsx');
  expect(body.files[0]?.sheets[0]).toMatchObject({
    as: null,
    state: 'unknown',
    header: [{ theirs: '开会那天' }, {}, {}],
  });

  const mapping = { file: 0, sheet: 'Sheet3', as: '会议', remember: true };
  const named = (await clerk.send('POST', `/imports/${body.batch}/mapping`, mapping)).body as Batch;
  expect(named.files[0]?.sheets[0]).toMatchObject({ state: 'header_lacks', named: '会议' });
  expect(named.files[0]?.sheets[0]?.missing).toContain('日期');

  const out = { file: 0, sheet: 'Sheet3', as: '不导入' };
  const left = (await clerk.send('POST', `/imports/${body.batch}/mapping`, out)).body as Batch;
  expect(left.files[0]?.sheets[0]).toMatchObject({ state: 'left_out', as: null });
  expect(left.totals.read).toBe(0);
});

test('a file put right takes the place of the first, another is added; figures are those of the files’ own year', async () => {
  const first = await drop(await book({ Sheet3: OFFICE_BOOK }), '旧本子.xlsx');
  const again = await drop(await book({ Sheet3: OFFICE_BOOK }), '标红_旧本子.xlsx', first.body.batch);
  expect(again.body.files.map(({ name }) => name)).toEqual(['旧本子.xlsx']);
  const older = readFileSync(join(PROJECT_FOLDER, 'examples/sample/双拥台账-2016.xlsx'));
  const both = await drop(older, '双拥台账-2016.xlsx', first.body.batch);
  expect(both.body.batch).toBe(first.body.batch);
  expect(both.body.files.map(({ name }) => name)).toEqual(['旧本子.xlsx', '双拥台账-2016.xlsx']);
  expect(both.body.effects.length).toBeGreaterThan(0);
}, 90_000);

test('the filled example comes as a file', async () => {
  const response = await clerk.raw('/api/imports/example.xlsx');
  expect(response.status).toBe(200);
});

const roll = (phone: string, years: string, since: string) =>
  book({
    '村(社区)': [['名称'], ['河湾村']],
    优抚对象: [
      ['姓名', '身份证号', '村(社区)', '对象类别', '享受起始年月', '服役年限', '联系电话'],
      ['甲某', '341524195001010017', '河湾村', '参战退役人员', since, years, phone],
    ],
  });

test('the rows of a sheet stand under the headers they were taken for, numbers of people masked', async () => {
  const { body } = await drop(await roll('13800000001', '3', '2011-08'), '名册.xlsx');
  const path = `/imports/${body.batch}/rows?file=0&sheet=${encodeURIComponent('优抚对象')}`;
  const answer = (await clerk.send('GET', path)).body as {
    columns: string[];
    rows: { row: number; cells: string[] }[];
    more: boolean;
  };
  expect(answer.columns.slice(0, 3)).toEqual(['姓名', '身份证号', '村(社区)']);
  expect(answer.rows).toMatchObject([
    { row: 2, cells: ['甲某', '341524********0017', '河湾村', {}, {}, {}, {}] },
  ]);
  expect(answer.more).toBe(false);
});

test('an update shows old and new; one that may change money is left as it is when it is not ticked', async () => {
  const first = await drop(await roll('13800000001', '3', '2011-08'), '名册.xlsx');
  await clerk.send('POST', `/imports/${first.body.batch}/confirm`, {});

  const phone = await drop(await roll('13800000002', '3', '2011-08'), '名册.xlsx');
  expect(phone.body.files[0]?.changes).toMatchObject([{ isMoney: false, cells: [{ header: '联系电话' }] }]);

  const years = await drop(await roll('13800000001', '4', '2011-08'), '名册.xlsx');
  const [change] = years.body.files[0]?.changes ?? [];
  expect(change).toMatchObject({ isMoney: true, cells: [{ header: '服役年限' }] });
  await clerk.send('POST', `/imports/${years.body.batch}/confirm`, { skipUpdates: [change?.key] });
  const again = await drop(await roll('13800000001', '3', '2011-08'), '名册.xlsx');
  expect(again.body.totals).toMatchObject({ updated: 0, unchanged: 2 });
}, 60_000);
