import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printed, rowOf, said } from './support/batch.ts';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { ask, openTown, PASS, type Town } from './support/town.ts';

const TODAY = '2018-03-20';
const SCAN = join(ROOT, 'docs/manual/images/start.png');
const PHONE = { width: 390, height: 844 };

/** An invented raise of the county from January on, announced in March: 5 yuan more for each year of service. */
const RAISE = `{ package: late-raise, title: 关于提高农村籍退役士兵补助的通知（虚构）, sources: [{ id: late-raise, title: 虚构的通知 }],
  tables: [{ code: ruralVeteran.rate, unit: fen_per_month_per_service_year, axes: [], combine: replace,
    values: [{ region: "341524", from: 2018-01, to: 2018-07, knownOn: ${TODAY}, source: late-raise,
      status: published, fund: county, cells: { "-": 3500 } }] }] }`;

let town: Town;
let clerk: Window;
let reviewer: Window;
let approver: Window;
const opened: Window[] = [];
/** Of the roll: one dead in February, one moved in February, two with a new account, one as ever. */
let people: { readonly id: string; readonly name: string }[] = [];

interface Paid {
  readonly batch: string;
  readonly hash: string;
  readonly lines: readonly { readonly id: string; readonly state: string }[];
}

/** What lies in a box as proof of something. */
async function paper(title: string): Promise<string> {
  const { id } = await clerk.page.evaluate(async (name) => {
    const form = new FormData();
    const cells = { title: name, signedOn: '2018-03-01', paperClass: '佐证材料', originalAt: '1 盒 1 件' };
    for (const [cell, value] of Object.entries(cells)) form.set(cell, value);
    const headers = { 'x-shuangyong': '1' };
    return (await (await fetch('/api/papers', { method: 'POST', headers, body: form })).json()) as {
      id: string;
    };
  }, title);
  return id;
}

async function reported(personId: string, type: 'death' | 'move', day: string): Promise<void> {
  const body = { type, day, source: '村委会', paperId: await paper('证明') };
  const { changeId } = await ask<{ changeId: string }>(clerk, 'POST', `/people/${personId}/events`, body);
  await ask(reviewer, 'POST', `/people/changes/${changeId}/accept`, {});
}

/** A batch of a month as the clerk makes it, up to where its next hand is asked for on screen. */
async function batchOf(month: string, until: 'opened' | 'submitted' | 'reviewed'): Promise<string> {
  const asked = { commandKey: randomUUID(), kind: '抚恤补助', month };
  const { batch, hash } = await ask<Paid>(clerk, 'POST', '/pay/batches', asked);
  if (until !== 'opened') await ask(clerk, 'POST', `/pay/batches/${batch}/submit`, { hash });
  if (until === 'reviewed') await ask(reviewer, 'POST', `/pay/batches/${batch}/review`, { hash });
  return batch;
}

/** A month, from the making of its batch to the bank's last word, each step by whose hand it is. */
async function paidMonth(month: string): Promise<void> {
  const id = await batchOf(month, 'reviewed');
  const { hash } = await ask<Paid>(approver, 'GET', `/pay/batches/${id}`);
  await ask(approver, 'POST', `/pay/batches/${id}/approve`, { hash });
  await ask(reviewer, 'POST', `/pay/batches/${id}/export`, { layout: 'xlsx' });
  const { lines } = await ask<Paid>(reviewer, 'GET', `/pay/batches/${id}/lines?limit=500`);
  const sent = lines.filter(({ state }) => state === 'in_file');
  const text = ['流水号,结果', ...sent.map((line) => `${line.id},已到账`)].join('\n');
  const status = await reviewer.page.evaluate(
    async ({ path, said }) => {
      const form = new FormData();
      form.set('file', new File([said], 'bank.csv'));
      return (await fetch(path, { method: 'POST', headers: { 'x-shuangyong': '1' }, body: form })).status;
    },
    { path: `/api/pay/batches/${id}/result`, said: text },
  );
  expect(status).toBe(200);
  await ask(reviewer, 'POST', `/pay/batches/${id}/close`, {});
}

/** Rates entered by one and adopted by another. */
async function adopted(path: string, body: unknown): Promise<void> {
  const { id } = await ask<{ id: string }>(clerk, 'POST', path, body);
  await ask(reviewer, 'POST', `/standards/packages/${id}/decision`, { state: 'adopted' });
}

/** Another card, checked by its photo: for thirty days somebody is asked to look at it. */
async function newAccount({ id, name }: { readonly id: string; readonly name: string }, account: string) {
  const card = { personId: id, holder: 'self', holderName: name, account, paperId: await paper('银行卡') };
  const { accounts } = await ask<{ accounts: readonly { id: string }[] }>(
    clerk,
    'GET',
    `/pay/accounts?personId=${id}`,
  );
  await ask(clerk, 'POST', '/pay/accounts', { ...card, accountId: accounts[0]?.id, reason: '换卡' });
}

beforeAll(async () => {
  town = await openTown(TODAY);
  clerk = await town.signIn('王某');
  reviewer = await town.signIn('赵某');
  approver = await town.signIn('刘某');
  opened.push(clerk, reviewer, approver);
  const asked = `/people?tab=key&category=${encodeURIComponent('农村籍退役士兵')}&limit=5&offset=0`;
  people = (await ask<{ rows: typeof people }>(clerk, 'GET', asked)).rows;
  await adopted('/standards/derived', {});
  const [dead, moved, first, second] = people;
  await reported(dead?.id ?? '', 'death', '2018-02-10');
  await reported(moved?.id ?? '', 'move', '2018-02-15');
  await paidMonth('2018-03');
  for (const [at, one] of [first, second].entries())
    if (one) await newAccount(one, `62170012345678901${at}7`);
  await adopted('/standards/packages', { text: RAISE, origin: 'typed' });
}, 400_000);
afterAll(async () => {
  expect(opened.flatMap((window) => window.faults)).toEqual([]);
  await town?.stop();
});

test('a late raise becomes an arrears batch in at most eight clicks; the dead and the moved get their months', async () => {
  const { page, click, clickOn } = clerk;
  const before = [clerk, reviewer, approver].map((window) => window.clicks());
  await town.open(clerk, '/');
  const task = page.getByRole('listitem').filter({ hasText: '标准提高，补 1–3 月' });
  await task.getByText(/^\d+ 人　补 ¥[\d,.]+ 改天$/).waitFor();
  await clerk.picture('pay-raise-task');
  await clickOn(task.getByRole('link', { name: '标准提高' }));
  await page.getByText('依据：关于提高农村籍退役士兵补助的通知（虚构）').waitFor();
  const months = await page.locator('.pay-arrears tbody tr').allTextContents();
  expect(months.map((text) => text.slice(0, 7))).toEqual([
    '2018-01',
    '2018-02',
    '2018-03',
    expect.stringContaining('合计'),
  ]);
  await clerk.picture('pay-arrears');
  await click('生成补发批次');
  await page.getByRole('heading', { name: '2018 年 3 月抚恤补助（补发）' }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '写明理由 2' }).waitFor();
  const [dead, moved, , , usual] = people;
  for (const index of [2, 3])
    await page.locator(`.pay-right [aria-rowindex="${index}"]`).getByText('核对').waitFor();
  for (const [one, span] of [
    [dead, '2018-01～02'],
    [moved, '2018-01～02'],
    [usual, '2018-01～03'],
  ] as const) {
    await page.getByLabel('筛：姓名、拼音').fill(one?.name ?? '');
    await rowOf(clerk, one?.name ?? '')
      .getByText(span)
      .waitFor();
  }
  await page.getByLabel('筛：姓名、拼音').fill('');
  await page.getByRole('heading', { name: /明细 \d{2,}/ }).waitFor();
  await page.getByLabel('2 条照发的理由').fill('已看卡片照片，本人来换的');
  await page.locator('.pay-right .tbl[aria-busy="false"]').waitFor();
  await clerk.picture('pay-more');
  await click('按原因一并处理');
  await page.getByText('写明理由：都已答复').waitFor();
  await click('提交');
  await said(clerk).getByText('已提交，等复核').waitFor();

  await town.open(reviewer, '/');
  await reviewer.clickOn(reviewer.page.getByRole('link', { name: /待您复核/ }));
  await reviewer.page.getByText('已看卡片照片，本人来换的').first().waitFor();
  await reviewer.click('复核通过');
  await said(reviewer).getByText('复核通过，等批准').waitFor();
  await town.open(approver, '/');
  await approver.clickOn(approver.page.getByRole('link', { name: /待您批准/ }));
  await approver.click(/^批准$/);
  await said(approver).getByText('已批准').waitFor();
  const spent = [clerk, reviewer, approver].reduce(
    (sum, one, at) => sum + one.clicks() - (before[at] ?? 0),
    0,
  );
  expect(spent).toBeLessThanOrEqual(8);
  await town.open(clerk, '/');
  await page.getByText('今天要办').waitFor();
  expect(await page.getByText('标准提高').count()).toBe(0);
});

const alertIn = ({ page }: Window, words: string) => page.getByRole('alert').filter({ hasText: words });

let april: string;

test('two clerks on one batch: one wins, the other reads whose hand was first', async () => {
  await ask(clerk, 'POST', '/users', { name: '周某', passCode: PASS, role: '经办' });
  const second = await town.signIn('周某');
  opened.push(second);
  april = await batchOf('2018-04', 'opened');
  for (const window of [clerk, second]) {
    await town.open(window, `/pay/b/${april}`);
    await window.click('写理由照发');
    await window.page.getByLabel('理由', { exact: true }).fill('已看卡片照片');
  }
  await clerk.click(/^照发$/);
  await clerk.page.getByText('王某：照发，已看卡片照片').waitFor();
  await second.click(/^照发$/);
  await alertIn(second, '王某 刚刚答复过：照发，已看卡片照片').waitFor();
  await second.press('Escape');
  await second.page.getByText('王某：照发，已看卡片照片').waitFor();
  const both = [clerk, second];
  await Promise.all(both.map((window) => window.click('提交')));
  const told = both.map(async (window) => {
    const lost = alertIn(window, '批次已提交，待复核（');
    await said(window).getByText('已提交').or(lost).first().waitFor();
    return (await lost.count()) === 0;
  });
  expect((await Promise.all(told)).filter((won) => won)).toHaveLength(1);
  for (const { page } of both) await page.getByText('待复核', { exact: true }).waitFor();
});

test('the approver reads sum, people, reasons and exceptions on a phone, sends back and agrees', async () => {
  const { hash } = await ask<Paid>(reviewer, 'GET', `/pay/batches/${april}`);
  await ask(reviewer, 'POST', `/pay/batches/${april}/review`, { hash });
  const phone = await town.signIn('刘某', PHONE);
  opened.push(phone);
  const { page } = phone;
  await town.open(phone, `/pay/b/${april}`);
  for (const words of ['本月', '提标', '新增', '停发', '补差'])
    await page.locator('.pay-left').getByText(words, { exact: true }).first().waitFor();
  await page.getByText('写明理由').waitFor();
  for (const name of ['同意', '退回'])
    expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  await phone.picture('pay-phone');
  await phone.click(/^退回$/);
  await page.getByLabel('理由', { exact: true }).fill('请附说明');
  await phone.clickOn(page.getByRole('dialog').getByRole('button', { name: '退回' }));
  await said(phone).getByText('已退回修改').waitFor();
  await ask(clerk, 'POST', `/pay/batches/${april}/submit`, { hash });
  await ask(reviewer, 'POST', `/pay/batches/${april}/review`, { hash });
  await town.open(phone, `/pay/b/${april}`);
  await phone.click('同意');
  await said(phone).getByText('已批准').waitFor();
});

test('a line let go after the file went to the bank goes out in a file of its own, and the batch is not stuck', async () => {
  const who = people[4];
  const body = { type: 'death', day: '2018-03-01', source: '村委会' };
  const { changeId } = await ask<{ changeId: string }>(clerk, 'POST', `/people/${who?.id}/events`, body);
  await town.open(reviewer, `/pay/b/${april}`);
  expect(await reviewer.page.getByRole('button', { name: '定长文本' }).isVisible()).toBe(true);
  await reviewer.click('导出银行文件');
  await said(reviewer).getByText('银行文件已导出').waitFor();
  expect(await reviewer.page.getByRole('button', { name: '导出银行文件' }).count()).toBe(0);
  await ask(reviewer, 'POST', `/people/changes/${changeId}/reject`, { reason: '误报，本人健在' });
  await town.open(reviewer, `/pay/b/${april}`);
  await reviewer.clickOn(rowOf(reviewer, who?.name ?? '').getByRole('button', { name: '放行' }));
  await reviewer.page.getByLabel('理由', { exact: true }).fill('误报，见到了本人');
  await reviewer.clickOn(reviewer.page.getByRole('dialog').getByRole('button', { name: '放行' }));
  await said(reviewer).getByText('已放行').waitFor();
  await reviewer.click('导出银行文件');
  await reviewer.page.getByRole('link', { name: /补1\.xlsx$/ }).waitFor();
});

/** The signed sheet comes back as a scan. */
async function hang(window: Window, signer: string): Promise<void> {
  await window.click('纸质签批');
  await window.page.getByLabel('签字人').fill(signer);
  await window.choose('选文件', SCAN);
  await window.page.getByLabel(/照片说明/).fill('签好的批准单');
}

test('a leader signs on paper: sum in words, check code and code drawn; another than the maker hangs the scan', async () => {
  const may = await batchOf('2018-05', 'reviewed');
  await town.open(clerk, `/pay/b/${may}`);
  await clerk.page.getByText('批准：这一步由批准办理，您没有这个角色。').waitFor();
  expect(await clerk.page.getByRole('button', { name: '纸质签批' }).count()).toBe(0);
  await town.open(reviewer, `/pay/b/${may}`);
  const code = ((await reviewer.page.getByText(/^校验码 /).textContent()) ?? '').slice(4);
  const sheet = await printed(
    reviewer,
    () => reviewer.click('批准单'),
    async (sheets) => expect(await sheets.locator('svg.pay-qr path').count()).toBe(1),
  );
  expect(sheet).toMatch(/人民币[壹贰叁肆伍陆柒捌玖拾佰仟万元角分整零]+/);
  expect(sheet).toContain(`签字只对校验码 ${code} 的这一批有效`);
  await hang(reviewer, '孙某某');
  await reviewer.picture('pay-paper');
  await reviewer.click('挂上签好的批准单');
  await said(reviewer).getByText('纸质批准已记下').waitFor();
  await reviewer.page.getByText('孙某某').and(reviewer.page.locator('b')).waitFor();
  await reviewer.page.getByText('（纸质）').waitFor();
});

test('in an office of one person the maker hangs both papers; screen, prints and log say so', async () => {
  const words = '一人办公，纸质签批';
  await town.alone(SCAN);
  const june = await batchOf('2018-06', 'submitted');
  await town.open(clerk, `/pay/b/${june}`);
  await clerk.page.locator('.pay-bar').getByText(words).waitFor();
  await hang(clerk, '孙某某');
  await clerk.click('挂上签好的批准单');
  await said(clerk).getByText('纸质复核已记下').waitFor();
  await hang(clerk, '钱某某');
  await clerk.click('挂上签好的批准单');
  await said(clerk).getByText('纸质批准已记下').waitFor();
  for (const sheet of ['花名册', '批准单', '签收表'])
    expect(await printed(clerk, () => clerk.click(sheet))).toContain(words);
  await town.open(clerk, '/system?tab=log');
  const row = clerk.page.getByRole('row').filter({ hasText: '批准了批次' }).first();
  await row.getByText(words).waitFor();
});
