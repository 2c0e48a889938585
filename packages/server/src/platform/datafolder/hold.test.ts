import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeHold, tryHold } from './index.ts';

const NODE = fileURLToPath(new URL('../../../../../node_modules/.bin/node', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuangyong-hold-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one has it, the next gets it when it is given back', async () => {
  const first = await takeHold(folder, 'database');
  expect(await tryHold(folder, 'database')).toBeUndefined();
  await first.release();
  const second = await tryHold(folder, 'database');
  expect(second).toBeDefined();
  await second?.release();
});

test('another spelling of the path is the same folder, another purpose is not', async () => {
  const alias = `${folder}-alias`;
  symlinkSync(folder, alias);
  const hold = await takeHold(folder, 'command');
  expect(await tryHold(alias, 'command')).toBeUndefined();
  const other = await tryHold(folder, 'create');
  expect(other).toBeDefined();
  await other?.release();
  await hold.release();
  rmSync(alias);
});

test('who waits too long is told that the folder is busy', async () => {
  const hold = await takeHold(folder, 'command');
  let waits = 0;
  const waiting = takeHold(folder, 'command', { timeoutMs: 100, onWait: () => (waits += 1) });
  await expect(waiting).rejects.toMatchObject({ code: 'data_folder_busy' });
  expect(waits).toBe(1);
  await hold.release();
});

test('a killed program holds nothing', async () => {
  const module = new URL('./hold.ts', import.meta.url).href;
  const script = `const { takeHold } = await import('${module}'); await takeHold('${folder}', 'database');
    console.log('held'); setInterval(() => {}, 1000);`;
  const program = spawn(NODE, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => program.stdout.once('data', resolve));
  expect(await tryHold(folder, 'database')).toBeUndefined();
  program.kill('SIGKILL');
  const hold = await takeHold(folder, 'database', { timeoutMs: 5_000 });
  await hold.release();
});
