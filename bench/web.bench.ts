// First load of the screens, gzipped, against the limit of 300 kB.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tell } from './measure.ts';

const dist = new URL('../packages/web/dist/', import.meta.url);
if (!existsSync(dist)) throw new Error('packages/web/dist is missing: npm start builds it');
const html = readFileSync(new URL('index.html', dist), 'utf8');
const files = new Set(
  [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ''),
);
const packed = ['index.html', ...files].map(
  (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length,
);
const ours = packed.reduce((sum, size) => sum + size, 0) / 1000;
tell({ name: 'web', unit: 'kB', ours, baseline: 300, files: packed.length, baselineName: 'the limit' });
