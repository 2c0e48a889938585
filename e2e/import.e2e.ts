import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openWindow, type Window } from './support/screen.ts';
import { type Served, startServed } from './support/served.ts';
import { makeSheet } from './support/sheet.ts';

let served: Served;
let browser: Browser;
let window: Window;
let folder: string;

const PASS = '青山绿水-2018';
const HEADS = ['日期', '类型', '名称', '地点', '参加人数', '估计'];
const GOOD = ['2017-04-04', '祭扫', '清明祭扫', '烈士陵园', '200', '是'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-import-'));
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
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function sheet(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, await makeSheet('活动', [HEADS, ...rows]));
  return file;
}

async function chooseAll(files: readonly string[]): Promise<void> {
  const chooser = window.page.waitForEvent('filechooser');
  await window.click('选文件');
  await (await chooser).setFiles([...files]);
}

test('several files at once: what cannot be taken says why, and the four counts add up', async () => {
  const { page, click } = window;
  const csv = join(folder, '走访.xlsx');
  const noise = join(folder, '坏的.xlsx');
  await writeFile(csv, '日期,姓名\n2017-08-01,某人\n');
  await writeFile(noise, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  const wrong = await sheet('活动.xlsx', [
    GOOD,
    ['2017-02-30', '祭扫', '没有这一天', '陵园', '50', '否'],
    ['2017-07-28', '座谈会', '八一座谈', '镇政府', '三十余人', '否'],
  ]);
  await page.goto(`${served.origin}/import`);
  await chooseAll([csv, noise, wrong]);
  await page.getByText('读到 3 行 = 新增 1 + 更新 0 + 不变 0 + 退回 2').waitFor();
  await page.getByText('这是 CSV 文本，只是名字改成了 xlsx').waitFor();
  expect(await page.getByText('没有收').count()).toBe(2);
  await page.getByText(/没有「2017-02-30」这一天/).waitFor();
  await page.getByText(/三十余人/).waitFor();
  await window.picture('import-errors');
  const marked = page.waitForEvent('download');
  await click('下载标红的原表');
  expect((await marked).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(window.faults).toEqual([]);
});

test('what can be used goes in with a receipt, moves the figures, and is taken back as a whole', async () => {
  const { page, click } = window;
  await click('导入能用的 1 行');
  await page.getByRole('heading', { name: '导入好了' }).waitFor();
  await page.getByText('D-0001').first().waitFor();
  await page.goto(`${served.origin}/?year=2017`);
  expect(await page.locator('[data-figure="C03.attendance"]').first().textContent()).toBe('200');
  await page.goto(`${served.origin}/import`);
  await click('撤回本次导入');
  await page.getByLabel('为什么撤回').fill('练习');
  await page.locator('dialog').getByRole('button', { name: '撤回本次导入' }).click();
  await page.getByText(/撤回：练习/).waitFor();
  await page.goto(`${served.origin}/?year=2017`);
  await page.getByText('2017 年还没有记录').waitFor();
  expect(window.faults).toEqual([]);
});
