import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

async function drop(bytes: Uint8Array, name: string): Promise<{ status: number; body: Batch }> {
  const form = new FormData();
  form.append('files', new File([new Uint8Array(bytes)], name));
  form.append('year', '2017');
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
