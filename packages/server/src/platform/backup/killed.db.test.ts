import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataFolder } from '../datafolder/index.ts';
import { migrate } from '../migrate/index.ts';
import { openDatabase } from '../postgres/index.ts';
import { makeBackup } from './make.ts';
import { openBackup } from './read.ts';
import { restore } from './restore.ts';
import { fillSource, makeHome, openFolder } from './testing.ts';

const PHRASE = '江南水乡二零一七';
const PROGRAM = fileURLToPath(new URL('./testing-program.ts', import.meta.url));
const { home, remove } = makeHome();
const file = join(home, 'whole.sybackup');
const target = join(home, '恢复');

beforeAll(async () => {
  const folder = await openFolder(home);
  const database = await openDatabase({
    folder,
    purpose: 'command',
    url: undefined,
    settings: ['fsync=off'],
  });
  await migrate(database.ownerPool, { appRole: 'shuangyong_app' });
  const source = await fillSource(folder, database.ownerPool);
  await makeBackup(source, PHRASE, file);
  await database.close();
});
afterAll(remove);

/** Runs a backup or a restore and kills it as soon as `when` holds, or after so many milliseconds. */
async function killed(args: readonly string[], when: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SHUANGYONG_PASSPHRASE: PHRASE },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (child.exitCode === null && child.signalCode === null && !when()) await sleep(1);
  child.kill('SIGKILL');
  await ended;
}

const inTarget = () => (existsSync(target) ? readdirSync(target) : []);
const inStaging = () => {
  const [name] = inTarget().filter((entry) => entry.startsWith('restoring-'));
  return name === undefined ? [] : readdirSync(join(target, name));
};
const after = (when: () => boolean, ms: number) => {
  let since: number | undefined;
  return () => {
    if (when()) since ??= Date.now();
    return since !== undefined && Date.now() - since >= ms;
  };
};

test.each([0, 20, 60])('a backup killed %i ms after it began leaves no file that looks whole', async (ms) => {
  const out = join(home, 'out');
  mkdirSync(out, { recursive: true });
  const begun = () => readdirSync(out).some((name) => name.endsWith('.part'));
  await killed(['backup', join(home, '数据'), join(out, 'a.sybackup')], after(begun, ms));
  for (const name of readdirSync(out).filter((entry) => !entry.endsWith('.part'))) {
    expect((await openBackup(join(out, name), PHRASE)).begin.tables.length).toBeGreaterThan(20);
  }
});

test.each([
  ['while the folder is made', () => inStaging().includes('files'), 0],
  ['while the cluster is made', () => inStaging().includes('cluster.new'), 50],
  ['while the rows come in', () => inStaging().includes('cluster'), 150],
  ['late', () => inStaging().includes('cluster'), 600],
] as const)('a restore killed %s counts for nothing, and the next one succeeds', async (_, when, ms) => {
  await killed(['restore', file, target], after(when, ms));
  const isWhole = inTarget().includes('installation.json');
  if (!isWhole) {
    await expect(openDataFolder(target)).rejects.toMatchObject({ code: 'data_folder_foreign' });
    await sleep(300);
    await restore({ file, dataDir: target, passphrase: PHRASE, url: undefined });
  }
  const folder = await openDataFolder(target);
  const database = await openDatabase({ folder, purpose: 'command', url: undefined });
  const { rows } = await database.pool.query('select count(*) as lines from paid_line');
  await database.close();
  expect(rows).toEqual([{ lines: 300 }]);
  expect(inTarget().filter((name) => name.startsWith('restoring-'))).toEqual([]);
  rmSync(target, { recursive: true });
});
