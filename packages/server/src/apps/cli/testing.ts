import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import type { Clock } from '../../kernel/clock.ts';
import { type OpenRuntime, openRuntime } from '../runtime.ts';
import { SAMPLE_PASS_CODE } from '../sample.ts';
import { main } from './main.ts';

/** Who works in the sample's township: each the step of a batch that is his. */
export const [MAKER, REVIEWER, APPROVER] = ['王练习', '赵练习', '刘练习'] as const;
export const TOWN = '341524199';

/** Runs one command line. `isRead`: whether anybody still reads, by what was written so far. */
export async function commandLine(args: readonly string[], isRead: (out: string) => boolean = () => true) {
  const said = { out: '', err: '', code: 0 };
  await main(args, {
    out: (text) => {
      said.out += text;
    },
    isRead: () => isRead(said.out),
    err: (text) => {
      said.err += text;
    },
    exit: (code) => {
      said.code = code;
    },
  });
  return said;
}

/**
 * The command line over a data folder of this test file alone, gone with its keys after the last test. Call it at the top
 * of the file. `passCode` is what every `--as` signs in with.
 */
export function testCli(passCode = SAMPLE_PASS_CODE) {
  const folder = mkdtempSync(join(tmpdir(), 'shuangyong-cli-'));
  const at = (name: string) => join(folder, name);
  vi.stubEnv('SHUANGYONG_KEYS', at('keys'));
  vi.stubEnv('SHUANGYONG_PASSCODE', passCode);
  let served: OpenRuntime | undefined;
  afterAll(async () => {
    await served?.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** How a command ended, what it said on standard error, and its one document. */
  async function ended(...args: readonly string[]) {
    const { out, ...said } = await commandLine([...args, '--data', at('data'), '--json']);
    return { ...said, json: out === '' ? undefined : JSON.parse(out) };
  }

  /** The one document of a command, and the code of its first refusal. */
  async function run(...args: readonly string[]) {
    const { json } = await ended(...args);
    return { ...json, refused: json?.refusals?.[0]?.code };
  }

  /** Holds the folder open as `serve` does: commands join its database, instead of starting one each. */
  const serve = async (clock?: Clock) => {
    served = await openRuntime(at('data'), 'serve', clock);
    return served.runtime;
  };

  /** Sets the day on which the next commands are run. */
  const on = (day: string) => vi.stubEnv('SHUANGYONG_TODAY', day);
  return { at, ended, run, on, serve };
}
