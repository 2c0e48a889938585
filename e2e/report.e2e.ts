import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigures } from '../packages/server/src/platform/document/index.ts';
import { printedPages, textOf } from './support/office.ts';
import { sampleWorkbooks } from './support/sample-people.ts';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { ROOT, type Served, startServed } from './support/served.ts';

let served: Served;
let browser: Browser;
let clerk: Window;
let leader: Window;

const PASS = '青山绿水-2018';
const TOWN = '341524199000';
const SCAN = join(ROOT, 'docs/manual/images/start.png');

async function signIn(name: string): Promise<Window> {
  const window = await openWindow(browser);
  await window.page.goto(`${served.origin}/login`);
  for (const [id, value] of Object.entries({ name, passCode: PASS })) await window.page.fill(`#${id}`, value);
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return window;
}

/** A write as the page makes it. */
async function post(page: Page, path: string, body: object): Promise<number> {
  const sent = { path, body: JSON.stringify(body) };
  return page.evaluate(async (what) => {
    const headers = { 'content-type': 'application/json', 'x-shuangyong': '1' };
    return (await fetch(what.path, { method: 'POST', headers, body: what.body })).status;
  }, sent);
}

beforeAll(async () => {
  served = await startServed();
  browser = await openBrowser();
  clerk = await openWindow(browser);
  const { page, click } = clerk;
  await page.goto(served.url);
  const own = { townCode: TOWN.slice(0, 9), townName: '映山镇', year: '2017', userName: '王某' };
  for (const [id, value] of Object.entries({ ...own, passCode: PASS, again: PASS }))
    await page.fill(`#${id}`, value);
  await click('开始');
  await page.getByText('2017 年还没有记录').waitFor();
  const papers = join(ROOT, 'examples/sample/papers');
  for (const file of await sampleWorkbooks()) await served.command('import', file, '--files', papers);
  expect(await post(page, '/api/users', { name: '刘某', role: '批准', passCode: PASS })).toBe(201);
  leader = await signIn('刘某');
  await page.reload();
  await page.locator('[data-figure="F01"]').first().waitFor();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** The paper once it is drawn, and nothing left to save. */
async function settled(page: Page): Promise<void> {
  await page.locator('.paper [data-code="A01"]').waitFor();
  await page.getByText('正在存…').waitFor({ state: 'hidden' });
}

async function openSummary({ page }: Window, year: number): Promise<void> {
  await page.goto(`${served.origin}/report/${year}`);
  await page.locator('.paper').waitFor();
}

async function exported({ page, click }: Window): Promise<{ name: string; docx: Buffer }> {
  const download = page.waitForEvent('download');
  await click('导出 docx');
  const file = await download;
  return { name: file.suggestedFilename(), docx: await readFile(await file.path()) };
}

/** What the paper on the screen prints of figures, in reading order. */
const shownFigures = ({ page }: Window) => page.locator('.paper .lf[data-code]:not(.none)').allTextContents();

let signed: Buffer;

test('the summary without typing a number: from 报告 to the signed Word file in at most 10 clicks', async () => {
  const { page, click } = clerk;
  const before = clerk.clicks();
  await click('报告');
  await settled(page);
  await click('生成初稿');
  await page.getByRole('button', { name: '送签' }).waitFor();
  await click(/^检查 \d+$/);
  await page.getByText('未佐证 1').first().waitFor();
  await clerk.picture('report');
  await clerk.choose('挂上', SCAN);
  await page.getByText('挂上了 1 份。').waitFor();
  await click('标为人工填报…');
  await clerk.picture('report-vouch');
  await click('当年没有逐条登记');
  await page.getByText('人工 1').first().waitFor();
  await settled(page);
  await click('送签');
  await page.getByRole('heading', { name: '已送签，等批准的人签发' }).waitFor();
  const mine = clerk.clicks() - before;

  const led = leader.clicks();
  await leader.click('报告');
  await leader.page.getByLabel('您的口令').fill(PASS);
  await leader.picture('report-sign');
  await leader.press('Enter');
  await leader.page.getByRole('heading', { name: '已签发并冻结' }).waitFor({ timeout: 60_000 });
  const his = leader.clicks() - led;

  await page.reload();
  await page.getByRole('heading', { name: '已签发并冻结' }).waitFor();
  const { name, docx } = await exported(clerk);
  signed = docx;
  expect(name).toBe('映山镇（练习）2017年度双拥工作总结.docx');
  expect(mine + his + 1).toBeLessThanOrEqual(10);
  expect([...clerk.faults, ...leader.faults]).toEqual([]);
});

test('the Word file, printed by LibreOffice, carries the figures of the page, its annex and the signature', async () => {
  const shown = await shownFigures(clerk);
  expect(shown).toContain('981875元');
  expect(readFigures(signed).map(({ text }) => text)).toEqual(shown);
  const pages = await printedPages(signed);
  const text = textOf(pages).replace(/\s/g, '');
  let from = 0;
  for (const figure of shown) {
    const at = text.indexOf(figure, from);
    expect(at, `${figure} after place ${from}`).toBeGreaterThanOrEqual(from);
    from = at + figure.length;
  }
  for (const words of [
    '981875.00',
    '199752.00',
    '理由：当年没有逐条登记',
    '填报人：王某',
    '映山镇（练习）20',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('草稿');
  const ended = pages.findIndex((page) => textOf([page]).includes('附件：数据来源对照表'));
  expect(textOf(pages.slice(ended, ended + 1)).replace(/\s/g, '')).toMatch(
    /下一步：.+附件：.+映山镇.+年.+月.+日/,
  );
});

test('what changes afterwards stands beside the signed text, and goes into the 更正说明 of the Word file', async () => {
  const { page } = clerk;
  const visit = {
    visited_on: '2017-08-01',
    name: '补录人',
    mode: '上门',
    festival: '八一',
    gift_fen: 50_000,
  };
  expect(await post(page, `/api/records/visit?division=${TOWN}`, { cells: visit })).toBe(201);
  await page.reload();
  await clerk.click(/^签发后有变 \d+$/);
  const changed = page.locator('.spots li').filter({ hasText: '走访慰问户数' });
  expect(await changed.textContent()).toMatch(/4户 → 5户.*补录 1 条/);
  expect(await page.locator('.paper [data-code="D01"]').first().textContent()).toBe('4户');
  await clerk.picture('report-later');
  const { docx } = await exported(clerk);
  const text = textOf(await printedPages(docx)).replace(/\s/g, '');
  expect(text).toMatch(/更正说明.+走访慰问户数：原文「4户」，现为「5户」（三\.\d+），补录1条。/);
  expect(text).toContain('走访慰问4户，每户慰问金500元，共2000元');
  expect(clerk.faults).toEqual([]);
});

test('a number typed without a source keeps the draft from being sent; by keyboard alone it is found and bound', async () => {
  const { page, press } = clerk;
  await openSummary(clerk, 2016);
  await clerk.click('生成初稿');
  await page.getByRole('button', { name: '送签' }).waitFor();
  await page.locator('[data-sentence="publicity.leaflets"] .words').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type('另寄出慰问信三百余封。');
  await page.locator('.unb', { hasText: '三百余封' }).waitFor();
  // Not to be done yet, and says why when it is clicked all the same.
  await page.getByRole('button', { name: '送签' }).click({ force: true });
  await page.getByText('还不能送签：有 1 个数字没有来源：「三百余封」。').waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('heading', { name: '「三百余封」没有来源' }).waitFor();
  await clerk.picture('report-check');
  const likely = page.locator('.panel .spots li').first();
  expect(await likely.textContent()).toContain('慰问信发放');
  await press('Enter');
  await page.locator('.paper [data-spot][aria-current="true"]').waitFor();
  expect(await page.locator('.unb').count()).toBe(0);
  await page.getByText('还不能送签').waitFor({ state: 'hidden' });
  expect(clerk.faults).toEqual([]);
});

test('from a figure to its panel and back, through the words beside it, without a mouse', async () => {
  const { page } = clerk;
  await settled(page);
  const focused = () => page.locator(':focus').textContent();
  await page.locator('.paper [data-code="A01"]').focus();
  await page.keyboard.press('Tab');
  const second = await focused();
  expect(second).toMatch(/^\d+.$/);
  await page.keyboard.press('Enter');
  expect(await page.locator('.panel :focus').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe(second);
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.words:focus').count()).toBe(1);
  await page.keyboard.type('，');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe(second);
});

test('a draft is stamped and lists what is open', async () => {
  await settled(clerk.page);
  const { name, docx } = await exported(clerk);
  expect(name).toBe('映山镇（练习）2016年度双拥工作总结（草稿）.docx');
  const pages = await printedPages(docx);
  for (const page of pages) expect(textOf([page])).toContain('草稿');
  expect(textOf(pages)).toContain('草稿尚待处理的问题');
});
