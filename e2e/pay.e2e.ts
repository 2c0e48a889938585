import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printed, rowOf, said } from './support/batch.ts';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { openTown, type Town } from './support/town.ts';

const SCAN = join(ROOT, 'docs/manual/images/start.png');

let town: Town;
let folder: string;
/** 经办, 复核, 批准 */
let clerk: Window;
let reviewer: Window;
let approver: Window;
/** Where the batch stands. */
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-pay-'));
  town = await openTown('2018-01-10');
  clerk = await town.signIn('王某');
  reviewer = await town.signIn('赵某');
  approver = await town.signIn('刘某');
}, 240_000);
afterAll(async () => {
  expect([clerk, reviewer, approver].flatMap((window) => window?.faults ?? [])).toEqual([]);
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the batch from the list, as somebody does for whom it waits. */
async function openFromList(window: Window, waits: string): Promise<void> {
  await town.open(window, '/pay?year=2018');
  await rowOf(window, waits).waitFor();
  await window.clickOn(rowOf(window, waits).getByText('PF-2018-01-01'));
  await window.page.getByText('校验码').waitFor();
}

test('a month is opened with a reason for every yuan, and goes through three hands in eight clicks', async () => {
  const { page, click } = clerk;
  await town.open(clerk, '/pay?year=2018');
  await page.getByText('本月还没有批次').waitFor();
  await click('生成 2018 年 1 月抚恤补助');
  await page.getByText('校验码').waitFor({ timeout: 60_000 });
  address = new URL(page.url()).pathname;
  await page.getByRole('heading', { name: '明细 360' }).waitFor({ timeout: 60_000 });
  const left = page.locator('.pay-left');
  expect(await left.getByRole('row').filter({ hasText: '本月' }).textContent()).toBe('本月360 人90,046.71');
  expect(await left.getByRole('row').filter({ hasText: '差（元）' }).textContent()).toContain('0.00');
  await clerk.picture('pay-batch');
  await page.getByText('由复核的人答复').waitFor();
  await page.getByText('复核 赵某').waitFor();
  await click('提交');
  await said(clerk).getByText('已提交，等复核').waitFor();
  await page.getByText('待复核').waitFor();

  await openFromList(reviewer, '待您复核');
  await reviewer.page.getByRole('heading', { name: '抽看 5 人' }).waitFor();
  await reviewer.page.getByRole('heading', { name: '明细 360' }).waitFor();
  await reviewer.page.getByText('材料').first().scrollIntoViewIfNeeded();
  await reviewer.click('写理由照发');
  await reviewer.page.getByLabel('理由').fill('已与 12 月发放表逐人核对');
  await reviewer.click(/^照发$/);
  await reviewer.page.getByText('照发，已与 12 月发放表逐人核对').waitFor();
  await reviewer.picture('pay-review');
  await reviewer.click('复核通过');
  await said(reviewer).getByText('复核通过，等批准').waitFor();

  await openFromList(approver, '待您批准');
  await approver.click(/^批准$/);
  await said(approver).getByText('已批准').waitFor();
  expect(clerk.clicks() + reviewer.clicks() + approver.clicks()).toBeLessThanOrEqual(8);
});

test('its papers carry the sum in words and the check code', async () => {
  const { page, click } = clerk;
  await town.open(clerk, address);
  const code = ((await page.getByText(/^校验码 /).textContent()) ?? '').slice(4);
  expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  const approval = await printed(clerk, () => click('批准单'));
  for (const words of [
    '2018年1月抚恤补助发放批准单',
    code,
    '陆万壹仟壹佰捌拾陆元柒角壹分',
    '王某',
    '赵某',
    '刘某',
  ])
    expect(approval).toContain(words);
  const roll = await printed(clerk, () => click('花名册'));
  expect(roll).toContain('360 人　360 笔');
  expect(roll).not.toMatch(/\d{17}[\dX]/);
  const change = await printed(clerk, () => click('本月变动表'));
  for (const words of [
    '2018年1月抚恤补助变动表',
    '上期 360 人',
    code,
    '缓发小计52 人',
    '用了推算标准',
    '第 1 页 共 ',
  ])
    expect(change).toContain(words);
  const signing = await printed(clerk, () => click('签收表'));
  for (const words of ['本人签名或指印', '代领人、关系', '见证人', '61,186.71'])
    expect(signing).toContain(words);
});

test('the file goes to the bank, one payment comes back, gets a new account, and the month is closed', async () => {
  const { page, click, choose } = reviewer;
  await town.open(reviewer, address);
  await click('导出银行文件');
  await said(reviewer).getByText('银行文件已导出').waitFor();
  await page.getByText('已送银行').waitFor();
  const lines = await page.evaluate(async (path) => {
    const answer = await fetch(`/api${path.replace('/pay/b/', '/pay/batches/')}/lines?limit=500`);
    const told = (await answer.json()) as {
      lines: { id: string; state: string; person: { name: string } }[];
    };
    return told.lines;
  }, address);
  expect(lines).toHaveLength(360);
  // Amounts by a rule nobody has adopted yet are held, not paid.
  const [first, ...others] = lines.filter(({ state }) => state === 'in_file');
  expect(others).toHaveLength(307);
  const rows = [
    `${first?.id},退回,户名不符,2018-01-10`,
    ...others.map(({ id }) => `${id},已到账,,2018-01-10`),
  ];
  const file = join(folder, 'result.csv');
  await writeFile(file, ['流水号,结果,原因,日期', ...rows].join('\n'));
  await click('收银行结果');
  await choose('选文件', file);
  await page.getByRole('row').filter({ hasText: '到账' }).getByText('307 笔').waitFor();
  await reviewer.picture('pay-result');
  await click('收下这份结果');
  await said(reviewer).getByText('银行结果已收下').waitFor();
  await click('办结');
  await said(reviewer).getByText('已办结').waitFor();

  const name = first?.person.name ?? '';
  await town.open(clerk, address);
  await clerk.click(/^退回$/);
  await rowOf(clerk, name).getByText('退回：户名不符').waitFor();
  await clerk.page.getByRole('heading', { name: /^明细 1$/ }).waitFor();
  await clerk.picture('pay-returned');
  await clerk.clickOn(rowOf(clerk, name).getByRole('button', { name: '换账号重发' }));
  await clerk.page.getByLabel('账号（照银行卡写）').fill('6217 0012 3456 7890 123');
  await clerk.choose('选文件', SCAN);
  await clerk.page.getByLabel(/照片说明/).fill('银行卡正面');
  await clerk.picture('pay-resend');
  await clerk.click('记下新账号');
  await said(clerk).getByText(`${name} 的新账号已记下`).waitFor();
  await town.open(clerk, '/pay?year=2018');
  await rowOf(clerk, '已办结').getByText('到账 307 · 退回 1').waitFor();
  await clerk.page.getByText('银行退回 1 笔').waitFor();
  await clerk.picture('pay');
});

test('ten payees are drawn and called; what does not agree stands among the checks', async () => {
  const { page, click } = reviewer;
  await town.open(reviewer, address);
  await click('发后抽查');
  await page.getByText('PF-2018-01-01 抽了 10 人，打通 0 人').waitFor();
  const names = await page.locator('[data-line] td:first-child').allTextContents();
  expect(names).toHaveLength(10);
  await town.open(clerk, new URL(page.url()).pathname + new URL(page.url()).search);
  await clerk.page.getByText('抽了 10 人').waitFor();
  expect(await clerk.page.locator('[data-line] td:first-child').allTextContents()).toEqual(names);

  const line = page.locator(`[data-line="${names[0]}"]`);
  expect(await line.textContent()).not.toMatch(/1\d{10}/);
  await reviewer.clickOn(line.getByRole('button', { name: '记电话' }));
  await page.getByLabel('收到了，数对不上').check();
  await page.getByLabel('本人说收到多少（元）').fill('20');
  await page.getByLabel('说明（可不填）').fill('存折上少了');
  await reviewer.picture('pay-spot');
  await click('记下');
  await line.getByText(/对不上，说收到 20.00 元，存折上少了（赵某 2018-01-10）/).waitFor();
  await page.getByText('打通 1 人').waitFor();
  const sheet = await printed(reviewer, () => click('印抽查表'));
  expect(sheet).toContain('PF-2018-01-01 发后抽查表');
  expect(sheet).not.toMatch(/1\d{10}/);

  await town.open(reviewer, '/pay/check?year=2018&test=payee_differs');
  await page.getByText('本人说收到 20.00 元').waitFor({ timeout: 60_000 });
});

test('the reviewer saves the auditor’s package; a month without payments is refused in its place', async () => {
  const { page, click } = reviewer;
  await town.open(reviewer, '/pay/check?year=2018');
  await click('审计包');
  const asking = page.getByRole('dialog', { name: '审计包' });
  await asking.getByLabel('从发放月').fill('2019-01');
  await asking.getByLabel('到发放月').fill('2019-02');
  await asking.getByLabel('给谁、为什么').fill('县审计局抽查');
  await click('做好并保存');
  await asking.getByText('这几个月没有发放批次，请核对月份。').waitFor();
  await asking.getByLabel('从发放月').fill('2018-01');
  await asking.getByLabel('到发放月').fill('2018-01');
  await reviewer.picture('pay-dossier');
  const saving = page.waitForEvent('download', { timeout: 120_000 });
  await click('做好并保存');
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^审计包-.*-2018-01至2018-01\.zip$/);
  const files = Object.keys(unzipSync(await readFile(await saved.path())));
  expect(files).toEqual(expect.arrayContaining(['说明.txt', '1-发放明细.xlsx', '校验.txt']));
});
