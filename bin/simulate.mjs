#!/usr/bin/env node
// npm run simulate -- [--seed N] [--months M] [--people P]: townships from seeds, proved after every day.
import { ensureInstalled } from './launch.mjs';
import { finish, runProject } from './suites.mjs';

const words = process.argv.slice(2);
for (const name of ['seed', 'months', 'people']) {
  const at = words.indexOf(`--${name}`);
  if (at >= 0) process.env[`SIMULATION_${name.toUpperCase()}`] = words[at + 1];
}
await ensureInstalled();
finish(await runProject('simulation'));
