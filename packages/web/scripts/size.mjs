// Prints what a browser must fetch before the first page shows, gzipped, and fails over the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 300;
const dist = new URL('../dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));
const packedKb = (path) => gzipSync(read(path), { level: 9 }).length / 1000;

const html = read('index.html').toString('utf8');
const first = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const files = ['index.html', ...new Set(first)];
let total = 0;
for (const file of files) {
  const size = packedKb(file);
  total += size;
  console.log(`${size.toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} kB  first load, gzipped (limit ${LIMIT_KB})`);

const manifest = JSON.parse(read('.vite/manifest.json').toString('utf8'));
const known = new Set(files);
const filesOf = (key, seen = new Set()) => {
  const entry = manifest[key];
  if (!entry || seen.has(key)) return [];
  seen.add(key);
  return [entry.file, ...(entry.css ?? []), ...(entry.imports ?? []).flatMap((next) => filesOf(next, seen))];
};
for (const [key, entry] of Object.entries(manifest)) {
  if (!entry.isDynamicEntry) continue;
  const more = [...new Set(filesOf(key))].filter((file) => !known.has(file));
  const size = more.reduce((sum, file) => sum + packedKb(file), 0);
  console.log(`${size.toFixed(1).padStart(8)} kB  + ${key}`);
}
if (total > LIMIT_KB) process.exitCode = 1;
