import { identityCheckDigit } from '@shuangyong/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from './testing.ts';

const runtime = testRuntime(await testDatabase());
const { oneTime, browser } = testApp(runtime);
const clerk = browser();
const reviewer = browser();
const PASS = '青山绿水-2018';
afterAll(() => runtime.remove());

async function good<T>(by: TestBrowser, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await by.send(method, path, body);
  expect([answer.status, answer.body]).toEqual([expect.toSatisfy((status) => status < 300), answer.body]);
  return answer.body as T;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personLink: string;
}
const enter = (kind: string, cells: object) => good<Row>(clerk, 'POST', `/records/${kind}`, { cells });

function identity(serial: string): string {
  const first17 = `34152419460315${serial}`;
  return first17 + identityCheckDigit(first17);
}

const right = (name: string, number: string) => ({
  ...{ name, identity: number, sex: '男', born_on: '1946-03-15', village_id: '河湾村' },
  ...{ category: '参战退役人员', from_month: '2007-08' },
});
const payment = (name: string, number: string, month: string) => ({
  ...{ name, identity: number, item: '抚恤补助', from_month: month, to_month: month },
  ...{ amount_fen: 50_500, paid_on: `${month}-18`, voucher_no: '示例-001' },
});

beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await good(clerk, 'POST', '/start', {
    ...{ townCode: '341524199000', townName: '示例镇', year: 2017 },
    ...{ userName: '王某', passCode: PASS },
  });
  await good(clerk, 'POST', '/users', { name: '赵某', passCode: PASS, role: '复核' });
  await good(reviewer, 'POST', '/session', { name: '赵某', passCode: PASS });
  await enter('village', { name: '河湾村' });
});

interface Totals {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** The township's export, whole numbers included, tried as an import. */
async function tryExport(): Promise<Totals> {
  const path = `/api/exports/workbook.xlsx?year=2017&full=yes&reason=${encodeURIComponent('核对往返')}`;
  const file = await clerk.raw(path);
  expect(file.status).toBe(200);
  const form = new FormData();
  form.append('files', new File([new Uint8Array(await file.arrayBuffer())], '双拥台账.xlsx'));
  form.append('year', '2017');
  const init = { method: 'POST', body: form, headers: { 'x-shuangyong': '1' } };
  const answer = await (await clerk.raw('/api/imports', init)).json();
  return (answer as { totals: Totals }).totals;
}

describe('what is entered on the screen', () => {
  test('makes and finds its people, and its export changes nothing', async () => {
    const [one, other] = [identity('101'), identity('102')];
    const visited = await enter('visit', { name: '王一练', visited_on: '2017-01-20', mode: '上门' });
    expect(visited.personLink).toBe('unmatched');
    const first = await enter('spell', right('王一练', one));
    const paid = await enter('paidLine', payment('王一练', one, '2017-01'));
    const unknown = await enter('paidLine', payment('李二练', other, '2017-01'));
    expect(paid.personId).toBe(first.personId);
    const found = await good<{ rows: { name: string }[] }>(clerk, 'GET', '/people?tab=all&q=lel');
    expect([unknown.personLink, found.rows.map((person) => person.name)]).toEqual(['number', ['李二练']]);
    const again = await good<Row>(clerk, 'GET', `/records/visit/${visited.id}`);
    expect([again.personLink, again.personId]).toEqual(['name', first.personId]);
    expect(await tryExport()).toMatchObject({ created: 0, updated: 0, refused: 0 });
  });

  test('is the same record after its name and number were corrected', async () => {
    const [wrong, number] = [identity('201'), identity('202')];
    const first = await enter('spell', right('赵三连', wrong));
    await enter('spell', { ...right('赵三连', wrong), category: '农村籍退役士兵', from_month: '2012-07' });
    await enter('paidLine', payment('赵三连', wrong, '2017-02'));
    const { waiting } = await good<{ waiting: string }>(clerk, 'POST', `/records/spell/${first.id}/correct`, {
      ...{ version: 1, cells: { name: '赵三练', identity: number }, reason: '录错了' },
    });
    await good(reviewer, 'POST', `/people/changes/${waiting}/accept`, {});
    expect(await tryExport()).toMatchObject({ created: 0, updated: 0, refused: 0 });
  });

  test('payments under the name as it was written then stay what they are', async () => {
    const number = identity('301');
    const first = await enter('spell', right('孙四连', number));
    await enter('paidLine', payment('孙四连', number, '2017-03'));
    await good(clerk, 'POST', `/records/spell/${first.id}/correct`, {
      ...{ version: 1, cells: { name: '孙四练' }, reason: '音同字不同' },
    });
    expect(await tryExport()).toMatchObject({ created: 0, updated: 0, refused: 0 });
  });

  test('a village is chosen from those there are', async () => {
    const kinds = await good<{ kind: string; columns: { field: string; words?: string[] }[] }[]>(
      clerk,
      'GET',
      '/kinds',
    );
    const village = kinds
      .find(({ kind }) => kind === 'spell')
      ?.columns.find(({ field }) => field === 'village_id');
    expect(village?.words).toEqual(['河湾村']);
  });
});
