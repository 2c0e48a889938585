import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityCheckDigit } from '../packages/values/src/index.ts';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { openTown, type Town } from './support/town.ts';

let town: Town;
/** 经办, 复核 */
let clerk: Window;
let reviewer: Window;

const SCAN = join(ROOT, 'docs/manual/images/start.png');
const TODAY = '2018-01-05';

beforeAll(async () => {
  town = await openTown(TODAY);
  clerk = await town.signIn('王某');
  reviewer = await town.signIn('赵某');
}, 240_000);
afterAll(async () => {
  expect([clerk, reviewer].flatMap((window) => window?.faults ?? [])).toEqual([]);
  await town?.stop();
});

const rowOf = ({ page }: Window, name: string) => page.getByRole('row').filter({ hasText: name });
const said = ({ page }: Window) => page.locator('[role=status].done');

/** What would come out of the printer. */
async function printed({ page }: Window, press: () => Promise<void>): Promise<string> {
  await page.evaluate('window.print = () => undefined');
  await press();
  return (await page.locator('.sheets').textContent()) ?? '';
}

describe('年度确认', () => {
  test('is recorded key by key, for many at once, and taken back', async () => {
    const { page, press, click } = clerk;
    await town.open(clerk, '/people/confirm?year=2017');
    const foot = page.locator('.tbl-foot');
    await foot.getByText('应确认 360 人').waitFor();
    await page.locator('main').focus();
    await press('1');
    await said(clerk).getByText('见到本人').waitFor();
    await foot.getByText('已确认 1 · 还差 359').waitFor();
    await press('2');
    await foot.getByText('已确认 2 · 还差 358').waitFor();
    await press('x');
    await press('j');
    await press('x');
    await page.getByRole('heading', { name: '选中 2 人' }).waitFor();
    await press('3');
    await said(clerk).getByText('2 人：亲属代').waitFor();
    await foot.getByText('已确认 4 · 还差 356').waitFor();
    await clerk.picture('confirm');
    await press('p');
    await press('Home');
    await click('撤回');
    await said(clerk).getByText('确认已撤回').waitFor();
    await foot.getByText('已确认 3 · 还差 357').waitFor();
  });

  test('of somebody who cannot be reached holds the next payment until he is seen', async () => {
    const { page, press } = clerk;
    await press('n');
    const name = (await page.locator('.panel h2').textContent()) ?? '';
    await press('4');
    await said(clerk).getByText(`${name}：联系不上，下一批先不发`).waitFor();
    await page.getByLabel('状态').selectOption('unreachable');
    await rowOf(clerk, name).first().waitFor();
    await page.getByRole('link', { name }).first().click();
    await page.locator('.note').getByText('下一批先不发').waitFor();
    await page.locator('.note').getByRole('link', { name: '年度确认' }).click();
    await page.getByRole('heading', { name }).waitFor();
    await page.locator('main').focus();
    await press('1');
    await said(clerk).getByText(`${name}：见到本人`).waitFor();
  });

  test('of somebody who is dead reports the death, which a second person then sees', async () => {
    const { page, press, click } = clerk;
    await press('n');
    const name = (await page.locator('.panel h2').textContent()) ?? '';
    await press('5');
    await click('报去世');
    await page.getByText('请选去世日期。').first().waitFor();
    await page.getByLabel('去世日期').fill('2017-12-20');
    await page.getByLabel('谁报的').selectOption('村报');
    await click('报去世');
    await said(clerk).getByText(`${name}：已去世，下一批先不发`).waitFor();
    await town.open(reviewer, '/people/changes');
    await rowOf(reviewer, name).filter({ hasText: '去世' }).first().waitFor();
  });

  test('is printed by village, with boxes for whoever is open', async () => {
    await town.open(clerk, '/people/confirm?year=2017');
    const paper = await printed(clerk, () => clerk.click('印名单'));
    expect(paper).toContain('2017 年度确认单');
    expect(paper).toContain('□见到本人 □视频 □亲属代 □联系不上 □已去世');
    expect(paper).not.toMatch(/\d{17}[\dX]/);
  });
});

/** Somebody whose benefit begins this month, as 新增 sends him. */
async function enterSomebody(): Promise<void> {
  const first17 = '34152419471103001';
  const cells = {
    ...{ name: '新来人', identity: first17 + identityCheckDigit(first17), born_on: '1947-11-03' },
    ...{ category: '参战退役人员', from_month: '2018-01' },
  };
  const status = await clerk.page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'x-shuangyong': '1' };
      const list = await (await fetch('/api/confirmations?year=2017')).json();
      const village = (list as { rows: { village: string }[] }).rows[0]?.village;
      const full = { cells: { ...body.cells, village_id: village } };
      return (await fetch('/api/records/spell', { method: 'POST', headers, body: JSON.stringify(full) }))
        .status;
    },
    { cells },
  );
  expect(status).toBe(201);
}

describe('公示', () => {
  test('a list of new entrants hangs for seven days, its photo and objections stand with it', async () => {
    const { page, click, choose } = clerk;
    await town.open(clerk, '/people/notices');
    await enterSomebody();
    await town.open(clerk, '/people/notices');
    await click('新增公示 N');
    await page.getByText(/名单 [1-9]\d* 人/).waitFor();
    expect(await page.getByLabel('到哪天').inputValue()).toBe('2018-01-11');
    await click('记下');
    await said(clerk).getByText('已记公示').waitFor();
    await rowOf(clerk, '公示中').first().waitFor();
    const paper = await printed(clerk, () => click('印公示单'));
    expect(paper).toContain('公示 2018年1月5日 至 2018年1月11日');
    expect(paper).not.toMatch(/¥|\d{6}\*/);
    await page.getByPlaceholder('谁对谁有什么异议').fill('有村民说年限不对');
    await click('记异议');
    await rowOf(clerk, '异议待处理 1').first().waitFor();
    await page.getByPlaceholder('核查经过和处理结果').fill('核对退伍证，年限无误');
    await click('记处理');
    await page.getByText('处理：核对退伍证').waitFor();
    await choose('选文件', SCAN);
    await click('挂上');
    await page.getByText('张贴照片 1 张').waitFor();
    await clerk.picture('notices');
  });
});

describe('迁入迁出', () => {
  test('a move reported leads to its slip, which carries the last month paid and waits for its receipt', async () => {
    const { page, click } = clerk;
    await town.open(clerk, '/people/confirm?year=2017');
    const rows = page.getByRole('grid', { name: '年度确认' }).getByRole('row');
    const name = (await rows.nth(9).getByRole('link').textContent()) ?? '';
    await rows.nth(9).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.locator('main').focus();
    await clerk.press('d');
    await page.getByRole('radio', { name: '迁出' }).check();
    await page.getByLabel('迁出日期').fill('2018-01-03');
    await page.getByLabel('谁报的').selectOption('家属');
    await click('提交');
    await click('开迁移单');
    await page.getByText('按发放记录。').waitFor();
    expect(await page.getByLabel('已发至').inputValue()).toBe('2017-12');
    await page.getByLabel('迁往哪个单位').fill('邻县退役军人事务局');
    await click('开单');
    await said(clerk).getByText(`${name}的迁移单已开，已发至 2017-12`).waitFor();
    await rowOf(clerk, '等对方接收').first().waitFor();
    await clerk.picture('transfers');
    const paper = await printed(clerk, () => click('印迁移介绍'));
    expect(paper).toContain('已发至 2017年12月，请从 2018年1月 起接续发放');
    await town.open(clerk, '/');
    await page.getByText(`${name}的迁移单，等邻县退役军人事务局接收`).first().click();
    await page.getByLabel('对方谁接收').fill('钱某');
    await click('记回执');
    await rowOf(clerk, '2018-01-05 钱某接收').first().waitFor();
  });
});

describe('到账资金', () => {
  test('is recorded by level and kind, added up, and taken back by a second line', async () => {
    const { page, click } = clerk;
    await town.open(clerk, '/pay/funds');
    await page.getByText('还没有记到账资金').waitFor();
    for (const [level, kind, yuan] of [
      ['central', '抚恤补助', '50000'],
      ['county', '慰问金', '3,000.50'],
    ] as const) {
      await click('记一笔 N');
      await page.getByLabel('哪一级拨的').selectOption(level);
      await page.getByLabel('用于').selectOption(kind);
      await page.getByLabel('金额（元）').fill(yuan);
      await click('记下');
      await said(clerk).getByText('已记到账').waitFor();
    }
    await page.getByText('53,000.50').first().waitFor();
    await clerk.picture('funds');
    await rowOf(clerk, '慰问金').getByRole('button', { name: '冲销' }).click();
    await page.getByLabel('理由').fill('记错了');
    await page.locator('dialog').getByRole('button', { name: '冲销' }).click();
    await page.getByText('已冲销：记错了').waitFor();
    await page.getByText('¥50,000.00').first().waitFor();
  });
});
