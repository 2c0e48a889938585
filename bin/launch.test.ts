import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shuangyong-launch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const start = (...args: string[]) => spawn('node', [join(bin, 'run.mjs'), ...args], { cwd: folder });

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string }> {
  let out = '';
  child.stdout?.on('data', (text) => {
    out += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !holds(); await sleep(50)) {
    if (Date.now() > end) throw new Error('waited too long');
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test('a program gets its arguments, its folder, standard input and the pinned Node, and its exit code comes out', async () => {
  const file = program(
    'echo.ts',
    `const said: string[] = [];
     for await (const text of process.stdin) said.push(String(text));
     console.log(JSON.stringify([process.argv.slice(2), process.cwd() === ${JSON.stringify(folder)}, process.version.split('.')[0], said.join('')]));
     process.exitCode = 3;`,
  );
  const child = start(file, '--data', '目录 一');
  child.stdin?.end('你好');
  const { code, out } = await ended(child);
  expect(code).toBe(3);
  expect(JSON.parse(out)).toEqual([['--data', '目录 一'], true, 'v24', '你好']);
});

test('a signal reaches the program, which ends in its own way', async () => {
  const file = program(
    'calm.ts',
    `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('up');`,
  );
  const child = start(file);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill('SIGTERM');
  expect((await ended(child)).code).toBe(7);
});

test('a launcher killed without warning leaves no program behind', async () => {
  const file = program('stay.ts', 'setInterval(() => {}, 1000); console.log(process.pid);');
  const child = start(file);
  const pid = await new Promise<number>((resolve) =>
    child.stdout?.once('data', (text) => resolve(Number(text))),
  );
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !isAlive(pid));
});

test('five at once take turns, and a lock left by a dead program is taken over', async () => {
  const lock = join(folder, 'turn.lock');
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), '999999999');
  const log = join(folder, 'turns.txt');
  const file = program(
    'turn.mjs',
    `import { appendFileSync } from 'node:fs';
     import { withLock } from '${pathToFileURL(join(bin, 'lock.mjs')).href}';
     await withLock(${JSON.stringify(lock)}, async () => {
       appendFileSync(${JSON.stringify(log)}, 'in ');
       await new Promise((resolve) => setTimeout(resolve, 50));
       appendFileSync(${JSON.stringify(log)}, 'out ');
     });`,
  );
  await Promise.all(Array.from({ length: 5 }, () => ended(spawn('node', [file]))));
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(5));
  expect(existsSync(lock)).toBe(false);
});
