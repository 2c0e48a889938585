// What `npm run check` and `npm test` run, each answering how many statements held.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runPinned } from './launch.mjs';

const tool = (path) => join(root, 'node_modules', path);
/** How many statements held, how many did not, how many were not asked, and what failed. */
export const count = (passed, failed, skipped = 0, broken = []) => ({ passed, failed, skipped, broken });

/** The checks that are one statement each: format and lint, types, rooms and their doors. */
export const checks = [
  { name: 'biome', command: [tool('@biomejs/biome/bin/biome'), 'ci', '--diagnostic-level=error'] },
  { name: 'types', command: [tool('typescript/bin/tsc'), '-p', '.', '--noEmit'] },
  {
    name: 'types of the screens',
    needs: 'packages/web/tsconfig.json',
    command: [tool('typescript/bin/tsc'), '-p', 'packages/web', '--noEmit'],
  },
  {
    name: 'rooms and doors',
    needs: '.dependency-cruiser.cjs',
    command: [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
    ],
  },
];

/** Runs one check; a check whose subject does not exist is no check. */
export async function runCheck({ name, needs, command }) {
  if (needs && !existsSync(join(root, needs))) return count(0, 0);
  heading(name);
  const code = await runPinned(command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return code === 0 ? count(1, 0) : count(0, 1, 0, [name]);
}

/** Runs one project of vitest.config.ts and counts its tests. */
export async function runProject(name, words = []) {
  heading(`vitest ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'shuangyong-vitest-'));
  const report = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await runPinned([tool('vitest/vitest.mjs'), ...args, '--passWithNoTests', ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { NODE_ENV: 'test' },
  });
  const counted = countReport(report);
  rmSync(folder, { recursive: true, force: true });
  // An error outside any test still is a failure.
  return code !== 0 && counted.failed === 0
    ? { ...counted, failed: 1, broken: [`${name}: ended with ${code} though no test failed`] }
    : counted;
}

/** Counts the files of a project that cannot be run here. */
export function filesOf(folder, ending) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true }).filter(
    (name) => name.endsWith(ending) && !name.includes('node_modules'),
  );
}

export function add(a, b) {
  const broken = [...a.broken, ...b.broken];
  return count(a.passed + b.passed, a.failed + b.failed, a.skipped + b.skipped, broken);
}

/**
 * Prints once more what failed, then the last line, and ends the process accordingly: a run prints
 * thousands of lines, and whoever is shown its end only has to see what failed.
 */
export function finish(total) {
  if (total.broken.length > 0) process.stdout.write(`\n── failed\n${total.broken.join('\n')}\n\n`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function countReport(file) {
  if (!existsSync(file)) return count(0, 1, 0, ['no report was written']);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const files = report.testResults.filter(({ status }) => status === 'failed');
  const whole = files.filter((file) => failedIn(file).length === 0);
  return count(
    report.numPassedTests,
    report.numFailedTests + whole.length,
    report.numPendingTests + report.numTodoTests,
    files.flatMap(broken),
  );
}

const failedIn = ({ assertionResults }) => assertionResults.filter((a) => a.status === 'failed');

/** What failed in one file: its tests with the first lines of why, or the file where no test ran. */
function broken(file) {
  const where = relative(root, file.name);
  const failed = failedIn(file);
  if (failed.length === 0) return [`${where}: ${firstLines(file.message)}`];
  return failed.map((test) => `${where} › ${test.fullName}: ${firstLines(test.failureMessages[0])}`);
}

/** Why, without the way through the test runner. */
const firstLines = (text = '') =>
  text
    .split('\n')
    .filter((line) => !line.includes('node_modules') && !line.startsWith('    at new Promise'))
    .slice(0, 12)
    .join('\n    ');

function heading(name) {
  process.stdout.write(`\n── ${name}\n`);
}
