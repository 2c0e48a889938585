import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printed, rowOf, said } from './support/batch.ts';
import { allArrived, type Hands, sentLines } from './support/paid.ts';
import { ask, openTown, type Town } from './support/town.ts';

let town: Town;
let folder: string;
let hands: Hands;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-awards-'));
  town = await openTown('2018-02-05');
  hands = {
    ...{ clerk: await town.signIn('王某'), reviewer: await town.signIn('赵某') },
    approver: await town.signIn('刘某'),
  };
}, 240_000);
afterAll(async () => {
  expect(Object.values(hands ?? {}).flatMap(({ faults }) => faults)).toEqual([]);
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Figure {
  readonly code: string;
  readonly value: unknown;
}

test('greeting money from the roll to the bank: a list, three hands, a file, an answer, and it is with the people', async () => {
  const { clerk, reviewer, approver } = hands;
  const { page, click } = clerk;
  await town.open(clerk, '/pay/awards/new?kind=慰问金&year=2018');
  for (const at of [1, 2])
    await clerk.clickOn(page.getByRole('grid').getByRole('row').nth(at).getByRole('checkbox'));
  await page.getByLabel('每人（元）').fill('500');
  await page.getByLabel('事由', { exact: true }).fill('春节慰问');
  await click('定下 2 笔');
  await page.getByText('2018 年 2 笔').waitFor();
  await click(/^生成 2018 年 2 月慰问金/);
  await page.getByText('校验码').waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '明细 2' }).waitFor();
  const address = new URL(page.url()).pathname;
  await click('提交');
  await said(clerk).getByText('已提交，等复核').waitFor();

  await town.open(reviewer, address);
  await reviewer.click('复核通过');
  await said(reviewer).getByText('复核通过，等批准').waitFor();
  await town.open(approver, address);
  await approver.click(/^批准$/);
  await said(approver).getByText('已批准').waitFor();
  const approval = await printed(approver, () => approver.click('批准单'));
  for (const words of ['慰问金发放批准单', '壹仟元整', '王某', '赵某', '刘某'])
    expect(approval).toContain(words);

  await town.open(reviewer, address);
  await reviewer.click('导出银行文件');
  await said(reviewer).getByText('银行文件已导出').waitFor();
  await town.open(clerk, '/pay/awards?year=2018');
  await rowOf(clerk, '在途').waitFor();
  const sent = await sentLines(hands, address.split('/').at(-1) ?? '');
  expect(sent).toHaveLength(2);
  await allArrived(hands, folder, sent, '2018-02-05');
  await reviewer.click('办结');
  await said(reviewer).getByText('已办结').waitFor();

  await town.open(clerk, '/pay/awards?year=2018');
  await rowOf(clerk, '已到账').waitFor();
  expect(await page.getByRole('row').filter({ hasText: '已到账' }).count()).toBe(2);
  // Greeting money is no pension: of those the year has no payment yet, and so no figure.
  const { figures } = await ask<{ figures: Figure[] }>(clerk, 'GET', '/figures?year=2018');
  const value = (code: string) => figures.find((one) => one.code === code)?.value;
  expect([value('F01'), value('F02')]).toEqual([null, null]);
}, 240_000);
