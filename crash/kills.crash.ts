import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../simulation/random.ts';
import { changedTables, type Killed, killAt, nameOf, type Point, repeat } from './support/kill.ts';
import { type Office, openOffice } from './support/office.ts';
import { TARGETS } from './support/program.ts';
import { drop, keepBatch, type Life, lifeOf, type StepName, take } from './support/steps.ts';
import { makeTown } from './support/town.ts';

// Nothing here is about the disk: a killed process loses nothing that it gave to the system.
const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'shuangyong-crash-'));
// The database's own user must pass through it when the tests run as root.
chmodSync(home, 0o711);
const dataDir = join(home, 'data');
const PEOPLE = 30;
const STEPS = ['import', 'open', 'submit', 'review', 'approve', 'export', 'result', 'close'] as const;
const TABLES: Partial<Record<StepName, readonly string[]>> = {
  import: ['spell', 'meeting', 'import_log'],
  open: ['accrual', 'batch', 'pay_line', 'batch_event'],
  approve: ['batch_event'],
  export: ['bank_file', 'line_event', 'batch_event'],
  result: ['bank_file', 'line_event'],
};
const KILLED = Object.keys(TABLES) as StepName[];
const random = randomOf(20_180_105);

let office: Office;
const killed: Killed[] = [];
/** What each step changes, and how long it takes, where nobody disturbs it. */
const whole = new Map<StepName, readonly string[]>();
const tookMs = new Map<StepName, number>();

beforeAll(async () => {
  process.env.SHUANGYONG_KEYS = join(home, 'keys');
  await makeTown(dataDir, PEOPLE);
  office = await openOffice(dataDir, '2018-12-20');
}, 300_000);

afterAll(async () => {
  await office?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Takes a step that nobody kills and keeps what it answered. */
async function done(step: StepName, life: Life): Promise<void> {
  const told = await take(step, office.by, life);
  if (told.status >= 300) throw new Error(`${step}: ${JSON.stringify(told.body)}`);
  if (step === 'open') keepBatch(life, told.body);
}

async function kill(life: Life, point: Point, turn: number): Promise<boolean> {
  const target = TARGETS[turn % TARGETS.length] ?? 'both';
  const one = await killAt(office, life, point, target, whole.get(point.step) ?? []);
  killed.push(one);
  return one.isThere;
}

/** A month through all its steps; `points` tells where each is killed, one after another. */
async function live(
  month: string,
  turn: number,
  points: (step: StepName) => readonly Point[],
): Promise<void> {
  const life = await lifeOf(month);
  await drop(office.by, life);
  for (const step of STEPS) {
    let isThere = false;
    for (const [at, point] of points(step).entries())
      if (!isThere) isThere = await kill(life, point, turn + at);
    // Opened again after a crash that came before its answer, a batch tells what the screen would have shown.
    if (!isThere || step === 'open') await done(step, life);
    await repeat(office, life, step);
  }
}

test('a month that nobody disturbs: what each step changes', async () => {
  const life = await lifeOf('2018-01');
  await drop(office.by, life);
  for (const step of STEPS) {
    const before = await office.beside().counts();
    const begun = performance.now();
    await done(step, life);
    tookMs.set(step, performance.now() - begun);
    const changed = changedTables(before, await office.beside().counts());
    expect(changed.length, step).toBeGreaterThan(0);
    whole.set(step, changed);
    await repeat(office, life, step);
  }
  expect((await office.beside().verify()).findings).toEqual([]);
});

test.each([0, 1, 2])(
  'killed wherever a step writes, and right after it was acknowledged: %i',
  async (turn) => {
    const points = (step: StepName): readonly Point[] => {
      const tables = TABLES[step];
      if (tables === undefined) return [];
      return [...tables.map((table) => ({ step, at: { table } })), { step, at: 'answered' }];
    };
    await live(`2018-0${turn + 2}`, turn, points);
  },
);

test.each([0, 1, 2])('killed at any moment of a step: %i', async (turn) => {
  const points = (step: StepName): readonly Point[] => {
    if (!KILLED.includes(step)) return [];
    return [{ step, at: { afterMs: random.next() * (tookMs.get(step) ?? 100) } }];
  };
  await live(`2018-0${turn + 5}`, turn, points);
});

test('at least fifty kills, each named point three times or more', () => {
  const points = new Map<string, Killed[]>();
  for (const one of killed) points.set(one.point, [...(points.get(one.point) ?? []), one]);
  const lines = [...points].map(([point, all]) => {
    const there = all.filter(({ isThere }) => isThere).length;
    return `  ${point}: ${all.length} kills (${all.map(({ target }) => target).join(', ')}), whole ${there}, nothing ${all.length - there}`;
  });
  process.stdout.write(`${killed.length} kills:\n${lines.join('\n')}\n`);
  expect(killed.length).toBeGreaterThanOrEqual(50);
  for (const [point, all] of points) expect(all.length, point).toBeGreaterThanOrEqual(3);
  const wanted = KILLED.flatMap((step) => [
    ...(TABLES[step] ?? []).map((table) => nameOf({ step, at: { table } })),
    nameOf({ step, at: 'answered' }),
    nameOf({ step, at: { afterMs: 0 } }),
  ]);
  expect([...points.keys()].sort()).toEqual(wanted.sort());
});
