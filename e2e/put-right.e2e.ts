import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityCheckDigit } from '../packages/values/src/index.ts';
import { rowOf, said } from './support/batch.ts';
import { type Hands, payMonth } from './support/paid.ts';
import { ask, openTown, type Town } from './support/town.ts';

let town: Town;
let folder: string;
let hands: Hands;
const VILLAGE = '河湾村';

/** Somebody on the roll since January, with an account of his own. */
async function enrol(name: string, serial: string): Promise<string> {
  const first17 = `34152419460315${serial}`;
  const cells = {
    ...{ name, identity: first17 + identityCheckDigit(first17), sex: '男', born_on: '1946-03-15' },
    ...{
      village_id: await village(),
      category: '带病回乡退伍军人',
      from_month: '2017-12',
      bank_name: '农商行',
    },
    account: `62284800009900${serial}`,
  };
  return (await ask<{ personId: string }>(hands.clerk, 'POST', '/records/spell', { cells })).personId;
}

async function village(): Promise<string> {
  const kinds = await ask<{ kind: string; columns: { field: string; words?: string[] }[] }[]>(
    hands.clerk,
    'GET',
    '/kinds',
  );
  const spell = kinds.find(({ kind }) => kind === 'spell');
  return spell?.columns.find(({ field }) => field === 'village_id')?.words?.[0] ?? VILLAGE;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-right-'));
  town = await openTown('2018-02-05');
  hands = {
    ...{ clerk: await town.signIn('王某'), reviewer: await town.signIn('赵某') },
    approver: await town.signIn('刘某'),
  };
  await enrol('并录某', '901');
  await enrol('并录某', '902');
  await enrol('迁来某', '903');
}, 300_000);
afterAll(async () => {
  expect(Object.values(hands ?? {}).flatMap(({ faults }) => faults)).toEqual([]);
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('somebody who moves in is paid here from the month after his slip', async () => {
  const { page, click } = hands.clerk;
  await town.open(hands.clerk, '/people/transfers?year=2018');
  await click(/^新开迁移单/);
  await page.getByRole('radio', { name: '迁入' }).check();
  await page.getByLabel('谁', { exact: true }).fill('迁来某');
  await page.locator('.people-found button').first().click();
  await page.getByLabel('从哪个单位来').fill('邻县退役军人事务局');
  await page.getByLabel('已发至').fill('2017-11');
  await click('登记迁入');
  await said(hands.clerk).getByText('从 2017-11 的次月起由本单位发放').waitFor();
  await payMonth(town, hands, folder, '2018-01', '2018-02-05');
}, 240_000);

test('one man under two numbers: what merging does to his money is told first, and what parting him again does', async () => {
  const { reviewer, clerk } = hands;
  const panel = reviewer.page.locator('aside.panel');
  const told = panel.locator('.people-effects li');
  await town.open(reviewer, '/people/duplicates?year=2018');
  await reviewer.clickOn(rowOf(reviewer, '并录某').getByText('并录某'));
  await told.filter({ hasText: /^2017-12 至 2018-01 多发 2 个月：.*¥[\d,.]+，应追回。$/ }).waitFor();
  await reviewer.page.fill('#reason', '两张证是同一人');
  await reviewer.picture('merge-money');
  await reviewer.click('是同一人，合并');
  await reviewer.page.getByText('并录某的两份登记已合并。').waitFor();
  // The next batch takes back what was paid twice.
  const commandKey = crypto.randomUUID();
  await ask(clerk, 'POST', '/pay/batches', { commandKey, kind: '抚恤补助', month: '2018-02' });
  await town.open(clerk, '/pay/claims?year=2018');
  await rowOf(clerk, '并录某').getByText('待告知').waitFor();

  await town.open(reviewer, '/people/duplicates?show=merged&year=2018');
  await told.filter({ hasText: /^2017-12 至 2018-02 补发 .*¥[\d,.]+。$/ }).waitFor();
  await reviewer.click('撤销合并');
  await reviewer.page.getByText('并录某的合并已撤销').waitFor();
}, 240_000);

test('a slip in written wrong: what another month does to money is told, and a second person agrees', async () => {
  const { clerk, reviewer } = hands;
  const { page, click } = clerk;
  await town.open(clerk, '/people/transfers?year=2018');
  await clerk.clickOn(rowOf(clerk, '迁来某').getByText('迁来某'));
  await click('这张单写错了，更正');
  await page.getByLabel('应该是').fill('2017-12');
  await page
    .locator('.people-effects li')
    .filter({ hasText: /^2017-12 多发 1 个月：¥[\d.]+，应追回。$/ })
    .waitFor();
  await page.getByLabel('为什么').fill('介绍信照错了行');
  await clerk.picture('transfer-void');
  await click('提出更正');
  await said(clerk).getByText('更正已提出').waitFor();
  await page.getByText('等复核的人核实。', { exact: true }).waitFor();

  await town.open(reviewer, '/');
  await reviewer.page.getByText('迁来某的迁入单写错了，等第二人核实').first().click();
  await reviewer.page.getByText('已发至应是 2017-12').first().waitFor();
  await reviewer.page
    .locator('.people-effects li')
    .filter({ hasText: /^2017-12 多发 1 个月：/ })
    .waitFor();
  await reviewer.click(/^同意/);
  await said(reviewer).getByText('已更正，差额随下一批').waitFor();
  await town.open(clerk, '/people/transfers?year=2018');
  await rowOf(clerk, '迁来某').getByText('2017-12').first().waitFor();
}, 240_000);
