#!/usr/bin/env node
// npm run bench [-- WORD] [--json]: runs every bench/*.bench.ts (or those whose name holds WORD), one after the other.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runPinned, say } from './launch.mjs';

const words = process.argv.slice(2);
const word = words.find((one) => !one.startsWith('--')) ?? '';
const folder = join(root, 'bench');
const files = existsSync(folder)
  ? readdirSync(folder).filter((f) => f.endsWith('.bench.ts') && f.includes(word))
  : [];
if (files.length === 0) say(`no bench/*.bench.ts with "${word}" in its name`);
await ensureInstalled();
let failed = files.length === 0 ? 1 : 0;
const options = words.filter((one) => one.startsWith('--'));
for (const file of files.sort()) {
  if ((await runPinned(['--expose-gc', join(folder, file), ...options], { cwd: root })) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
