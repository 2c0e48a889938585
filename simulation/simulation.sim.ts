import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../packages/server/src/testing/index.ts';
import { liveDay } from './day.ts';
import { livedThrough, wrongThisMonth, wrongToday } from './invariants.ts';
import { planOf } from './plan.ts';
import { townshipOf } from './township.ts';

const setting = (name: string, otherwise: number) => Number(process.env[`SIMULATION_${name}`] ?? otherwise);
const asked = { months: setting('MONTHS', 14), people: setting('PEOPLE', 40) };
const only = process.env.SIMULATION_SEED;
const seeds =
  only === undefined
    ? Array.from({ length: setting('SEEDS', 20) }, (_, at) => at + setting('FROM', 1))
    : [Number(only)];

/** What came about in all seeds together, by its name. */
const lived = new Map<string, number>();

test.each(seeds)('seed %i: nothing is wrong on any day', async (seed) => {
  const database = await createTestDatabase(inject('testServer'));
  const dataDir = mkdtempSync(join(tmpdir(), 'shuangyong-simulation-'));
  const again = `npm run simulate -- --seed ${seed} --months ${asked.months} --people ${asked.people}`;
  const days = planOf({ seed, ...asked });
  let today = '';
  try {
    const town = await townshipOf(database, days[0]?.day.slice(0, 7) ?? '', dataDir);
    for (const [at, one] of days.entries()) {
      today = one.day;
      await liveDay(town, one);
      const isLast = days[at + 1]?.day.slice(0, 7) !== today.slice(0, 7);
      const wrong = await (isLast ? wrongThisMonth(town, today) : wrongToday(town));
      expect(wrong, `seed ${seed}, ${today}; again: ${again}`).toEqual([]);
    }
    for (const [what, count] of await livedThrough(town)) lived.set(what, count + (lived.get(what) ?? 0));
  } catch (error) {
    throw new Error(`seed ${seed} fails on ${today}; again: ${again}`, { cause: error });
  } finally {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test.runIf(only === undefined)('nothing that was to be proved stayed away', () => {
  expect([...lived].filter(([, count]) => count === 0)).toEqual([]);
  expect(lived.size).toBeGreaterThan(8);
});
