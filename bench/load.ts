import { readdirSync, readFileSync } from 'node:fs';
import { type Agent, Agent as KeepingAgent, request } from 'node:http';
import { round } from './measure.ts';

/** One request; `body` goes as JSON. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string;
}

export function send(
  agent: Agent,
  port: number,
  cookie: string,
  { method, path, body }: Shot,
): Promise<Answer> {
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

interface Task {
  readonly parent: number;
  readonly isDatabase: boolean;
  readonly seconds: number;
}

/** Every process of the machine: its parent, and how much of a core it has used so far. Linux only; else nothing. */
function tasks(): Map<number, Task> {
  const found = new Map<number, Task>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = readStat(name);
    const [, command = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
    const parts = rest.split(' ');
    const seconds = (Number(parts[11]) + Number(parts[12])) / 100;
    if (rest)
      found.set(Number(name), { parent: Number(parts[1]), isDatabase: command === 'postgres', seconds });
  }
  return found;
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** Seconds of processor time that a server and its own children took, the databases below `root` apart. */
function used(root: number): { readonly node: number; readonly database: number } {
  const all = tasks();
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
  const own = [...all].filter(([pid]) => isBelow(pid)).map(([, task]) => task);
  const sum = (isDatabase: boolean) =>
    own.filter((task) => task.isDatabase === isDatabase).reduce((total, task) => total + task.seconds, 0);
  return { node: sum(false), database: sum(true) };
}

export interface Rate {
  readonly perSecond: number;
  readonly p95Ms: number;
  /** How much of one core the server, the database and this client took: what is near 1 was full. */
  readonly cores: { readonly server: number; readonly database: number; readonly client: number };
}

export interface Target {
  readonly port: number;
  readonly cookie: string;
  readonly pid: number;
  /** The process below which the database runs. */
  readonly databasePid: number;
}

/** Shoots for so many seconds over so many connections, each waiting for its answer. */
export async function shoot(
  at: Target,
  connections: number,
  duration: number,
  shot: (n: number) => Shot,
): Promise<Rate> {
  const agent = new KeepingAgent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const before = { server: used(at.pid), database: used(at.databasePid), client: process.cpuUsage() };
  const begin = performance.now();
  let n = 0;
  const line = async () => {
    while (performance.now() < begin + duration * 1000) {
      const start = performance.now();
      const { status } = await send(agent, at.port, at.cookie, shot(n++));
      if (status >= 300) throw new Error(`answer ${status}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, line));
  const lasted = (performance.now() - begin) / 1000;
  agent.destroy();
  const client = process.cpuUsage(before.client);
  const sorted = times.sort((a, b) => a - b);
  return {
    perSecond: round(times.length / lasted),
    p95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    cores: {
      server: round((used(at.pid).node - before.server.node) / lasted),
      database: round((used(at.databasePid).database - before.database.database) / lasted),
      client: round((client.user + client.system) / 1e6 / lasted),
    },
  };
}
