#!/usr/bin/env node
// node bin/run.mjs FILE [ARGS]: runs any TypeScript file of the project with the pinned Node.
import { launch, say } from './launch.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  say('usage: node bin/run.mjs FILE [ARGS]');
  process.exit(2);
}
await launch(file, args);
