// Second start of the product until its first answer, against a bare start of the same PostgreSQL cluster.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRuntime } from '../packages/server/src/apps/runtime.ts';
import { openDataFolder } from '../packages/server/src/platform/datafolder/index.ts';
import { openDatabase } from '../packages/server/src/platform/postgres/index.ts';
import { inFolder, median, seconds, tell } from './measure.ts';

const PORT = 18_917;
const ROUNDS = 5;
const MAIN = new URL('../bin/shuangyong.mjs', import.meta.url).pathname;

async function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/api/session`).then(
    (response) => response.ok,
    () => false,
  );
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'exit');
}

async function startOnce(data: string): Promise<number> {
  const start = performance.now();
  const server = spawn(process.execPath, [MAIN, '--data', data, 'serve', '--port', String(PORT)], {
    stdio: 'ignore',
  });
  while (!(await answers())) await pause(10);
  const took = (performance.now() - start) / 1000;
  await stop(server);
  return took;
}

async function databaseOnce(data: string): Promise<number> {
  const folder = await openDataFolder(data);
  let close = async () => {};
  const took = await seconds(async () => {
    const database = await openDatabase({ folder, purpose: 'serve', url: undefined });
    await database.pool.query('select 1');
    close = () => database.close();
  });
  await close();
  return took;
}

await inFolder(async (folder) => {
  const data = join(folder, 'data');
  await (await openRuntime(data, 'command')).close();
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await startOnce(data));
    bare.push(await databaseOnce(data));
  }
  const [mine, baseline] = [median(ours), median(bare)];
  tell({
    name: 'start',
    unit: 's',
    ours: mine,
    baseline,
    over: Math.round((mine - baseline) * 1000) / 1000,
    baselineName: 'PostgreSQL alone',
  });
});
