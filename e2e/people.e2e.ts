import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namePinyin } from '../packages/server/src/modules/registry/project.ts';
import { identityCheckDigit } from '../packages/values/src/index.ts';
import type { Window } from './support/screen.ts';
import { ROOT } from './support/served.ts';
import { openTown, PASS, type Town } from './support/town.ts';

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

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  readonly identity: string;
}

/** Somebody of the sample whose name nobody else has, on a regular payment. */
async function somebody(nth: number): Promise<Listed> {
  const rows = await clerk.page.evaluate(async () => {
    const answer = await fetch('/api/people?tab=key&asOf=2017-12-31&limit=500');
    return ((await answer.json()) as { rows: Listed[] }).rows;
  });
  const alone = rows.filter((one) => rows.filter(({ name }) => name === one.name).length === 1);
  const found = alone[nth];
  if (!found) throw new Error('the sample has too few people');
  return found;
}

const openPerson = async (window: Window, { id, name }: Pick<Listed, 'id' | 'name'>) => {
  await town.open(window, `/people/${id}?year=2017`);
  await window.page.getByRole('heading', { level: 1, name }).waitFor();
};

const effects = (window: Window) => window.page.locator('.panel-foot li, .people-effects li');

async function revealed(window: Window): Promise<string> {
  const { page, click } = window;
  await click('显示');
  await page.getByLabel('理由').fill('核对身份证');
  await page.locator('dialog').getByRole('button', { name: '显示' }).click();
  await page.getByRole('button', { name: '遮住' }).waitFor();
  return /\d{17}[\dX]/.exec((await page.locator('.people-head').textContent()) ?? '')?.[0] ?? '';
}

describe('finding somebody', () => {
  test('in the search box by name, letters, last four, the whole number and his village', async () => {
    const { page, press } = clerk;
    const one = await somebody(0);
    await openPerson(clerk, one);
    const number = await revealed(clerk);
    expect(number.slice(0, 6) + number.slice(-4)).toBe(one.identity.replace(/\*/g, ''));
    const hit = page.getByRole('listbox').getByRole('option').filter({ hasText: one.name });
    for (const typed of [one.name, namePinyin(one.name).initials, number.slice(-4), number]) {
      await press('/');
      await page.keyboard.type(typed);
      await hit.first().waitFor();
      expect(page.url()).not.toContain(number);
      await press('Escape');
    }
    await press('/');
    await page.keyboard.type(one.village);
    await page
      .getByRole('listbox')
      .getByRole('option', { name: new RegExp(`^${one.village} ?\\d+ 人$`) })
      .click();
    await page.getByRole('grid', { name: '人员' }).waitFor();
    expect(decodeURIComponent(page.url())).toContain(`village=${one.village}`);
  });

  test('in the list by letters, last four, village and what is missing; Enter opens, Esc comes back', async () => {
    const { page, press } = clerk;
    const one = await somebody(1);
    await town.open(clerk, '/people');
    await clerk.picture('people');
    const row = page.getByRole('row').filter({ hasText: one.name });
    for (const typed of [one.identity.slice(-4), namePinyin(one.name).whole]) {
      await page.getByPlaceholder('筛：姓名、拼音、后四位').fill(typed);
      await page.waitForURL((url) => url.searchParams.get('q') === typed);
      await row.first().waitFor();
    }
    await page.getByPlaceholder('筛：姓名、拼音、后四位').fill('');
    await page.getByLabel('村', { exact: true }).selectOption(one.village);
    await row.first().waitFor();
    expect(await page.getByLabel('村', { exact: true }).locator('option').count()).toBeGreaterThan(5);
    await page.getByPlaceholder('筛：姓名、拼音、后四位').fill(one.name);
    await page.locator('.tbl-foot').getByText('1 人', { exact: true }).waitFor();
    await page.locator('main').focus();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: one.name }).waitFor();
    await page.locator('.people-answers').getByText(/^¥/).waitFor();
    await clerk.picture('person');
    await press('Escape');
    await row.first().waitFor();
  });
});

describe('a fact is corrected', () => {
  test('effects first, by two people, with reason and paper', async () => {
    const { page, press } = clerk;
    const one = await somebody(2);
    await openPerson(clerk, one);
    await press('e');
    await page.getByLabel('停止年月改成').fill('2017-10');
    await effects(clerk)
      .filter({ hasText: /^E02 .+ 人 → .+ 人$/ })
      .waitFor();
    await clerk.picture('correct');
    await page.locator('.panel-foot').getByRole('button', { name: '更正' }).click();
    await page.getByText('请写更正的理由。').first().waitFor();
    await page.getByLabel('理由').fill('名册上十月停的');
    await clerk.choose('选文件', SCAN);
    await page.locator('.panel-foot').getByRole('button', { name: '更正' }).click();
    await page.getByText('已提出更正，由另一人核实后生效').waitFor();
    await page.getByText('变更待核').first().waitFor();

    await town.open(clerk, '/people/changes');
    await page.getByText('等复核的人核实。').waitFor();
    expect(await page.getByRole('button', { name: /同意/ }).count()).toBe(0);

    await town.open(reviewer, '/people/changes?year=2017');
    const panel = reviewer.page.locator('aside.panel');
    await panel.getByText(`更正　${one.name}`).waitFor();
    await panel.getByRole('row', { name: /停止年月.*2017-10/ }).waitFor();
    await effects(reviewer).filter({ hasText: /^E02 / }).waitFor();
    await reviewer.picture('changes');
    await reviewer.press('1');
    await reviewer.page.getByText(`已同意：${one.name}的更正从现在起算。`).waitFor();
    await openPerson(clerk, one);
    await page.getByText('2017-10 起停止').waitFor();
  });

  test('sent back, nothing has changed and the reason stands in the timeline', async () => {
    const { page, press } = clerk;
    const one = await somebody(3);
    await openPerson(clerk, one);
    await press('e');
    await page.getByLabel('享受起始年月改成').fill('2016-01');
    await page.getByLabel('理由').fill('与批准表不符');
    await page.locator('.panel-foot').getByRole('button', { name: '更正' }).click();
    await page.getByText('已提出更正').waitFor();
    await town.open(reviewer, '/people/changes?year=2017');
    await reviewer.press('2');
    await reviewer.page.keyboard.type('批准表上没有改');
    await reviewer.press('Enter');
    await reviewer.page.getByText(`已退回：${one.name}的资料没有改动。`).waitFor();
    await openPerson(clerk, one);
    await page.getByText('已退回：批准表上没有改').waitFor();
  });
});

describe('a death is reported', () => {
  test('held at once, named in the menu, proved later, confirmed by one of two', async () => {
    const { page, press, click } = clerk;
    const one = await somebody(4);
    await openPerson(clerk, one);
    await press('d');
    await click('提交');
    await page.getByText('请选日期。').first().waitFor();
    await page.fill('#day', '2018-02-10');
    await page.selectOption('#source', '村报');
    await page.locator('.panel-foot').getByRole('button', { name: '提交' }).click();
    await page.getByText('日期晚于今天，请核对。').first().waitFor();
    await page.fill('#day', '2017-10-05');
    await effects(clerk).filter({ hasText: '2017-11 起已发' }).waitFor();
    await clerk.picture('death');
    await page.locator('.panel-foot').getByRole('button', { name: '提交' }).click();
    await page.getByText('已登记去世，下一批先不发。请在 2 月 4 日前上传').waitFor();
    await page
      .getByRole('navigation', { name: '主菜单' })
      .getByRole('link', { name: /人员 ?[1-9]/ })
      .waitFor();

    await town.open(reviewer, '/people/changes?year=2017');
    await reviewer.page.getByText('还缺证明，挂上以后才能核实。').waitFor();
    await reviewer.press('1');
    await click('上传证明');
    await clerk.choose('选文件', SCAN);
    await click('挂上证明');
    await page.getByText('证明已挂上，请另一人核实。').waitFor();

    const second = await town.signIn('赵某');
    for (const window of [reviewer, second]) {
      await town.open(window, '/people/changes?year=2017');
      await window.page.getByRole('button', { name: '核实无误 1' }).waitFor();
      await effects(window).first().waitFor();
    }
    await reviewer.press('1');
    await reviewer.page.getByText(`已核实：${one.name} 2017-11 起停发。`).waitFor();
    await second.press('1');
    await second.page.getByText('这条变更赵某已核实过了。').waitFor();
    expect(second.faults).toEqual([]);
    await second.page.close();
    await openPerson(clerk, one);
    await page.getByText('2017-10-05 去世').first().waitFor();
    await press('d');
    await page.fill('#day', '2017-10-06');
    await page.selectOption('#source', '家属');
    await page.locator('.panel-foot').getByRole('button', { name: '提交' }).click();
    await page.getByText('已登记 2017-10-05 去世').first().waitFor();
  });
});

function numberOf(serial: string): string {
  const first17 = `34152419510304${serial}`;
  return first17 + identityCheckDigit(first17);
}

/** A number whose last digit does not follow from the others. */
function wrongOf(serial: string): string {
  const right = numberOf(serial);
  return right.slice(0, 17) + (right.endsWith('0') ? '1' : '0');
}

async function enter(number: string): Promise<void> {
  const { page, press, click } = clerk;
  await town.open(clerk, '/people');
  await press('n');
  await page.fill('#identity', number);
  await page.press('#identity', 'Enter');
  await page.locator('#category').waitFor();
  if (await page.locator('#name').isEditable()) await page.fill('#name', '双录练');
  await page.selectOption('#village_id', { index: 1 });
  await page.selectOption('#category', '参战退役人员');
  await page.fill('#from_month', '2010-03');
  await click('存，打开档案');
}

describe('somebody is entered', () => {
  test('a wrong number is refused, a known one opens its person, the same right twice is refused', async () => {
    const { page, press } = clerk;
    await town.open(clerk, '/people');
    await press('n');
    await page.fill('#identity', wrongOf('001'));
    await page.press('#identity', 'Enter');
    await page.getByText('身份证号不对。请核对 18 位数字和末位。').first().waitFor();
    await enter(numberOf('001'));
    await page.getByRole('heading', { level: 1, name: '双录练' }).waitFor();
    await enter(numberOf('001'));
    await page.getByText('不会多出一人').waitFor();
    await page.getByText('他已有一项「参战退役人员」').first().waitFor();
    await clerk.picture('person-new');
  });

  test('one man under two numbers is suspected, merged by the reviewer with the effects shown, and taken apart', async () => {
    const { page } = clerk;
    await enter(numberOf('003'));
    await page.getByRole('heading', { level: 1, name: '双录练' }).waitFor();
    await town.open(reviewer, '/people/duplicates?year=2017');
    const panel = reviewer.page.locator('aside.panel');
    await panel.getByRole('row', { name: /身份证.*不同/ }).waitFor();
    await effects(reviewer).filter({ hasText: /^E02 / }).waitFor();
    await reviewer.picture('duplicates');
    await reviewer.click('是同一人，合并');
    await panel.getByText('请写理由').first().waitFor();
    await reviewer.page.fill('#reason', '两张证是同一人');
    await reviewer.click('是同一人，合并');
    await reviewer.page.getByText('双录练的两份登记已合并。').waitFor();
    await reviewer.click('撤销');
    await panel.getByRole('row', { name: /身份证.*不同/ }).waitFor();
    await reviewer.page.fill('#reason', '两张证是同一人');
    await reviewer.click('是同一人，合并');
    await reviewer.page.getByText('双录练的两份登记已合并。').waitFor();
    await town.open(reviewer, '/people/duplicates?show=merged&year=2017');
    await effects(reviewer).filter({ hasText: /^E02 / }).waitFor();
    await reviewer.click('撤销合并');
    await reviewer.page.getByText('双录练的合并已撤销').waitFor();
  });
});

test('after a quarter of an hour the screen covers itself; only the pass code opens it, on what was being typed', async () => {
  const { page } = await town.signIn('王某');
  await page.clock.install();
  await page.goto(`${town.served.origin}/people?year=2017`);
  const row = page.getByRole('row').nth(1);
  await row.waitFor();
  await page.keyboard.press('n');
  await page.fill('#identity', numberOf('005'));
  await page.clock.fastForward('14:50');
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await page.clock.fastForward('14:50');
  expect(await page.locator('dialog.lock').count()).toBe(0);
  await page.clock.fastForward('00:30');
  await page.getByRole('heading', { name: '屏幕已锁' }).waitFor();
  expect(await row.isVisible()).toBe(false);
  expect(await page.evaluate('document.body.innerText')).not.toMatch(/\d{17}|\d{6}\*{8}/);
  const asked = () => page.evaluate(async () => (await fetch('/api/people')).status);
  await expect.poll(asked).toBe(401);
  await page.keyboard.press('Escape');
  await page.fill('#lockCode', `${PASS}x`);
  await page.keyboard.press('Enter');
  await page.getByText('姓名或口令不对').first().waitFor();
  await page.fill('#lockCode', PASS);
  await page.keyboard.press('Enter');
  await page.locator('dialog.lock').waitFor({ state: 'detached' });
  expect(await page.inputValue('#identity')).toBe(numberOf('005'));
  await row.waitFor();
  await page.close();
});

test('the printed roll is cut into numbered pages with masked numbers', async () => {
  const { page, press } = clerk;
  await town.open(clerk, '/people?year=2017');
  await page.evaluate('window.print = () => undefined');
  await press('Shift+P');
  const sheets = page.locator('.sheets');
  await sheets.waitFor({ state: 'attached' });
  const text = await sheets.evaluate((node) => node.textContent ?? '');
  expect(text).toMatch(/重点优抚对象花名册.*第 1 页 共 \d+ 页/s);
  expect(text).not.toMatch(/\d{17}[\dX]/);
  await page.emulateMedia({ media: 'print' });
  await clerk.picture('print-roster');
  await page.emulateMedia({ media: 'screen' });
});
