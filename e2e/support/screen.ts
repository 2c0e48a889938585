import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { ROOT } from './served.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(':');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
  if (!found) throw new Error(`no Chromium on the path (${NAMES.join(', ')}): the journeys cannot be walked`);
  return found;
}

const ARGS = ['--no-sandbox', '--disable-background-networking', '--lang=zh-CN'];
const LOOKS = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' };

/** A real Chromium, that calls no host but ours. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ARGS });
}

/**
 * A browser of somebody's own, with its profile in a folder. Of certificates nobody vouches for it takes the ones of
 * this key only, as a colleague does who compared the fingerprint.
 */
export function openProfile(folder: string, trustedKey?: string): Promise<BrowserContext> {
  const trust = trustedKey === undefined ? [] : [`--ignore-certificate-errors-spki-list=${trustedKey}`];
  return chromium.launchPersistentContext(folder, {
    ...LOOKS,
    executablePath: findChromium(),
    args: [...ARGS, ...trust],
  });
}

/** One window of an office machine, with what a user would notice: clicks counted, faults of the page kept. */
export interface Window {
  readonly page: Page;
  /** Clicks and keys that decide something (`Enter`), as the limits of the journeys count them. */
  readonly clicks: () => number;
  readonly faults: readonly string[];
  click(words: string | RegExp): Promise<void>;
  clickOn(part: Locator): Promise<void>;
  /** Clicks what opens the chooser of files, and chooses one. */
  choose(words: string | RegExp, file: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Writes a picture for the manual when SHUANGYONG_PICTURES is set, and nothing otherwise. */
  picture(name: string): Promise<void>;
}

export async function openWindow(
  browser: Browser | BrowserContext,
  { host = '127.0.0.1', viewport = LOOKS.viewport } = {},
): Promise<Window> {
  // A context of a profile has its looks from its start.
  const page =
    'newContext' in browser ? await browser.newPage({ ...LOOKS, viewport }) : await browser.newPage();
  page.setDefaultTimeout(40_000);
  const faults: string[] = [];
  let clicks = 0;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== host) faults.push(`asked ${hostname}`);
  });
  const clickOn = async (part: Locator) => {
    clicks += 1;
    await part.first().click();
  };
  const click = (words: string | RegExp) =>
    clickOn(page.getByRole('button', { name: words }).or(page.getByRole('link', { name: words })));
  const choose = async (words: string | RegExp, file: string) => {
    const chooser = page.waitForEvent('filechooser');
    await click(words);
    await (await chooser).setFiles(file);
  };
  const press = async (key: string) => {
    if (key === 'Enter') clicks += 1;
    await page.keyboard.press(key);
  };
  const picture = async (name: string) => {
    if (!process.env.SHUANGYONG_PICTURES) return;
    const folder = join(ROOT, 'docs/manual/images');
    await mkdir(folder, { recursive: true });
    const { default: sharp } = await import('sharp');
    const shown = await page.screenshot({ animations: 'disabled' });
    // Few colours: a third of the size and nothing lost on flat screens.
    await sharp(shown)
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(join(folder, `${name}.png`));
  };
  return { page, clicks: () => clicks, faults, click, clickOn, choose, press, picture };
}
