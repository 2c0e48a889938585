import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeSheets } from '../workbook/index.ts';
import { requireWritable } from './writable.ts';

const folder = mkdtempSync(join(tmpdir(), 'shuangyong-writable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a path in a folder that is there can be written, and asking leaves nothing behind', async () => {
  await requireWritable(join(folder, '台账.xlsx'));
  expect(readdirSync(folder)).toEqual([]);
});

test('a workbook for a folder that is not there is refused, not waited for', async () => {
  const sheet = { name: '表', columns: [{ header: '名称' }], rows: [['甲']] };
  await expect(writeSheets([sheet], join(folder, '没有', '台账.xlsx'))).rejects.toMatchObject({
    code: 'out_not_writable',
  });
});

test('a folder, a device or an empty name is no file to write', async () => {
  for (const path of [folder, '/dev/null', ''])
    await expect(requireWritable(path)).rejects.toMatchObject({ code: 'out_not_writable' });
});
