#!/usr/bin/env node
// npm start: builds the screens if they changed, then serves. --port P, --data DIR and --no-open pass through.
import { join } from 'node:path';
import { ensureInstalled, launch, root } from './launch.mjs';
import { ensureWebBuilt } from './web.mjs';

await ensureInstalled();
await ensureWebBuilt();
await launch(join(root, 'packages/server/src/apps/server/main.ts'));
