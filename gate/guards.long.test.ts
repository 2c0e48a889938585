import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { GUARDS } from './guards/guards.ts';
import { ROOT } from './tree.ts';

interface Ran {
  readonly guard: string;
  readonly name: string;
  readonly state: string;
}

const folder = mkdtempSync(join(tmpdir(), 'shuangyong-guards-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let ran: readonly Ran[] = [];
const without = (guard: string) => ran.filter((one) => one.guard === guard);

/** The tests that some guard names, and no others: by their titles, the last part of their names. */
const named = [
  ...new Set(GUARDS.flatMap(({ tests }) => tests.map((name) => name.split(' > ').at(-1) ?? name))),
];
const pattern = named.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** Runs the money's tests without one guard, for each of the guards, in a vitest of its own. */
beforeAll(() => {
  const report = join(folder, 'report.json');
  const given = { GUARDS_TEST_SERVER: JSON.stringify(inject('testServer')), GUARDS_REPORT: report };
  const config = 'gate/guards/vitest.config.ts';
  const args = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, '-t', pattern];
  const { stdout } = spawnSync(process.execPath, args, {
    ...{ cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...given } },
  });
  if (!existsSync(report)) throw new Error(`the tests without guards did not run: ${stdout}`);
  ran = JSON.parse(readFileSync(report, 'utf8'));
}, 900_000);

test.each(GUARDS)('without the guard «$name» its tests fail', ({ name, tests }) => {
  for (const wanted of tests)
    expect(without(name).find((one) => one.name === wanted)?.state, `${name}: ${wanted}`).toBe('failed');
});

test('a guard taken out breaks what it guards, not everything', () => {
  for (const { name } of GUARDS)
    expect(without(name).filter(({ state }) => state === 'passed').length, name).toBeGreaterThan(0);
});
