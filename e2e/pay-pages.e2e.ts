import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { openTown, type Town } from './support/town.ts';

const SCAN = join(ROOT, 'docs/manual/images/start.png');

let town: Town;
/** 经办, 批准 */
let clerk: Window;
let approver: Window;

beforeAll(async () => {
  town = await openTown('2018-02-05');
  clerk = await town.signIn('王某');
  approver = await town.signIn('刘某');
}, 240_000);
afterAll(async () => {
  expect([clerk, approver].flatMap((window) => window?.faults ?? [])).toEqual([]);
  await town?.stop();
});

const said = ({ page }: Window) => page.locator('[role=status].done');
const rows = ({ page }: Window) => page.getByRole('grid').getByRole('row');
const panel = ({ page }: Window) => page.locator('.panel');

/** A year's budget, as the ledger of funds has it. */
async function budget(yuan: number): Promise<void> {
  const status = await clerk.page.evaluate(async (amount_fen) => {
    const headers = { 'content-type': 'application/json', 'x-shuangyong': '1' };
    const cells = { entered_on: '2018-01-03', entry_type: '预算', purpose: '春节慰问', amount_fen };
    return (
      await fetch('/api/records/fundEntry', { method: 'POST', headers, body: JSON.stringify({ cells }) })
    ).status;
  }, yuan * 100);
  expect(status).toBe(201);
}

describe('其他发放', () => {
  test('a roll is picked from people in force; beyond the budget it is refused where it was typed', async () => {
    const { page, click } = clerk;
    await budget(1_200);
    await town.open(clerk, '/pay/awards?year=2018');
    await page.getByText('这一年还没有').waitFor();
    await click('定名单 N');
    await page.getByText('选中 0 人次').waitFor();
    for (const at of [1, 2, 3]) await clerk.clickOn(rows(clerk).nth(at).getByRole('checkbox'));
    await page.getByLabel('每人（元）').fill('500');
    await click('定下 3 笔');
    await page.getByText('请写事由。').first().waitFor();
    await page.getByLabel('事由', { exact: true }).fill('春节慰问');
    await page.getByText('已定 ¥0.00，超了').waitFor();
    await click('定下 3 笔');
    await page.locator('.panel [role=alert]').getByText('超了预算').waitFor();
    await clerk.picture('awards-roll');
    await rows(clerk).nth(3).getByRole('textbox').fill('200');
    await page.locator('.panel').getByText('¥1,200.00').first().waitFor();
    await click('定下 3 笔');
    await page.getByText('2018 年 3 笔').waitFor();
    await page.getByRole('button', { name: '生成 2018 年 2 月慰问金（3 笔）' }).waitFor();
  });

  test('one is put right and one taken back before the batch; what the batch took stays', async () => {
    const { page, click } = clerk;
    const first = (await rows(clerk).nth(1).locator('td').first().textContent()) ?? '';
    await panel(clerk).getByRole('heading', { name: first }).waitFor();
    await click('改定');
    await panel(clerk).getByLabel('金额（元）').fill('100');
    await panel(clerk).getByLabel('为什么改').fill('标准看错');
    await panel(clerk).getByRole('button', { name: '改定' }).click();
    await said(clerk).getByText(`${first}的慰问金已改定，原来那笔留着`).waitFor();
    await rows(clerk).filter({ hasText: '待发（改定）' }).getByText('100.00').waitFor();
    await clerk.clickOn(rows(clerk).filter({ hasText: '500.00' }).filter({ hasText: '待发' }).last());
    await click('撤销');
    await panel(clerk).getByLabel('为什么撤销').fill('名单写错');
    await clerk.picture('awards');
    await click('撤销这一笔');
    await said(clerk).getByText('已撤销').waitFor();
    await click(/^生成 2018 年 2 月慰问金/);
    await page.getByText('校验码').waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { name: '明细 2' }).waitFor();
    await town.open(clerk, '/pay/awards?year=2018');
    await clerk.clickOn(rows(clerk).filter({ hasText: '在批次里' }).first());
    await panel(clerk).getByText('要改先撤回那一批').waitFor();
    expect(await panel(clerk).getByRole('button', { name: '撤销' }).count()).toBe(0);
  });

  test('nobody types the allowance of conscripts: families without a rate are named with what is missing', async () => {
    await town.open(clerk, '/pay/awards/new?year=2018&kind=优待金');
    await clerk.click('按标准定 2018 年优待金');
    await clerk.page.getByText('这次没有要定的').waitFor();
    await clerk.page.getByText(/没有定的 \d+ 家/).waitFor();
    expect(await clerk.page.locator('.people-found li').first().textContent()).not.toContain('table:');
  });
});

describe('账号', () => {
  test('another card is entered from his own page, with its photo; a wrong name and another’s card are refused in place', async () => {
    const { page, click, choose } = clerk;
    await town.open(clerk, '/people?tab=key');
    await clerk.clickOn(rows(clerk).nth(5).locator('td').nth(1));
    await page.getByRole('button', { name: '账号的每一版' }).waitFor();
    const name = (await page.locator('h1').textContent()) ?? '';
    await click('账号的每一版');
    await panel(clerk).getByText('用名册上的').first().waitFor();
    await click('记账号');
    await page.getByLabel('户名', { exact: true }).fill('别某');
    await page.getByLabel('账号', { exact: true }).fill('6228 4800 0000 1234 567');
    await panel(clerk).getByRole('button', { name: '记下' }).click();
    await page.getByText('户名与姓名不一样').first().waitFor();
    await page.getByLabel('户名', { exact: true }).fill(name);
    await panel(clerk).getByRole('button', { name: '记下' }).click();
    await page.getByText('请附卡片照片').first().waitFor();
    await choose('选文件', SCAN);
    await page.getByLabel('照片说明').fill('银行卡正面');
    await panel(clerk).getByRole('button', { name: '记下' }).click();
    await said(clerk).getByText('账号已记下').waitFor();
    await panel(clerk).getByText('2018-03-07 前每次发放都要看卡片').waitFor();
    await clerk.picture('accounts-person');

    await town.open(clerk, '/pay/accounts?year=2018');
    await rows(clerk).filter({ hasText: name }).getByText('新账号，2018-03-07 前要看卡片').waitFor();
    await click('给一人记账号 N');
    await page.getByLabel('谁', { exact: true }).fill('王');
    await page.locator('.people-found button').first().click();
    await panel(clerk)
      .getByRole('button', { name: /记账号|换账号/ })
      .click();
    await page.getByLabel('账号', { exact: true }).fill('6228480000001234567');
    await choose('选文件', SCAN);
    await page.getByLabel('照片说明').fill('银行卡正面');
    await panel(clerk).getByRole('button', { name: '记下' }).click();
    await page.getByText(`这个账号已是${name}的`).first().waitFor();
    // 赵某 works in the office: he draws for nobody.
    await page.getByText('他人代领').click();
    await page.getByLabel('户名', { exact: true }).fill('赵某');
    await page.getByLabel('与本人的关系').fill('侄子');
    await panel(clerk).getByRole('button', { name: '记下' }).click();
    await page.getByText('经办人员不能代领').first().waitFor();
    await clerk.picture('accounts');
  });

  test('an account that is ended is not paid to any more', async () => {
    const { page, click } = clerk;
    await town.open(clerk, '/pay/accounts?year=2018');
    await click('停用');
    await page.getByRole('button', { name: '卡丢了' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
    await said(clerk).getByText('已停用').waitFor();
    await rows(clerk).filter({ hasText: '已停用' }).first().waitFor();
  });
});

describe('结账', () => {
  test('the month is told by what moved; while a batch is open the approver is told why it cannot be closed', async () => {
    await town.open(approver, '/pay/periods?year=2018');
    const { page } = approver;
    await page.getByRole('heading', { name: /2018 年 2 月\s没有结/ }).waitFor();
    await page.getByText(/批次 PF-2018-02-01 还没有办结/).waitFor();
    expect(await page.getByRole('button', { name: /^结 2018 年 2 月的账/ }).isDisabled()).toBe(true);
    const sums = await page.getByRole('row').filter({ hasText: '合计' }).locator('td').allTextContents();
    expect(sums[1]).toBe(sums[2]);
    expect(sums[1]).not.toBe('0.00');
    await page.getByRole('row').filter({ hasText: '应发' }).first().waitFor();
    await approver.picture('periods');
  });

  test('once the batch is taken back the month is closed, and takes nothing more', async () => {
    await town.open(clerk, '/pay?year=2018');
    await clerk.clickOn(rows(clerk).filter({ hasText: '慰问金' }).getByText('PF-2018-02-01'));
    await clerk.click('撤回批次');
    await clerk.page.getByLabel('理由').fill('先结账');
    await clerk.page.getByRole('dialog').getByRole('button').last().click();
    await said(clerk).waitFor();
    await town.open(approver, '/pay/periods?year=2018');
    const { page, click } = approver;
    await click('结 2018 年 2 月的账');
    await page.getByText('以后才知道的去世').waitFor();
    await approver.picture('periods-close');
    await page.getByRole('dialog').getByRole('button', { name: '结账', exact: true }).click();
    await said(approver).getByText('2018 年 2 月已结账').waitFor();
    await page.getByText('已结 1 个月，接下来结 2018 年 3 月').waitFor();
    await page.getByText('还没到的月份不能结账').waitFor();
    await page.getByRole('navigation', { name: '月份' }).getByRole('link', { name: '2018 年 2 月' }).click();
    await page.getByRole('heading', { name: /2018 年 2 月\s已结账/ }).waitFor();
  });

  test('启用 says where the ledger begins, and takes in what was paid too much before', async () => {
    const { page, click } = approver;
    await town.open(approver, '/pay/periods?year=2018&tab=start');
    await page.getByText('导入过发放记录，到').waitFor();
    await page.getByLabel('谁', { exact: true }).fill('王');
    await page.locator('.people-found button').first().click();
    await page.getByLabel('多发了多少（元）').fill('505');
    await page.getByLabel('事由').fill('审计发现去世后多发');
    await click('带进来');
    await page.getByText('请选一份材料').first().waitFor();
    await page.getByLabel('多发到哪个月').fill('2017-10');
    await page.getByLabel('找已有的材料').fill('银行卡');
    await page.locator('.findpaper button').first().click();
    await approver.picture('periods-start');
    await click('带进来');
    await said(approver).getByText('的欠款已带进来，列入追回').waitFor();
    await page.getByRole('row').filter({ hasText: '2017-10' }).getByText('505.00').first().waitFor();
  });
});
