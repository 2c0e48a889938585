#!/usr/bin/env node
// npm run simulate -- [--seed N | --seeds N --from N] [--months M] [--people P]: townships from seeds, proved after every day.
// Nightly: --seeds 200 --months 60; in parts, on several machines: --seeds 50 --from 51.
import { ensureInstalled } from './launch.mjs';
import { finish, runProject } from './suites.mjs';

const words = process.argv.slice(2);
for (const name of ['seed', 'from', 'seeds', 'months', 'people']) {
  const at = words.indexOf(`--${name}`);
  if (at >= 0) process.env[`SIMULATION_${name.toUpperCase()}`] = words[at + 1];
}
await ensureInstalled();
finish(await runProject('simulation'));
