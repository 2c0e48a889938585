import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { GUARDS } from './guards/guards.ts';
import { ROOT } from './tree.ts';

interface Ran {
  readonly name: string;
  readonly status: string;
}

const folder = mkdtempSync(join(tmpdir(), 'shuangyong-guards-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ran = new Map<string, readonly Ran[]>();

/** Runs the money's tests without one guard, for each of the guards, in a vitest of its own. */
beforeAll(() => {
  const file = join(folder, 'report.json');
  const args = ['run', '--config', 'gate/guards/vitest.config.ts', '--reporter=json', `--outputFile=${file}`];
  const { stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, GUARDS_TEST_SERVER: JSON.stringify(inject('testServer')) },
  });
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  expect(testResults.length, stderr).toBeGreaterThan(0);
  for (const { projectName, assertionResults } of testResults) {
    const all = assertionResults.map((one: { fullName: string; status: string }) => ({
      ...{ name: one.fullName, status: one.status },
    }));
    ran.set(projectName, [...(ran.get(projectName) ?? []), ...all]);
  }
}, 600_000);

test.each(GUARDS)('without the guard «$name» its tests fail', ({ name, tests }) => {
  const all = ran.get(name) ?? [];
  for (const wanted of tests)
    expect(all.find((one) => one.name === wanted)?.status, `${name}: ${wanted}`).toBe('failed');
});

test('a guard taken out breaks what it guards, not everything', () => {
  for (const { name } of GUARDS)
    expect(
      (ran.get(name) ?? []).some(({ status }) => status === 'passed'),
      name,
    ).toBe(true);
});
