import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleWorkbooks } from './support/sample-people.ts';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { type Served, startServed } from './support/served.ts';

let served: Served;
let browser: Browser;
let clerk: Window;
let reviewer: Window;
let personId = '';

const PASS = '青山绿水-2018';
const TOWN = '341524199';
/** A day far beyond every shipped table, so that the invented one is the only one of its months. */
const TODAY = '2040-11-29';

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await page.fill(`#${id}`, value);
}

async function signIn(name: string): Promise<Window> {
  const window = await openWindow(browser);
  await window.page.goto(`${served.origin}/login`);
  await fill(window.page, { name, passCode: PASS });
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return window;
}

interface DueMonth {
  readonly month: string;
  readonly outcome: string;
  readonly fen: number;
}

/** What the law gives a person in the months of the invented table, as the product answers. */
async function dueOf(page: Page, id: string): Promise<readonly (readonly [string, string, number])[]> {
  const answer = await page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/api/people/${id}/due?from=2040-07&to=2040-11`,
  );
  const [right] = (answer as { person: { rights: { months: DueMonth[] }[] } }).person.rights;
  return (right?.months ?? []).map(({ month, outcome, fen }) => [month, outcome, fen] as const);
}

/** Runs in the page, where the types of this side know nothing of it. */
const PASTE = `(field, block) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', block);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}`;

/** Pastes into a field as a spreadsheet would. */
async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate(
    `(${PASTE})(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify(text)})`,
  );
}

beforeAll(async () => {
  process.env.SHUANGYONG_TODAY = TODAY;
  served = await startServed();
  browser = await openBrowser();
  clerk = await openWindow(browser);
  const { page, click } = clerk;
  await page.goto(served.url);
  const own = { townCode: TOWN, townName: '映山镇', year: '2017', userName: '王某' };
  await fill(page, { ...own, passCode: PASS, again: PASS });
  await click('开始');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  const [file] = (await sampleWorkbooks()).slice(-1);
  await served.command('import', String(file));
  await page.goto(`${served.origin}/system`);
  await fill(page, { name: '赵某', passCode: PASS, again: PASS });
  await page.selectOption('#role', '复核');
  await click('添上');
  await page.getByText('已添赵某').waitFor();
}, 180_000);
afterAll(async () => {
  delete process.env.SHUANGYONG_TODAY;
  await browser?.close();
  await served?.stop();
});

test('an invented August table is pasted, looked at and entered; it changes nobody’s due yet', async () => {
  const { page, click } = clerk;
  await page.goto(`${served.origin}/pay`);
  await click('标准');
  await page.getByText('没有数').first().waitFor();
  await click('录入新标准 N');
  await page.selectOption('#code', 'survivor.base');
  await fill(page, { from: '2040-08', title: '关于提高定期抚恤金标准的通知（虚构）', issued: '2040-11-20' });
  expect(await page.inputValue('#to')).toBe('2041-07');
  await paste(page, '#cell-martyr', '对象\t元/年\n烈士\t60,000\n因公牺牲\t54000\n病故\t4八000');
  await page.getByText('第 4 行').waitFor();
  await page.fill('#cell-illnessDeath', '48000');
  await click('看影响');
  await page.getByText(/2040-11 以前的 3 人 9 人月/).waitFor({ timeout: 60_000 });
  await page.getByText('这里只列明，不发放').waitFor();
  await clerk.picture('standards-new');
  const person = page.locator('.std-people a').first();
  personId = String(await person.getAttribute('href')).match(/people\/([^?]+)/)?.[1] ?? '';
  await click(/^录入$/);
  await page.getByText('您录入的，请另一位（复核或批准）来采用。').waitFor();
  expect((await dueOf(page, personId)).map(([, outcome]) => outcome)).toEqual(Array(5).fill('unknown'));
  expect(clerk.faults).toEqual([]);
});

test('a second person finds it among what is to be done today, sees the same effect and adopts it', async () => {
  reviewer = await signIn('赵某');
  const { page, click } = reviewer;
  await page.getByText('标准待采用：2040 年 8 月起定期抚恤金').waitFor();
  await click('看影响，采用');
  await page.getByText(/2040-11 以前的 3 人 9 人月/).waitFor({ timeout: 60_000 });
  await reviewer.picture('standards-adopt');
  await click(/^采用$/);
  await page.getByText('已采用，应发从此按这份算').waitFor();
  // 60,000 or 48,000 yuan a year, a twelfth of it every month from August on.
  const due = await dueOf(page, personId);
  expect(due.map(([, outcome]) => outcome)).toEqual(['unknown', 'due', 'due', 'due', 'due']);
  expect([500_000, 400_000]).toContain(due[4]?.[2]);
  await page.goto(`${served.origin}/pay/standards?month=2040-09`);
  await page.getByRole('button', { name: '60,000.00' }).click();
  await page.getByText('合每月 5,000.00').waitFor();
  await page.goto(`${served.origin}/`);
  await page.getByText('今天要办').waitFor();
  expect(await page.getByText('标准待采用').count()).toBe(0);
  expect(reviewer.faults).toEqual([]);
});

test('what another rate would cost in a year is told by category and fund, and nothing is written', async () => {
  const { page, click } = clerk;
  await page.goto(`${served.origin}/pay/standards?tab=try`);
  await page.selectOption('#code', 'survivor.base');
  await fill(page, { year: '2041', percent: '10' });
  await clerk.clickOn(page.getByRole('button', { name: '试算' }));
  await page.getByText(/3 人 · 36 人月/).waitFor({ timeout: 60_000 });
  await page.getByText('原数按最近一次的标准延用').waitFor();
  // Two at 48,000 and one at 60,000 yuan a year: a tenth more.
  expect(await page.locator('.std-effect').textContent()).toContain('+15,600.00 元');
  await clerk.picture('standards-try');
  await click('本地录入');
  await page.getByRole('row').filter({ hasText: '2040 年 8 月起定期抚恤金' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  expect(clerk.faults).toEqual([]);
});

test('withdrawn with a reason it counts no more', async () => {
  const { page, click } = reviewer;
  await page.goto(`${served.origin}/pay/standards?tab=entered`);
  await page.getByRole('row').filter({ hasText: '2040 年 8 月起定期抚恤金' }).click();
  await click('撤下…');
  await click(/^撤下$/);
  await page.getByRole('alert').getByText('请写理由。').waitFor();
  await fill(page, { reason: '练习完了' });
  await click(/^撤下$/);
  await page.getByText('赵某 撤下：练习完了').waitFor();
  expect((await dueOf(page, personId)).map(([, outcome]) => outcome)).toEqual(Array(5).fill('unknown'));
  expect(reviewer.faults).toEqual([]);
});
