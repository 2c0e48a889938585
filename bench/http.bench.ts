// List, name search, one person and entering a record over HTTP, with sign-in, scope and log, 100,000 people, at 1, 10
// and 50 connections; against a thin Node server with the same statements (its entering also writes one log row).
// `--people N` for another size, `--only list` for one of the four.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from '../packages/server/src/apps/command.ts';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { createUser } from '../packages/server/src/modules/access/index.ts';
import { getDivision } from '../packages/server/src/modules/divisions/index.ts';
import { importWorkbook } from '../packages/server/src/modules/imports/index.ts';
import { type Shot, send, shoot, type Target } from './load.ts';
import { inFolder, round, tell } from './measure.ts';
import { writeRoster } from './people.ts';

const PORT = 18_920;
const CODE = '341524199000';
const PASS_CODE = 'lianxi-bench-1';
const SECONDS = 4;
const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const people = Number(option('--people') ?? 100_000);
const only = option('--only');
const BIN = new URL('../bin/shuangyong.mjs', import.meta.url).pathname;
const THIN = new URL('./thin.ts', import.meta.url).pathname;

const NAMES = ['长河', '德茂', '桂兰', '守义', '有福', '广田'];

/** What is asked of both servers; `n` makes each shot another one. */
const shots: Readonly<Record<string, (n: number, ids: readonly string[]) => Shot>> = {
  list: (n) => ({ method: 'GET', path: `/api/people?tab=all&limit=50&offset=${(n % 20) * 50}` }),
  search: (n) => ({
    method: 'GET',
    path: `/api/people?tab=all&limit=50&q=${encodeURIComponent(NAMES[n % NAMES.length] ?? '')}`,
  }),
  person: (n, ids) => ({ method: 'GET', path: `/api/people/${ids[n % ids.length]}` }),
  create: (n) => ({
    method: 'POST',
    path: '/api/records/fundEntry',
    body: {
      cells: {
        entered_on: '2017-07-28',
        entry_type: '支出',
        purpose: `练习 ${process.pid} ${n}`,
        amount_fen: n + 1,
        voucher_no: null,
      },
    },
  }),
};

async function prepare(data: string, folder: string): Promise<void> {
  const file = join(folder, 'roster.xlsx');
  await writeRoster(file, people, CODE);
  const { runtime, installation, close } = await openRuntime(data, 'command');
  const input = {
    file,
    fileName: 'roster.xlsx',
    kinds: KINDS,
    dataDir: runtime.dataDir,
    files: undefined,
    isTrial: false,
  };
  await runCommand(runtime, OPERATOR.caller, async (tx, ctx) => {
    await importWorkbook(tx, ctx, input);
    const division = await getDivision(tx, CODE);
    await createUser(tx, ctx, { name: '王练习', passCode: PASS_CODE, roles: ['经办'], division });
  });
  // As autovacuum leaves it a minute later: else it works beside the first measurement, on ours and not on the thin one.
  await installation.ownerPool.query('vacuum analyze');
  await close();
}

async function until(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/api/session`).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (isUp) return;
    await pause(100);
  }
  throw new Error('the server did not come up');
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Signs in and takes some people's ids from the list. */
async function enter(): Promise<{ cookie: string; ids: string[] }> {
  const agent = new Agent({ keepAlive: true });
  const body = { name: '王练习', passCode: PASS_CODE };
  const signedIn = await send(agent, PORT, '', { method: 'POST', path: '/api/session', body });
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.text}`);
  const { cookie } = signedIn;
  const first = await send(agent, PORT, cookie, { method: 'GET', path: '/api/people?tab=all&limit=500' });
  const ids = (JSON.parse(first.text) as { rows: { id: string }[] }).rows.map((row) => row.id);
  return { cookie, ids };
}

async function compare(
  name: string,
  connections: number,
  mine: Target,
  bare: Target,
  shot: (n: number) => Shot,
): Promise<void> {
  const ours = await shoot(mine, connections, SECONDS, shot);
  const thin = await shoot(bare, connections, SECONDS, shot);
  tell({
    name: `http ${name} ×${connections}`,
    unit: 'answers/s',
    people,
    ours: ours.perSecond,
    baseline: thin.perSecond,
    share: round(ours.perSecond / thin.perSecond),
    oursP95Ms: ours.p95Ms,
    thinP95Ms: thin.p95Ms,
    oursCores: ours.cores,
    thinCores: thin.cores,
    baselineName: 'thin Node + pg, the same statements',
  });
}

await inFolder(async (folder) => {
  const data = join(folder, 'data');
  mkdirSync(data);
  await prepare(data, folder);
  const ours = spawn(process.execPath, [BIN, '--data', data, 'serve', '--port', String(PORT)], {
    stdio: 'ignore',
  });
  await until(PORT);
  const thin = spawn(process.execPath, [THIN, data, String(PORT + 1), CODE], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(PORT + 1);
  try {
    const { cookie, ids } = await enter();
    const databasePid = ours.pid ?? 0;
    const mine = { port: PORT, cookie, pid: databasePid, databasePid };
    const bare = { port: PORT + 1, cookie: '', pid: thin.pid ?? 0, databasePid };
    for (const [name, shot] of Object.entries(shots))
      if (only === undefined || only === name)
        for (const connections of [1, 10, 50])
          await compare(name, connections, mine, bare, (n) => shot(n, ids));
  } finally {
    await stop(thin);
    await stop(ours);
  }
});
