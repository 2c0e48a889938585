#!/usr/bin/env node
import { join } from 'node:path';
import { launch, root } from './launch.mjs';

await launch(join(root, 'packages/server/src/apps/cli/main.ts'));
