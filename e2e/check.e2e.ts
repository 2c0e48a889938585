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

/** A list as the crematorium keeps it: one of the roll, one like somebody of the roll, one stranger, one bad number. */
async function cremations(file: string): Promise<void> {
  const rows: WriteValue[][] = [
    ['练习旧标', number(2), '2017-11-20', '2017-11-22'],
    ['练习去世', null, '2017-08-14', '2017-08-16'],
    ['某外人', number(9), '2017-12-01', '2017-12-03'],
    ['某错号', '34152419470101901X', '2017-12-02', '2017-12-04'],
  ];
  const birthdays = ['1947-01-02', '1947-01-01', null, null];
  const own = columns('死者姓名 身份证号码 死亡时间 火化时间 出生日期');
  const sheet = {
    name: '2017年',
    columns: own,
    rows: rows.map((row, at) => [...row, birthdays[at] ?? null]),
  };
  await writeSheets([sheet], createWriteStream(file));
}

test('a list of deaths sorts the roll: the same number leads to the D panel filled in, a likeness is decided', async () => {
  const { page, click, choose } = clerk;
  const file = join(folder, '火化名册.xlsx');
  await cremations(file);
  await page.goto(`${served.origin}/pay/check?year=2017`);
  await page.getByText('查了 362 人').waitFor({ timeout: 60_000 });
  expect(await cells('死亡未登记')).toEqual(['死亡未登记', '没有火化、户籍注销名册，只按已登记的去世查']);
  await click('拿名册来比');
  await choose('选文件', file);
  const result = page.getByRole('region', { name: '比对结果' });
  await result.getByText('完全一致（身份证号相同）').waitFor();
  expect(await result.getByRole('status').textContent()).toContain(
    '4 行：完全一致 1 人，像是同一人 1 人，不在册 1 行，有格子读不出 1 行',
  );
  await page.getByText('「2017年」第 5 行「身份证号」').waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/某外人|34152419470101901X/);
  const same = page.locator('[data-hit="练习旧标"]');
  expect(await same.textContent()).toMatch(
    /341524\*+[\dX]{4}.*2017-11-20 第 2 行在发2017-121 个月 ¥538\.34报去世/,
  );
  await clerk.picture('check-compare');

  await clerk.clickOn(page.locator('[data-hit="练习去世"]').getByRole('button', { name: '认一认' }));
  const asking = page.getByRole('dialog');
  await click('是同一人');
  await asking.getByText('请写凭什么认定').waitFor();
  await asking.getByLabel('凭什么认定').fill('看了户口本');
  await click('是同一人');
  await page.getByText(/是同一人：看了户口本（王某/).waitFor();

  await page.goto(`${served.origin}/pay/check?year=2017&test=listed_dead`);
  await page.getByText('查了 362 人').waitFor({ timeout: 60_000 });
  expect((await cells('死亡未登记')).slice(2, 6)).toEqual(['1', '1', '0', '0']);
  await page.getByRole('complementary').getByText('火化名册有他，日期 2017-11-20').waitFor();
  expect(clerk.faults).toEqual([]);
});

test('from the list to the report in one click: kind, day and source stand there, and the list is kept', async () => {
  const { page, click } = clerk;
  await page.goto(`${served.origin}/pay/compare`);
  await clerk.clickOn(page.locator('[data-hit="练习旧标"]').getByRole('link', { name: '报去世' }));
  const panel = page.getByRole('complementary');
  await panel.getByText('去世/迁出').waitFor();
  expect(await panel.getByLabel('去世日期').inputValue()).toBe('2017-11-20');
  expect(await panel.getByLabel('谁报的').inputValue()).toBe('名册比对');
  await panel.getByText('2017-12 起停发').waitFor();
  await click('提交');
  await page.getByText('已登记去世，下一批先不发').waitFor();
  await page.goto(`${served.origin}/pay/compare`);
  await page.locator('[data-hit="练习旧标"]').getByText('不用报').waitFor();
  await page.getByRole('row').filter({ hasText: '火化名册.xlsx' }).waitFor();
  const told = JSON.parse(
    await served.command(
      'compare',
      '--division',
      '341524199',
      '--kind',
      '服刑',
      '--json',
      join(folder, '火化名册.xlsx'),
    ),
  );
  expect([told.roster.same, told.roster.like, told.roster.absent, told.issues.length]).toEqual([1, 1, 1, 1]);
  expect(JSON.stringify(told)).not.toMatch(/\d{17}[\dX]/);
  expect(clerk.faults).toEqual([]);
});
