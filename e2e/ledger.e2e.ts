import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleWorkbooks } from './support/sample-people.ts';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { ROOT, type Served, startServed } from './support/served.ts';

let served: Served;
let browser: Browser;
let window: Window;

const PASS = '青山绿水-2018';
const PHOTO = join(ROOT, 'docs/manual/images/start.png');
const SCAN = join(ROOT, 'docs/manual/images/import.png');

beforeAll(async () => {
  served = await startServed();
  browser = await openBrowser();
  window = await openWindow(browser);
  const { page, click } = window;
  await page.goto(served.url);
  const own = { townCode: '341524199', townName: '映山镇', year: '2017', userName: '王某' };
  for (const [id, value] of Object.entries({ ...own, passCode: PASS, again: PASS }))
    await page.fill(`#${id}`, value);
  await click('开始');
  await page.getByText('2017 年还没有记录').waitFor();
  const [file] = (await sampleWorkbooks()).slice(-1);
  await served.command('import', String(file));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function open(path: string): Promise<void> {
  await window.page.goto(`${served.origin}${path}`);
  await window.page.waitForLoadState('networkidle');
}

test('a head-count that nobody signed for and nobody called an estimate is refused, then saved with Enter', async () => {
  const { page } = window;
  await open('/ledger/activities?year=2017');
  await page.keyboard.press('n');
  for (const [id, value] of Object.entries({
    held_on: '2017-07-28',
    title: '八一老兵座谈',
    attendance: '32',
  }))
    await page.fill(`#${id}`, value);
  await page.selectOption('#activity_type', '座谈会');
  await page.press('#title', 'Enter');
  await page.getByRole('alert').getByText('人数没有签到表，也没有标估计').waitFor();
  await window.picture('ledger-entry');
  await page.selectOption('#is_estimate', '是');
  await page.press('#title', 'Enter');
  await page.getByText('存好了，可以接着录下一条').waitFor();
  expect(await page.inputValue('#held_on')).toBe('2017-07-28');
  expect(await page.inputValue('#title')).toBe('');
  await window.click('打开刚存的');
  await page.getByText('还没有材料').waitFor();
  expect(window.faults).toEqual([]);
});

test('a photo with its caption is hung on it, and can be taken back for ten seconds', async () => {
  const { page, click } = window;
  await window.choose('选文件', PHOTO);
  await page.getByLabel('这是什么').fill('座谈会照片');
  await page.getByLabel('照片说明').fill('7 月 28 日 镇会议室 座谈 老兵 32 人 王某摄');
  await click('挂上 1 份');
  await page.getByText('挂上了 1 份。').waitFor();
  await page.locator('.papers img').waitFor();
  await click('撤销');
  await page.getByText('已撤销。').waitFor();
  await page.getByText('还没有材料').waitFor();
  await page.getByLabel('找已有的材料').fill('座谈会照片');
  await click(/座谈会照片：7 月 28 日/);
  await page.getByText(/挂上了《座谈会照片/).waitFor();
  await page.getByRole('row').filter({ hasText: '八一老兵座谈' }).locator('img').waitFor();
});

test('a correction shows first what it touches, keeps what was, and a void record can come back', async () => {
  const { page, click } = window;
  await click(/^更正/);
  await page.fill('#new-attendance', '35');
  await page
    .getByText(/：\d+ 人次 → \d+ 人次/)
    .first()
    .waitFor();
  await page.fill('#reason', '签到表补到了');
  await page.locator('form').getByRole('button', { name: '更正' }).click();
  await page.getByText('参加人数：32 → 35').waitFor();
  await click(/^作废$/);
  await page.getByLabel('理由').fill('重复录入');
  await click('作废这一条');
  await page.getByText('不进任何数，可以恢复').waitFor();
  const row = page.getByRole('row').filter({ hasText: '八一老兵座谈' });
  await row.waitFor({ state: 'detached' });
  await click('看已作废的');
  await row.click();
  await click(/^恢复$/);
  await page.getByLabel('理由').fill('核对了，不是重复');
  await click('恢复这一条');
  await row.waitFor({ state: 'detached' });
  await click('去掉「已作废的」');
  await row.waitFor();
});

test('what was taken down before it was hung is refused at its field; groups open their rows', async () => {
  const { page, click } = window;
  await open('/ledger/publicity?year=2017');
  await window.picture('ledger-publicity');
  await page.getByRole('button', { name: '新增 N' }).waitFor();
  await page.keyboard.press('n');
  const cells = { placed_on: '2017-07-25', quantity: '3', measure: '幅', removed_on: '2017-07-01' };
  await page.selectOption('#publicity_type', '横幅');
  for (const [id, value] of Object.entries(cells)) await page.fill(`#${id}`, value);
  await page.press('#measure', 'Enter');
  await page.locator('#removed_on-error').getByText('撤除日期早于悬挂').waitFor();
  await open('/ledger/publicity?year=2017&by=publicity_type');
  await window.picture('ledger-groups');
  const banners = page.getByRole('row').filter({ hasText: '横幅' });
  expect((await banners.locator('td').allTextContents()).slice(0, 3)).toEqual(['横幅', '5', '15']);
  await banners.click();
  await page.getByText('类型：横幅').waitFor();
  await page.locator('.tbl-foot').getByText('5 条', { exact: true }).waitFor();
  await click('去掉「类型：横幅」');
  await page.locator('.tbl-foot').getByText('77 条', { exact: true }).waitFor();
});

test('the budget and what was spent are never added up', async () => {
  await open('/ledger/funds?year=2017');
  await window.page.getByText('余额').waitFor();
  expect(await window.page.locator('.tbl-foot').textContent()).toContain(
    '预算 ¥15,000.00 − 支出 ¥12,600.00 = 余额 ¥2,400.00',
  );
});

test('缺件 leads to the rows without proof: one paper is hung on all of them at once', async () => {
  const { page, click } = window;
  await open('/archive/missing?year=2017');
  await window.picture('archive-missing');
  const gap = page.getByRole('row').filter({ hasText: '困难帮扶' }).getByRole('link');
  const count = /\d+/.exec((await gap.textContent()) ?? '')?.[0];
  await window.clickOn(gap);
  await click(`全选 ${count} 条`);
  await click('给选中的挂材料');
  await click('没有扫描件，只记原件在哪里');
  await page.getByLabel('这是什么').fill('帮扶对象签字册');
  await page.getByLabel('原件在哪里').fill('镇档案室 3 盒 7 件');
  await click(`挂到 ${count} 条上`);
  await page.getByText('没有符合条件的记录').waitFor();
  await open('/archive/missing?year=2017');
  await page.getByRole('row').filter({ hasText: '困难帮扶' }).getByText('都有据').waitFor();
  expect(window.faults).toEqual([]);
});

test('a paper whose file did not come takes it later, and shows what it proves', async () => {
  const { page } = window;
  const lost = page.locator('.lost li').first();
  const title = await lost.getByRole('link').textContent();
  await lost.getByRole('button', { name: '放进文件' }).click();
  await window.choose('选文件', SCAN);
  await page.locator('.lost li', { hasText: String(title) }).waitFor({ state: 'detached' });
  await open('/archive?year=2017');
  await window.picture('archive');
  await page.getByPlaceholder('筛：题名、文号').fill(String(title));
  const row = page.getByRole('row').filter({ hasText: String(title) });
  await row.filter({ hasText: '文件' }).filter({ hasNotText: '缺文件' }).waitFor();
  await row.click();
  await page.locator('.file img').waitFor();
  await window.clickOn(page.locator('.proves a'));
  await page.waitForURL(/\/r\//);
  await window.clickOn(page.locator('.papers .grow a', { hasText: String(title) }));
  await page.waitForURL(/\/archive\/r\/paper\//);
  expect(window.faults).toEqual([]);
});
