#!/usr/bin/env node
// npm run check: what needs neither a browser nor LibreOffice nor minutes. Words narrow the tests: -- fen
import { ensureInstalled } from './launch.mjs';
import { add, checks, count, finish, runCheck, runProject } from './suites.mjs';

const words = process.argv.slice(2);
await ensureInstalled();
let total = count(0, 0);
for (const check of words.length > 0 ? [] : checks) total = add(total, await runCheck(check));
for (const project of ['unit', 'db']) total = add(total, await runProject(project, words));
finish(total);
