import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plantTree, ROOT } from './tree.ts';

const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const MODULES = 'packages/server/src/modules';

function brokenRules(dir: string): string[] {
  const run = spawnSync(
    process.execPath,
    [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages'],
    {
      cwd: dir,
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    },
  );
  const report = JSON.parse(run.stdout) as {
    summary: { violations: { rule: { name: string } }[]; totalCruised: number };
  };
  expect(report.summary.totalCruised, 'the cruiser read nothing').toBeGreaterThan(1);
  return [...new Set(report.summary.violations.map((violation) => violation.rule.name))];
}

function planted(files: Readonly<Record<string, string>>): string[] {
  const dir = plantTree(files, ['.dependency-cruiser.cjs', 'tsconfig.json', `${MODULES}/modules.json`]);
  try {
    return brokenRules(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const something = 'export const something = 1;\n';
const taking = (from: string) => `import { something } from '${from}';\nexport const taken = something;\n`;

describe('imports go downwards, by rank, through the index', () => {
  test('the house itself breaks no rule', () => {
    expect(brokenRules(ROOT)).toEqual([]);
  }, 120_000);

  test.each([
    [
      'a module imports a higher rank',
      'rank-of-registry',
      `${MODULES}/registry/a.ts`,
      '../care/index.ts',
      `${MODULES}/care/index.ts`,
    ],
    [
      'a module imports an equal',
      'rank-of-care',
      `${MODULES}/care/a.ts`,
      '../support/index.ts',
      `${MODULES}/support/index.ts`,
    ],
    [
      'a module reaches past an index',
      'through-the-index',
      `${MODULES}/care/a.ts`,
      '../registry/words.ts',
      `${MODULES}/registry/words.ts`,
    ],
    [
      'the kernel knows a platform room',
      'kernel-knows-nobody',
      'packages/server/src/kernel/a.ts',
      '../platform/b.ts',
      'packages/server/src/platform/b.ts',
    ],
    [
      'the platform knows a module',
      'platform-below-modules',
      'packages/server/src/platform/a.ts',
      '../modules/care/index.ts',
      `${MODULES}/care/index.ts`,
    ],
    [
      'a module knows an app',
      'modules-below-apps',
      `${MODULES}/care/a.ts`,
      '../../apps/b.ts',
      'packages/server/src/apps/b.ts',
    ],
    [
      'values know the server',
      'values-alone',
      'packages/values/src/a.ts',
      '../../server/src/b.ts',
      'packages/server/src/b.ts',
    ],
    [
      'the law engine knows the server',
      'policy-on-values',
      'packages/policy/src/a.ts',
      '../../server/src/b.ts',
      'packages/server/src/b.ts',
    ],
    [
      'values know the law engine',
      'values-alone',
      'packages/values/src/a.ts',
      '../../policy/src/b.ts',
      'packages/policy/src/b.ts',
    ],
    [
      'a page reaches into the server',
      'web-without-server',
      'packages/web/src/a.ts',
      '../../server/src/b.ts',
      'packages/server/src/b.ts',
    ],
  ])(
    '%s: the gate fires',
    (_what, rule, importer, from, target) => {
      expect(planted({ [importer]: taking(from), [target]: something })).toContain(rule);
    },
    60_000,
  );

  test('two files that need each other: the gate fires', () => {
    const files = {
      'packages/values/src/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
      'packages/values/src/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`,
    };
    expect(planted(files)).toContain('no-circles');
  }, 60_000);
});
