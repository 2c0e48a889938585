import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { identityCheckDigit } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { book, ROLL_HEADER, UNIT, VILLAGES } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const folder = mkdtempSync(join(tmpdir(), 'shuangyong-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PEOPLE = 3_000;
const KILLS = 10;
const TABLES = ['division', 'village', 'spell', 'person', 'meeting', 'audit_event', 'import_log'];

function person(index: number) {
  const first17 = `3415241945${String(1 + (index % 12)).padStart(2, '0')}15${String(index % 1000).padStart(3, '0')}`;
  const number = first17 + identityCheckDigit(first17);
  return [
    `练习${index % 1000}`,
    number,
    '河湾村',
    '参战退役人员',
    `${2000 + Math.floor(index / 1000)}-01`,
    `${2000 + Math.floor(index / 1000)}-06`,
  ];
}

const path = join(folder, 'book.xlsx');
writeFileSync(
  path,
  await book({
    单位: UNIT,
    '村(社区)': VILLAGES,
    优抚对象: [ROLL_HEADER, ...Array.from({ length: PEOPLE }, (_, index) => person(index))],
    会议: [
      ['日期', '类型', '主题'],
      ['2017-07-20', '领导小组', '研究八一走访'],
    ],
  }),
);

function startImport() {
  const { host, port, database, user, password } = office.pool.options;
  const target = JSON.stringify({ host, port, database, user, password });
  const script = fileURLToPath(new URL('./testing/import-once.ts', import.meta.url));
  return spawn(process.execPath, [script, target, path, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function counts(): Promise<Record<string, number>> {
  const entries = TABLES.map(async (table) => [table, await office.count(table)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Connections of the killed process end when the server notices; whatever they began is then gone. */
async function settle(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state like '%transaction%' and pid <> pg_backend_pid()`.execute(
      office.db,
    );
    if (rows[0]?.n === 0) return;
    await sleep(50);
  }
}

async function runAndKill(afterMs: number): Promise<void> {
  const child = startImport();
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  await sleep(afterMs);
  child.kill('SIGKILL');
  await closed;
  await settle();
}

test('an import killed at ten moments leaves nothing half done', { timeout: 120_000 }, async () => {
  const nothing = await counts();
  expect(nothing.spell).toBe(0);
  const started = performance.now();
  await runAndKill(10);
  const span = Math.max(400, performance.now() - started);
  for (let kill = 1; kill < KILLS; kill++) {
    await runAndKill(Math.random() * span);
    const now = await counts();
    // Killed after its commit it must be whole, and later runs find it unchanged.
    if (now.import_log === 0) expect(now).toEqual(nothing);
    else expect(now).toMatchObject({ spell: PEOPLE, meeting: 1, village: 2 });
  }
  const whole = startImport();
  const [code] = await once(whole, 'close');
  expect(code).toBe(0);
  expect(await counts()).toMatchObject({ spell: PEOPLE, meeting: 1, village: 2 });
});
