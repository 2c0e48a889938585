import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { addPaper } from '../../modules/archive/index.ts';
import { paidLineKind } from '../../modules/disbursement/index.ts';
import { insertRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { runCommand } from '../command.ts';
import { type TestBrowser, testApp, testRuntime } from '../testing.ts';
import { OPERATOR } from '../visitor.ts';

const database = await testDatabase();
const runtime = testRuntime(database);
afterAll(() => runtime.remove());

const ctx = testContext(database.keys);
const { oneTime, browser } = testApp(runtime);
let town: TestTown;
let clerk: TestBrowser;
let manager: TestBrowser;
let personId: string;

interface Answer {
  readonly groups: readonly {
    title: string;
    items: readonly { label: string; detail: string; opens: object }[];
  }[];
}

async function found(by: TestBrowser, q: string): Promise<readonly (readonly [string, ...string[]])[]> {
  const { status, body } = await by.send('GET', `/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return (body as Answer).groups.map(
    ({ title, items }) => [title, ...items.map(({ label }) => label)] as const,
  );
}

const IDENTITY = '341524194603150012';

beforeAll(async () => {
  const starter = browser();
  await starter.send('POST', '/session/one-time', { token: oneTime.token });
  const start = {
    townCode: '341524101',
    townName: '示例镇',
    year: 2017,
    userName: '王某',
    passCode: '青山绿水-2018',
  };
  await starter.send('POST', '/start', start);
  clerk = starter;
  const more = { name: '管某', passCode: '青山绿水-2019', role: '管理' };
  await clerk.send('POST', '/users', more);
  manager = browser();
  await manager.send('POST', '/session', { name: more.name, passCode: more.passCode });
  const { db } = runtime;
  const division = await db
    .selectFrom('division')
    .select(['county_id', 'id'])
    .where('level', '=', 'township')
    .executeTakeFirstOrThrow();
  town = { ...(await testTown(db)), countyId: division.county_id, divisionId: division.id };
  await runCommand(runtime, OPERATOR.caller, async (tx) => {
    const villageId = newId();
    personId = newId();
    const { countyId, divisionId } = town;
    const { keys } = database;
    await tx
      .insertInto('village')
      .values({
        county_id: countyId,
        id: villageId,
        division_id: divisionId,
        name: '河湾村',
        row_key: Buffer.of(1),
        origin: 'screen',
        recorded_at: new Date(0).toISOString(),
        recorded_by: '王某',
      })
      .execute();
    await tx
      .insertInto('person')
      .values({
        county_id: countyId,
        id: personId,
        division_id: divisionId,
        name: '张大山',
        name_initials: 'zds',
        name_pinyin: 'zhangdashan',
        born_on: '1946-03-15',
        village_id: villageId,
        identity_sealed: keys.seal(IDENTITY),
        identity_hash: keys.fingerprint(IDENTITY),
        recorded_at: new Date(0).toISOString(),
        recorded_by: '王某',
      })
      .execute();
    const paper = {
      title: '关于提标的通知',
      documentNo: '民发〔2017〕154号',
      signedOn: '2017-09-01',
      paperClass: '文件',
      originalAt: '一号柜',
    };
    await addPaper(tx, ctx, town, paper, undefined);
    for (const month of [1, 2])
      await insertRecord(tx, ctx, paidLineKind, town, {
        name: '张大山',
        identity: IDENTITY,
        item: '抚恤补助',
        from_month: 2017 * 12 + month,
        to_month: 2017 * 12 + month,
        amount_fen: 50_500,
        paid_on: '2017-03-18',
        voucher_no: '示例-001',
      });
  });
});

test('a person is found by name, pinyin, the last four digits and the whole number', async () => {
  for (const q of ['张大', 'zds', 'ZHANGDA', '0012', IDENTITY])
    expect((await found(clerk, q))[0], q).toEqual(['人员', '张大山']);
  const { body } = await clerk.send('GET', '/search?q=zds');
  expect(body).toMatchObject({
    groups: [
      { items: [{ detail: '河湾村　1946 年生', opens: { type: 'record', kind: 'person', id: personId } }] },
    ],
  });
});

test('the number itself is in no answer', async () => {
  const { body } = await clerk.send('GET', `/search?q=${IDENTITY}`);
  expect(JSON.stringify(body)).not.toContain(IDENTITY);
});

test('a village opens its people, a paper is found by its number, a voucher with its payments', async () => {
  expect(await found(clerk, '河湾')).toEqual([['村（社区）', '河湾村']]);
  expect(await found(clerk, '154号')).toEqual([['材料', '关于提标的通知']]);
  const { body } = await clerk.send('GET', `/search?q=${encodeURIComponent('示例-0')}`);
  expect(body).toMatchObject({
    groups: [
      {
        title: '凭证',
        items: [
          {
            label: '示例-001',
            detail: '发放记录　2 笔　2017-03-18',
            opens: { type: 'list', kind: 'paidLine', q: '示例-001' },
          },
        ],
      },
    ],
  });
});

test('a figure is found by its code and by a part of its name, a page by what is done on it', async () => {
  expect(await found(clerk, 'd01')).toMatchObject([['指标', expect.any(String)]]);
  expect((await found(clerk, '祭扫')).map(([title]) => title)).toContain('指标');
  expect(await found(clerk, '恢复演练')).toEqual([['去办', '备份恢复']]);
});

test('whoever may not read people or papers does not find them', async () => {
  for (const q of ['张大', '0012', '154号', '示例-0', '河湾', 'D01', '导入'])
    expect(await found(manager, q), q).toEqual([]);
  expect(await found(manager, '口令')).toEqual([['去办', '用户与权限']]);
});

test('signs of a pattern are taken as they stand, and nothing asked is refused', async () => {
  expect(await found(clerk, '%')).toEqual([]);
  expect(await found(clerk, '_')).toEqual([]);
  expect((await clerk.send('GET', '/search?q=%20')).status).toBe(400);
});

test('what somebody searched for is in no log', () => {
  expect(JSON.stringify(runtime.lines)).not.toMatch(/张大|0012|zds/);
});
