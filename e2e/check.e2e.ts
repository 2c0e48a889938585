import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityCheckDigit } from '@shuangyong/values';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WriteValue, writeSheets } from '../packages/server/src/platform/workbook/index.ts';
import { sampleWorkbooks } from './support/sample-people.ts';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { type Served, startServed } from './support/served.ts';

let served: Served;
let browser: Browser;
let clerk: Window;
let folder: string;

const PASS = '青山绿水-2018';

function number(serial: number): string {
  const first17 = `341524194701${String(serial).padStart(2, '0')}901`;
  return first17 + identityCheckDigit(first17);
}

const columns = (headers: string) => headers.split(' ').map((header) => ({ header }));

/** Two made-up people beside the sample: one paid after his death, one paid by last year's rate. */
async function plantedBook(file: string, arrears: boolean): Promise<void> {
  const [dead, old] = [number(1), number(2)];
  const paid: WriteValue[][] = [
    ['练习去世', dead, '抚恤补助', '2017-01', '2017-08', 4040, '2017-08-20', '练-1'],
    ['练习去世', dead, '抚恤补助', '2017-09', '2017-09', 505, '2017-09-20', '练-2'],
    ['练习旧标', old, '抚恤补助', '2017-01', '2017-12', 6060, '2017-12-20', '练-3'],
  ];
  if (arrears) paid.push(['练习旧标', old, '补发', '2017-10', '2017-12', 100, '2018-01-20', '练-4']);
  const roll = [
    ['练习去世', dead, '练习村', '参战退役人员', '2007-08', '2017-08-14'],
    ['练习旧标', old, '练习村', '参战退役人员', '2007-08', null],
  ];
  const sheets = [
    { name: '单位', columns: columns('行政区划代码 名称 年度'), rows: [['341524199', '映山镇', 2017]] },
    { name: '村(社区)', columns: columns('名称'), rows: [['练习村']] },
    {
      name: '优抚对象',
      columns: columns('姓名 身份证号 村(社区) 对象类别 享受起始年月 死亡日期'),
      rows: roll,
    },
    {
      name: '发放记录',
      columns: columns('姓名 身份证号 项目 所属起始年月 所属截止年月 金额 发放日期 凭证号'),
      rows: paid,
    },
  ];
  await writeSheets(sheets, createWriteStream(file));
}

async function importPlanted(arrears: boolean): Promise<void> {
  const file = join(folder, arrears ? 'later.xlsx' : 'first.xlsx');
  await plantedBook(file, arrears);
  await served.command('import', file);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-check-'));
  served = await startServed();
  browser = await openBrowser();
  clerk = await openWindow(browser);
  const { page, click } = clerk;
  await page.goto(served.url);
  const own = { townCode: '341524199', townName: '映山镇', year: '2017', userName: '王某' };
  for (const [id, value] of Object.entries({ ...own, passCode: PASS, again: PASS }))
    await page.fill(`#${id}`, value);
  await click('开始');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  const [file] = (await sampleWorkbooks()).slice(-1);
  await served.command('import', String(file));
  await importPlanted(false);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

const cells = (title: string) => clerk.page.locator(`[data-test="${title}"] td`).allTextContents();

test('every test stands with what it found, or how much it looked at, or what it lacks', async () => {
  const { page, click } = clerk;
  await page.goto(`${served.origin}/pay/history?year=2017`);
  await click('自查');
  await page.getByText('查了 362 人').waitFor({ timeout: 60_000 });
  expect((await cells('死亡后仍发放')).slice(2, 6)).toEqual(['1', '1', '0', '0']);
  expect((await cells('标准不符'))[2]).toBe('1');
  expect((await cells('重复发放')).slice(2)).toEqual([
    '0',
    '',
    '',
    '',
    expect.stringMatching(/^已查 .+人月$/),
  ]);
  expect(await cells('领养老金仍领')).toEqual(['领养老金仍领', '没有养老金领取名册，本项未查']);
  const panel = page.getByRole('complementary');
  await panel.getByText('2017-09 已去世，不应发').waitFor();
  await panel.getByText('练-2').waitFor();
  await clerk.picture('check');
  expect(clerk.faults).toEqual([]);
});

test('verdicts by key: true, and not true with its reason', async () => {
  const { page } = clerk;
  const panel = page.getByRole('complementary');
  await page.keyboard.press('1');
  await page.locator('[data-test="死亡后仍发放"] td:nth-child(5)', { hasText: '1' }).waitFor();
  await page.locator('[data-test="标准不符"]').getByRole('button').click();
  await panel.getByText('少发 150.00 元').waitFor();
  await page.keyboard.press('2');
  await panel.getByText('不属实要写理由。').waitFor();
  await page.keyboard.type('另册补发');
  await panel.getByRole('button', { name: /^不属实/ }).click();
  await panel
    .getByText(/不属实：另册补发（王某/)
    .first()
    .waitFor();
  expect((await cells('标准不符')).slice(2, 6)).toEqual(['1', '0', '0', '1']);
  await page.reload();
  await page.getByText('查了 362 人').waitFor({ timeout: 60_000 });
  expect((await cells('标准不符')).slice(2, 6)).toEqual(['1', '0', '0', '1']);
  expect(clerk.faults).toEqual([]);
});

test('when a payment changes what it rests on, it waits again; the other stays decided', async () => {
  const { page, click } = clerk;
  await importPlanted(true);
  await click('再查一遍');
  await page.locator('[data-test="标准不符"] td:nth-child(4)', { hasText: '1' }).waitFor({ timeout: 60_000 });
  expect((await cells('标准不符')).slice(2, 6)).toEqual(['1', '1', '0', '0']);
  expect((await cells('死亡后仍发放')).slice(2, 6)).toEqual(['1', '0', '1', '0']);
  await page.evaluate('window.print = () => undefined');
  await click('印自查表');
  await page.locator('.sheet').first().waitFor({ state: 'attached' });
  const sheet = (await page.locator('.sheet').allTextContents()).join('');
  expect(sheet).toContain('2017 年优抚发放自查情况表');
  expect(sheet).toContain('属实已办（王某');
  expect(sheet).toContain('分管领导');
  expect(clerk.faults).toEqual([]);
});
