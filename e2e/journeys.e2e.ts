import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePeople, sampleWorkbooks } from './support/sample-people.ts';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { type Served, startServed } from './support/served.ts';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await startServed();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const PASS = '青山绿水-2018';
/** Rooms the manual shows. */
const PICTURES: Readonly<Record<string, string>> = {
  '/': 'home',
  '/care': 'ledger-visits',
  '/ledger': 'ledger-meetings',
  '/people': 'people',
};

async function fill(window: Window, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await window.page.fill(`#${id}`, value);
}

test('from the printed link to the row of the Excel file behind a figure, in the filled example', async () => {
  const window = await openWindow(browser);
  const { page, click, press } = window;
  await page.goto(served.url);
  await page.getByRole('heading', { name: '首次使用' }).waitFor();
  expect(page.url()).not.toContain('token');
  await window.picture('start');
  await click('看填好的例子');
  await page.locator('.practice', { hasText: '练习，不是真数据' }).waitFor({ timeout: 90_000 });
  await press('/');
  await page.keyboard.type('D01');
  await page.getByRole('option').filter({ hasText: 'D01' }).waitFor();
  await press('Enter');
  const row = page.locator('.trace li').first();
  await row.waitFor();
  expect(await row.textContent()).toMatch(/双拥台账-2017\.xlsx「.+」第 \d+ 行/);
  await window.picture('figure-drawer');
  await row.getByRole('link').click();
  await page.waitForURL(/\/r\//);
  expect(window.clicks() + 1).toBeLessThanOrEqual(8);
  expect(window.faults).toEqual([]);
  await page.close();
});

test('from nothing to the row of one’s own Excel file behind the first figures, in at most 8 clicks', async () => {
  const window = await openWindow(browser);
  const { page, click } = window;
  const begun = Date.now();
  await page.goto(served.url);
  const own = { townCode: '341524199', townName: '示例镇', year: '2017', userName: '王某' };
  await fill(window, { ...own, passCode: PASS, again: PASS });
  await click('开始');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  await click('导入');
  const [file] = (await sampleWorkbooks()).slice(-1);
  await window.choose('选文件', String(file));
  const confirm = page.getByRole('button', { name: /^导入能用的 [\d,]+ 行$/ });
  await confirm.waitFor({ timeout: 90_000 });
  await window.picture('import');
  await click(/^导入能用的 [\d,]+ 行$/);
  await page.getByRole('heading', { name: '导入好了' }).waitFor({ timeout: 90_000 });
  await window.clickOn(page.locator('[data-figure="F01"]'));
  const row = page.locator('.trace li').first();
  await row.waitFor();
  expect(await page.locator('[data-figure="F01"]').textContent()).toBe('360');
  expect(await row.textContent()).toMatch(/双拥台账-2017\.xlsx「发放记录」第 \d+ 行/);
  expect(window.clicks()).toBeLessThanOrEqual(8);
  expect(Date.now() - begun).toBeLessThan(600_000);
  expect(window.faults).toEqual([]);
  await page.close();
});

test('once somebody is set up, the printed link is over', async () => {
  const window = await openWindow(browser);
  const { page } = window;
  await page.goto(served.url);
  await page.getByText('这里已经启用').waitFor();
  expect(page.url()).not.toContain('token');
  await page.close();
});

test('every room of the menu opens with the imported records, without a fault', async () => {
  const window = await signIn('王某', PASS);
  const { page } = window;
  const rooms = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').all();
  const paths = await Promise.all(rooms.map((room) => room.getAttribute('href')));
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    const { pathname } = new URL(String(path), served.origin);
    await page.goto(new URL(String(path), served.origin).href);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('main').textContent(), pathname).not.toMatch(/^\s*$|出错/);
    const picture = PICTURES[pathname];
    if (picture) await window.picture(picture);
  }
  expect(window.faults).toEqual([]);
  await page.close();
});

test('系统: a second user, a role that excludes another, a backup tried at once, the chain checked', async () => {
  const window = await signIn('王某', PASS);
  const { page, click } = window;
  await page.goto(`${served.origin}/system?tab=users`);
  await page.getByText('还没有复核、批准').waitFor();
  expect(await page.locator('.tabs [aria-current]').allTextContents()).toEqual(['用户与权限']);
  await fill(window, { name: '赵某', passCode: PASS, again: PASS });
  await click('添上');
  await page.getByText('已添赵某（复核）').waitFor();
  await click('赵某');
  const excluded = page.getByRole('option', { name: '批准（和复核不能一人兼）' });
  expect(await excluded.isDisabled()).toBe(true);
  await window.picture('system-users');
  await page.goto(`${served.origin}/system?tab=backup`);
  await fill(window, { passCode: '江南水乡二零一七', again: '江南水乡二零一七' });
  await page.locator('form').getByRole('button', { name: '现在备份' }).click();
  await page.getByText('备份完成并试恢复成功：人数、金额、文件一致。').waitFor({ timeout: 60_000 });
  await window.picture('system-backup');
  await page.goto(`${served.origin}/system?tab=log`);
  await page.getByText('做了备份').first().waitFor();
  await click('链校验');
  await page.getByText(/链校验 ✓/).waitFor();
  expect(window.faults).toEqual([]);
  await page.close();
});

test('whoever only looks finds his own pass code and nothing to set', async () => {
  const window = await signIn('赵某', PASS);
  const { page } = window;
  await page.goto(`${served.origin}/system`);
  const tabs = page.getByRole('navigation', { name: '分页' }).getByRole('link');
  await tabs.first().waitFor();
  expect(await tabs.allInnerTexts()).toEqual(['我的口令', '任务', '本机']);
  await page.goto(`${served.origin}/system?tab=backup`);
  await page.getByLabel('现在的口令').waitFor();
  expect(window.faults).toEqual([]);
  await page.close();
});

test('no name, number or account of the sample is ever in the logs', async () => {
  const { names, numbers } = await samplePeople();
  expect(names.size).toBeGreaterThan(100);
  expect(numbers.size).toBeGreaterThan(100);
  for (const file of await sampleWorkbooks()) await served.command('import', file);
  const window = await signIn('王某', PASS);
  const { page } = window;
  const [name] = names;
  const [number] = numbers;
  for (const text of [name, number]) {
    await page.keyboard.press('/');
    await page.keyboard.type(String(text));
    await page.waitForTimeout(600);
    await page.keyboard.press('Escape');
  }
  const rooms = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').all();
  for (const address of await Promise.all(rooms.map((room) => room.getAttribute('href')))) {
    await page.goto(new URL(String(address), served.origin).href);
    await page.waitForTimeout(800);
  }
  // Addresses somebody mistypes hold names and numbers as well.
  for (const path of [`/api/people/${name}`, `/api/records/spell?q=${name}&sort=${number}`, `/api/${number}`])
    await page.evaluate((address) => fetch(address), encodeURI(path));
  expect(window.faults).toEqual([]);
  const logs = await served.logs();
  expect(logs).toContain('"request"');
  expect([...names, ...numbers].filter((text) => logs.includes(text))).toEqual([]);
});

async function signIn(name: string, passCode: string): Promise<Window> {
  const window = await openWindow(browser);
  await window.page.goto(`${served.origin}/login`);
  await fill(window, { name, passCode });
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return window;
}
