import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printedPages, textOf } from './support/office.ts';
import { payMonth } from './support/paid.ts';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { ask, openTown, type Town } from './support/town.ts';

/** One scan after the other: the same file twice would be the same paper. */
const scan = (name: string) => join(ROOT, `docs/manual/images/${name}.png`);

let town: Town;
let folder: string;
/** 经办, 复核, 批准 */
let clerk: Window;
let reviewer: Window;
let approver: Window;
/** Whose death is reported late: January has been paid to him. */
let who: { readonly id: string; readonly name: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-claims-'));
  town = await openTown('2018-01-10');
  clerk = await town.signIn('王某');
  reviewer = await town.signIn('赵某');
  approver = await town.signIn('刘某');
  const hands = { clerk, reviewer, approver };
  const paid = await payMonth(town, hands, folder, '2018-01', '2018-01-10');
  const names = new Map<string, number>();
  for (const { person } of paid) names.set(person.name, (names.get(person.name) ?? 0) + 1);
  const one = paid.find(({ person }) => names.get(person.name) === 1);
  if (one === undefined) throw new Error('nobody to report');
  who = one.person;
}, 300_000);
afterAll(async () => {
  expect([clerk, reviewer, approver].flatMap((window) => window?.faults ?? [])).toEqual([]);
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

const said = ({ page }: Window) => page.locator('[role=status].done');
const rowOf = ({ page }: Window, name: string) => page.getByRole('row').filter({ hasText: name }).first();

/** The way to a task of the first page. */
const task = ({ page }: Window, words: string) =>
  page.locator('li, tr').filter({ hasText: words }).last().locator('a, button').last();

test('a death told late: its money is on the screen before saving, and six clicks later it is stopped and claimed', async () => {
  const before = [clerk, reviewer].map((window) => window.clicks());
  const { page, press, click, choose } = clerk;
  await town.open(clerk, '/');
  await press('/');
  // On a busy machine the box has the keyboard a moment later.
  await page.waitForFunction("document.activeElement?.tagName === 'INPUT'");
  await page.keyboard.type(who.name);
  await page
    .getByRole('option', { name: new RegExp(who.name) })
    .first()
    .waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: who.name }).waitFor();
  await click(/^去世\/迁出/);
  await page.getByLabel('去世日期').fill('2017-12-05');
  await page.getByLabel('谁报的').selectOption('村报');
  await page.getByText('2018-01 起停发；核实前下一批先不发').waitFor();
  await page.getByText(/^2018-01 多发 1 个月：¥[\d.]+，应追回。$/).waitFor();
  await choose('选文件', scan('start'));
  await click('提交');
  await said(clerk).getByText('已登记去世，下一批先不发').waitFor();

  await town.open(reviewer, '/');
  await reviewer.clickOn(task(reviewer, `${who.name} 去世`));
  await reviewer.page.getByText(/^2018-01 多发 1 个月：/).waitFor();
  await reviewer.click(/^核实无误/);
  await said(reviewer)
    .getByText(/已核实：.*2018-01 起停发。多发 1 个月 ¥[\d.]+，已列入追回/)
    .waitFor();
  const clicks = [clerk, reviewer].map((window, at) => window.clicks() - (before[at] ?? 0));
  expect(clicks.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6);

  await town.open(clerk, `/people/${who.id}`);
  await click('看追回');
  await page.getByRole('heading', { name: `追回 ${who.name}` }).waitFor();
});

test('the letter, a plan, cash with its receipt; the wrong hand reads whose step it is', async () => {
  const { page, click } = clerk;
  await town.open(clerk, '/pay/claims?year=2018');
  await rowOf(clerk, who.name).getByText('待告知').waitFor();
  const saving = page.waitForEvent('download');
  await click('追回告知书');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`追回告知书-${who.name}.docx`);
  const pages = await printedPages(new Uint8Array(await readFile(await saved.path())));
  expect(pages).toHaveLength(1);
  const text = textOf(pages).replace(/\s/g, '');
  for (const words of [`${who.name}家属`, '2017年12月5日去世', '2018年1月', '人民币', '送达回证'])
    expect(text).toContain(words);
  await click('告知书已送达');
  await page.getByLabel(/^说明/).fill('送到其子手中');
  await click('记下送达');
  await said(clerk).getByText('告知书送达').waitFor();
  await click('定还款计划');
  await page.getByLabel('每月至多扣（元）').fill('20');
  await click('定计划');
  await said(clerk).getByText('已定还款计划').waitFor();
  await rowOf(clerk, who.name).getByText('按月扣还').waitFor();
  await click('收现金');
  await page.getByLabel('收到（元）').fill('1');
  await page.getByLabel('财政所收据号').fill('财 0012');
  await click('记下收款');
  await said(clerk).getByText('已收 ¥1.00，收据 财 0012').waitFor();
  await page.getByText('核销：这一步由批准办理，您没有这个角色。').waitFor();
  await page.getByLabel('追回增减').getByText('¥1.00').waitFor();
  await clerk.picture('claims');

  await town.open(approver, '/pay/claims?year=2018');
  await approver.page.getByText('告知、计划、收款：这一步由经办办理，您没有这个角色。').waitFor();
  expect(await approver.page.getByRole('button', { name: '收现金' }).count()).toBe(0);
});

test('the clerk asks with a paper, the approver writes off on it and takes it back; the clerk may not', async () => {
  const { page, click, choose } = clerk;
  await town.open(clerk, '/pay/claims?year=2018');
  await click('报请核销');
  await page.getByLabel('为什么追不回').fill('本人去世，无遗产可追');
  await choose('选文件', scan('home'));
  await page.getByLabel('这是什么').fill('核销审批表');
  await page.getByRole('dialog').getByRole('button', { name: '报请核销' }).click();
  await said(clerk).getByText('已报请核销，等批准').waitFor();

  await town.open(approver, '/pay/claims?year=2018');
  await rowOf(approver, who.name).getByText('待核销').waitFor();
  await approver.click(/^核销$/);
  const asking = approver.page.getByRole('dialog');
  await asking.getByText('核销审批表').waitFor();
  // On another paper than the clerk's: dropped or chosen here, or one of the archive.
  await asking.getByRole('button', { name: '换一份' }).click();
  await asking.getByLabel('找已有的材料').waitFor();
  await approver.choose('选文件', scan('people'));
  await asking.getByLabel('这是什么').fill('核销决定');
  await approver.picture('claims-write-off');
  await asking.getByRole('button', { name: /^核销$/ }).click();
  await said(approver)
    .getByText(/已核销 ¥/)
    .waitFor();
  await approver.page.getByLabel('也看已结清的').check();
  await approver.page.getByRole('link', { name: '核销决定' }).waitFor();

  await town.open(clerk, '/pay/claims?year=2018&all=yes');
  await rowOf(clerk, who.name).getByText('已核销').waitFor();
  const undo = page.locator('li').filter({ hasText: '核销 ¥' }).getByRole('button', { name: '撤回' });
  expect(await undo.count()).toBe(0);
  await town.open(approver, '/pay/claims?year=2018&all=yes');
  await approver.clickOn(
    approver.page
      .locator('li')
      .filter({ hasText: /核销 ¥/ })
      .getByRole('button', { name: '撤回' }),
  );
  await approver.page.getByLabel('理由').fill('写错了人');
  await approver.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await said(approver).getByText('已撤回').waitFor();
  await rowOf(approver, who.name).getByText('待核销').waitFor();
});

test('in an office of one person the clerk enters what was signed on paper, and the page says so', async () => {
  await town.alone(scan('import'));
  const words = '一人办公，纸质签批';
  const { page, click, choose } = clerk;
  await town.open(clerk, '/pay/claims?year=2018');
  await page.getByText(`核销：${words}`).waitFor();
  await click('纸质核销');
  const asking = page.getByRole('dialog');
  await asking.getByText(words).waitFor();
  const save = asking.getByRole('button', { name: '挂上签好的核销件' });
  await choose('选文件', scan('person'));
  await asking.getByLabel('这是什么').fill('核销件（已签字）');
  expect(await save.isDisabled()).toBe(true);
  await asking.getByLabel('签字人').fill('李镇长');
  await clerk.picture('claims-paper');
  await save.click();
  await said(clerk).getByText(`（${words}）`).waitFor();
  await page.getByLabel('也看已结清的').check();
  await page.getByText(`核销（${words}，李镇长签）`).waitFor();
});
