import type { Browser } from 'playwright-core';
import { sampleWorkbooks } from './sample-people.ts';
import { openBrowser, openWindow, type Window } from './screen.ts';
import { type Served, startServed } from './served.ts';

export const PASS = '青山绿水-2018';

/** An office at work: the sample's records of 2017, and the three hands. */
export interface Town {
  readonly served: Served;
  readonly browser: Browser;
  /** A window of its own for one of 王某 (经办、管理), 赵某 (复核), 刘某 (批准). */
  signIn(name: string, viewport?: { readonly width: number; readonly height: number }): Promise<Window>;
  open(window: Window, path: string): Promise<void>;
  /** 一人办公 from today on, set by the owner of the machine on a paper. */
  alone(paper: string): Promise<void>;
  stop(): Promise<void>;
}

/** Signs somebody in by name and pass code. */
export async function enter(window: Window, origin: string, name: string): Promise<void> {
  await window.page.goto(`${origin}/login`);
  await fill(window, { name, passCode: PASS });
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** Asks the server as the page would; fails on anything but success. */
export async function ask<T>(window: Window, method: string, path: string, body?: unknown): Promise<T> {
  const told = await window.page.evaluate(
    async ({ method, path, body }) => {
      const headers = { 'content-type': 'application/json', 'x-shuangyong': '1' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`/api${path}`, { method, headers, ...sent });
      return { ok: answer.ok, status: answer.status, text: await answer.text() };
    },
    { method, path, body },
  );
  if (!told.ok) throw new Error(`${method} ${path}: ${told.status} ${told.text}`);
  return JSON.parse(told.text) as T;
}

async function fill({ page }: Window, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await page.fill(`#${id}`, value);
}

/** The first user starts the office, the sample's workbook comes in at the command line, two more users are added. */
export async function furnish(served: Served, window: Window): Promise<void> {
  const { page, click } = window;
  await page.goto(served.url);
  const own = { townCode: '341524199', townName: '映山镇', year: '2017', userName: '王某' };
  await fill(window, { ...own, passCode: PASS, again: PASS });
  await click('开始');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  const [file] = (await sampleWorkbooks()).slice(-1);
  await served.command('import', String(file));
  for (const user of [
    { name: '赵某', passCode: PASS, role: '复核' },
    { name: '刘某', passCode: PASS, role: '批准' },
  ])
    await ask(window, 'POST', '/users', user);
  await page.close();
}

/** Opens an office whose day is `today`; `stop` closes the browser, ends the program and takes its folders away. */
export async function openTown(today: string): Promise<Town> {
  process.env.SHUANGYONG_TODAY = today;
  const served = await startServed();
  const browser = await openBrowser();
  const stop = async () => {
    await browser.close();
    await served.stop();
  };
  const signIn: Town['signIn'] = async (name, viewport) => {
    const window = await openWindow(browser, viewport === undefined ? {} : { viewport });
    await enter(window, served.origin, name);
    return window;
  };
  const open = async ({ page }: Window, path: string) => {
    await page.goto(`${served.origin}${path}`);
    await page.waitForLoadState('networkidle', { timeout: 60_000 });
  };
  const alone = async (paper: string) => {
    const set = ['--division', '341524199', '--code', 'office.onePerson', '--value', '是'];
    await served.command('setting', 'set', ...set, '--basis', '编制一人', '--paper', paper);
  };
  try {
    await furnish(served, await openWindow(browser));
    return { served, browser, signIn, open, alone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
