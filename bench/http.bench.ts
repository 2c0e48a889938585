// List, name search, one person and entering a record over HTTP, with sign-in, scope and log, 100,000 people, at 1, 10
// and 50 connections; against a thin Node server with the same statements (its entering also writes one log row).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from '../packages/server/src/apps/command.ts';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { createUser } from '../packages/server/src/modules/access/index.ts';
import { getDivision } from '../packages/server/src/modules/divisions/index.ts';
import { importWorkbook } from '../packages/server/src/modules/imports/index.ts';
import { inFolder, round, tell } from './measure.ts';
import { writeRoster } from './people.ts';

const PORT = 18_920;
const CODE = '341524199000';
const PASS_CODE = 'lianxi-bench-1';
const SECONDS = 4;
const asked = process.argv.indexOf('--people');
const people = asked < 0 ? 100_000 : Number(process.argv[asked + 1]);
const BIN = new URL('../bin/shuangyong.mjs', import.meta.url).pathname;
const THIN = new URL('./thin.ts', import.meta.url).pathname;

interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

interface Rate {
  readonly perSecond: number;
  readonly p95Ms: number;
}

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

function send(
  agent: Agent,
  port: number,
  cookie: string,
  { method, path, body }: Shot,
): Promise<{ status: number; text: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'x-shuangyong': '1', 'content-type': 'application/json' };
    const call = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const set = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), cookie: set });
      });
    });
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function shoot(
  port: number,
  cookie: string,
  connections: number,
  shot: (n: number) => Shot,
): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  let n = 0;
  const line = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const { status } = await send(agent, port, cookie, shot(n++));
      if (status >= 300) throw new Error(`answer ${status}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, line));
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  return {
    perSecond: round(times.length / SECONDS),
    p95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
  };
}

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
  await installation.ownerPool.query('analyze');
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
    const agent = new Agent({ keepAlive: true });
    const signedIn = await send(agent, PORT, '', {
      method: 'POST',
      path: '/api/session',
      body: { name: '王练习', passCode: PASS_CODE },
    });
    if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.text}`);
    const first = await send(agent, PORT, signedIn.cookie, {
      method: 'GET',
      path: '/api/people?tab=all&limit=500',
    });
    const ids = (JSON.parse(first.text) as { rows: { id: string }[] }).rows.map((row) => row.id);
    for (const [name, shot] of Object.entries(shots))
      for (const connections of [1, 10, 50]) {
        const mine = await shoot(PORT, signedIn.cookie, connections, (n) => shot(n, ids));
        const bare = await shoot(PORT + 1, '', connections, (n) => shot(n, ids));
        const share = round(mine.perSecond / bare.perSecond);
        const answers = {
          ours: mine.perSecond,
          baseline: bare.perSecond,
          share,
          oursP95Ms: mine.p95Ms,
          thinP95Ms: bare.p95Ms,
        };
        tell({
          name: `http ${name} ×${connections}`,
          unit: 'answers/s',
          people,
          ...answers,
          baselineName: 'thin Node + pg, the same statements',
        });
      }
  } finally {
    await stop(thin);
    await stop(ours);
  }
});
