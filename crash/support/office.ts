import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Browser, browserOf, type Told } from './browser.ts';
import { type Beside, besideOf } from './database.ts';
import { type Program, programOf, type Target } from './program.ts';
import type { Browsers } from './steps.ts';
import { HANDS, type Hand } from './town.ts';

/** A program at work with three people before it, and its database looked at from beside. */
export interface Office {
  readonly program: Program;
  readonly by: Browsers;
  beside(): Beside;
  /** After a kill: started again where it has to be, and waited for until it answers. */
  comeBack(target: Target): Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function openOffice(dataDir: string, today: string): Promise<Office> {
  const program = await programOf(dataDir, today);
  await program.start();
  const hands = Object.keys(HANDS) as Hand[];
  const browsers: [Hand, Browser][] = [];
  for (const hand of hands) browsers.push([hand, await browserOf(program.origin, hand)]);
  const by = Object.fromEntries(browsers) as Record<Hand, Browser>;
  let beside: Beside | undefined = await besideOf(dataDir);
  const comeBack = async (target: Target) => {
    await beside?.close();
    beside = undefined;
    if (target !== 'database') await program.start();
    await answers(program, by.maker);
    beside = await besideOf(dataDir);
  };
  const stop = async () => {
    await beside?.close();
    await program.stop();
  };
  const open = () => beside ?? expect.unreachable('the program is down');
  return { program, by, beside: open, comeBack, stop };
}

/** Waits until a page opens again; every answer until then must be one that a user understands. */
export async function answers(program: Program, browser: Browser): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(20)) {
    const told = await browser.send('GET', '/pay').catch(() => undefined);
    if (told?.status === 200) return;
    if (told) readable(told);
    if (!program.isRunning()) throw new Error(`the server has ended: ${program.lastWords()}`);
    if (Date.now() > end) throw new Error(`no page opens: ${JSON.stringify(told)}`);
  }
}

/** Throws unless an answer that is no success tells in Chinese what to do, without an error number. */
export function readable({ status, body }: Told): void {
  const message = body?.refusals?.[0]?.message ?? '';
  if (status === 500 || !/\p{Script=Han}/u.test(message))
    throw new Error(`not for a user: ${status} ${JSON.stringify(body)}`);
}
