#!/usr/bin/env node
// npm test: the checks, then the browser, the documents and a PostgreSQL of the operating system.
import { ensureSystemPackages } from '../scripts/system-packages.mjs';
import { ensureInstalled, say } from './launch.mjs';
import { add, checks, count, filesOf, finish, runCheck, runProject } from './suites.mjs';
import { ensureWebBuilt } from './web.mjs';

const suites = [
  { project: 'server', files: filesOf('packages/server/src', '.server.test.ts') },
  { project: 'e2e', files: filesOf('e2e', '.e2e.ts') },
];

await ensureInstalled();
let total = count(0, 0);
for (const check of checks) total = add(total, await runCheck(check));
for (const project of ['unit', 'db', 'long', 'simulation', 'crash'])
  total = add(total, await runProject(project));
const { missing, tried } = ensureSystemPackages(say);
await ensureWebBuilt();
for (const { project, files } of suites) total = add(total, await runSuite(project, files));
finish(total);

// What could not be installed although we tried is a failure; what we may not install is skipped and said.
async function runSuite(project, files) {
  const lacking = missing.filter(({ suites: names }) => names.includes(project)).map(({ what }) => what);
  if (lacking.length === 0) return runProject(project);
  say(`── ${project}: ${files.length} files not run, missing ${lacking.join(', ')}`);
  return tried ? count(0, files.length, 0, [`${project}: not run`]) : count(0, 0, files.length);
}
