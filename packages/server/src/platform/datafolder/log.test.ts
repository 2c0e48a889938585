import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuangyong-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('each event is one line of JSON in the file of its Shanghai day', () => {
  const log = openLog(folder, () => Date.parse('2026-02-28T16:00:00Z'));
  log.write('server_started', { port: 8080 });
  log.write('server_stopped');
  const lines = readFileSync(join(folder, '2026-03-01.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: '2026-02-28T16:00:00.000Z', event: 'server_started', port: 8080 },
    { at: '2026-02-28T16:00:00.000Z', event: 'server_stopped' },
  ]);
  expect(statSync(join(folder, '2026-03-01.jsonl')).mode & 0o077).toBe(0);
});

test('files older than thirty days go, other files stay', () => {
  for (const name of ['2026-01-29.jsonl', '2026-01-30.jsonl', 'postgres-2026-01-29.log', 'note.txt']) {
    writeFileSync(join(folder, name), '');
  }
  openLog(folder, () => Date.parse('2026-03-01T00:00:00Z')).write('x');
  expect(readdirSync(folder).sort()).toEqual(['2026-01-30.jsonl', '2026-03-01.jsonl', 'note.txt']);
});
