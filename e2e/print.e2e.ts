import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Window } from './support/screen.ts';
import { openTown, type Town } from './support/town.ts';

const run = promisify(execFile);
const TOWN = '341524199000';

let town: Town;
let clerk: Window;

beforeAll(async () => {
  town = await openTown('2018-01-05');
  clerk = await town.signIn('王某');
}, 240_000);
afterAll(async () => {
  expect(clerk?.faults ?? []).toEqual([]);
  await town?.stop();
});

/** The text of each page that comes out of the printer. */
async function printedPages(page: Page, path: string, press: () => Promise<void>): Promise<string[]> {
  await town.open(clerk, path);
  await page.evaluate('window.print = () => undefined');
  await press();
  await page.locator('.sheets .sheet').first().waitFor({ state: 'attached' });
  const folder = await mkdtemp(join(tmpdir(), 'print-'));
  try {
    const file = join(folder, 'sheets.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    return stdout.split('\f').slice(0, -1);
  } finally {
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await rm(folder, { recursive: true, force: true });
  }
}

/** Room between the last line of each table and the foot of its sheet, in millimetres, as it is printed. */
async function roomAboveFoots(page: Page, path: string, press: string): Promise<number[]> {
  await town.open(clerk, path);
  await page.evaluate('window.print = () => undefined');
  await clerk.click(press);
  await page.locator('.sheets .sheet').first().waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const room = await page.locator('.sheets .sheet').evaluateAll((sheets) =>
    sheets.map((sheet) => {
      const table = sheet.querySelector('table')?.getBoundingClientRect();
      const foot = sheet.querySelector('footer')?.getBoundingClientRect();
      return (((foot?.top ?? 0) - (table?.bottom ?? 0)) / 96) * 25.4;
    }),
  );
  await page.emulateMedia({ media: null });
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  return room;
}

async function enterVisits(page: Page, situations: readonly string[]): Promise<void> {
  for (const [index, situation] of situations.entries()) {
    const visited_on = `2017-06-${String((index % 28) + 1).padStart(2, '0')}`;
    const cells = { visited_on, name: `长文${index + 1}`, mode: '上门', situation };
    const status = await page.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json', 'x-shuangyong': '1' };
        return (await fetch(String(path), { method: 'POST', headers, body: String(body) })).status;
      },
      [`/api/records/visit?division=${TOWN}`, JSON.stringify({ cells })],
    );
    expect(status).toBe(201);
  }
}

const SENTENCE = '老人身体尚好，住房屋面有两处漏雨，已与村里商定雨季前修好，并代办门诊报销。';

describe('a printed ledger whose rows wrap', () => {
  beforeAll(async () => {
    const long = Array.from({ length: 40 }, (_, index) => SENTENCE.repeat((index % 6) + 1));
    await enterVisits(clerk.page, [...long, SENTENCE.repeat(40)]);
  }, 120_000);

  test('has on every page its head, its sign places and its number, and each row once', async () => {
    const pages = await printedPages(clerk.page, '/care?year=2017', () => clerk.click('印'));
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((text, index) => {
      const flat = text.replace(/\s/g, '');
      expect(flat, `page ${index + 1}`).toContain('走访慰问台账（2017年）');
      expect(flat).toContain('映山镇');
      expect(flat).toContain('序号日期姓名');
      expect(flat).toContain('制表：审核：');
      expect(flat).toContain(`第${index + 1}页共${pages.length}页`);
      expect(flat.includes('合计'), `totals on page ${index + 1}`).toBe(index === pages.length - 1);
    });
    const names = pages.join('').match(/长文\d+/g) ?? [];
    expect(names.length).toBe(41);
    expect(new Set(names).size).toBe(41);
  });

  test('shows the whole of a row that fills a page, in smaller letters', async () => {
    const pages = await printedPages(clerk.page, '/care?year=2017', () => clerk.click('印'));
    const page = pages.find((text) => text.includes('长文41')) ?? '';
    expect(page.replace(/\s/g, '').match(/漏/g)?.length).toBe(40);
  });

  test('leaves room above every foot', async () => {
    for (const [path, press] of [
      ['/care?year=2017', '印'],
      ['/ledger/publicity?year=2017', '印'],
      ['/archive?year=2017', '印目录'],
      ['/people/confirm?year=2017', '印名单'],
      ['/report/figures?year=2017', '印'],
    ] as const) {
      const room = await roomAboveFoots(clerk.page, path, press);
      expect(Math.min(...room), path).toBeGreaterThan(2);
    }
  });
});

test('the records behind a figure are printed without the drawer that stands open', async () => {
  const { page } = clerk;
  const [sheet = '', ...more] = await printedPages(page, '/report/figures?year=2017', async () => {
    await page.getByRole('row', { name: /A05/ }).click();
    await page.locator('.trace li').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '印' }).click();
  });
  expect(more).toEqual([]);
  const flat = sheet.replace(/\s/g, '');
  expect(flat).toContain('会议平均到会率');
  expect(flat).toContain('第1页共1页');
  expect(sheet).not.toMatch(/导出|Esc/);
});
