import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BAD_FILES } from './corpus/badFiles.ts';
import { oneSheet, rawParts } from './corpus/rawWorkbook.ts';
import { buildZip } from './corpus/zipBuilder.ts';
import { guardWorkbook } from './guard.ts';
import { DEFAULT_WORKBOOK_LIMITS } from './limits.ts';
import type { Sheet } from './read.ts';
import { readWorkbookHere } from './read.ts';
import { readWorkbookInWorker } from './readInWorker.ts';

async function drain(sheets: AsyncGenerator<Sheet>): Promise<number> {
  let rows = 0;
  for await (const sheet of sheets) for await (const _ of sheet.rows) rows++;
  return rows;
}

test.each(BAD_FILES)('%s is refused as %s', async (_name, code, words, make) => {
  const refusal = drain(readWorkbookHere(make()));
  await expect(refusal).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  await expect(refusal).rejects.toThrow(/请/);
});

const REFUSED_WHILE_READ = ['spoiled bytes in a part', 'a part larger than it says', 'only styled blanks'];

test.each(BAD_FILES.filter(([name]) => REFUSED_WHILE_READ.includes(name)))(
  '%s is refused the same in a worker',
  async (_name, code, words, make) => {
    const refusal = drain(readWorkbookInWorker(make(), DEFAULT_WORKBOOK_LIMITS));
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  },
);

test('a file over the size limit is refused before a byte is read', async () => {
  const limits = { ...DEFAULT_WORKBOOK_LIMITS, packedBytes: 100 };
  await expect(guardWorkbook(oneSheet(''), limits)).rejects.toMatchObject({ code: 'too_large' });
});

test('an honest file that unpacks past the limit is too large, not a bomb', async () => {
  const limits = { ...DEFAULT_WORKBOOK_LIMITS, unpackedBytes: 500 };
  await expect(guardWorkbook(oneSheet(''), limits)).rejects.toMatchObject({ code: 'too_large' });
});

test('a bomb spread over parts below the ratio rule is a bomb', async () => {
  const filler = Array.from({ length: 8 }, (_, index) => ({
    name: `xl/media/${index}`,
    data: Buffer.alloc(9 * 1024 * 1024),
  }));
  const bytes = buildZip([...rawParts({ sheets: [] }), ...filler]);
  const limits = { ...DEFAULT_WORKBOOK_LIMITS, unpackedBytes: 64 * 1024 * 1024 };
  await expect(guardWorkbook(bytes, limits)).rejects.toMatchObject({ code: 'bomb' });
});

test.each([
  ['rows', '<row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'],
  ['cells', '<row r="1"><c><v>1</v></c><c><v>1</v></c></row>'],
  ['columns', '<row r="1"><c r="B1"><v>1</v></c></row>'],
])('more %s than allowed is too large', async (key, rows) => {
  const reading = drain(readWorkbookHere(oneSheet(rows), { ...DEFAULT_WORKBOOK_LIMITS, [key]: 1 }));
  await expect(reading).rejects.toMatchObject({ code: 'too_large' });
});

test('a workbook that does not fit the worker is too large and the server lives', async () => {
  const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>某某某某某某${index}</t></si>`).join(
    '',
  );
  const bytes = oneSheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings });
  const limits = { ...DEFAULT_WORKBOOK_LIMITS, workerHeapMb: 16 };
  await expect(drain(readWorkbookInWorker(bytes, limits))).rejects.toMatchObject({ code: 'too_large' });
}, 30_000);

test('a good file on disk passes the guard', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  const path = join(folder, 'a.xlsx');
  await writeFile(path, oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
  expect((await guardWorkbook(path)).map((entry) => entry.name)).toContain('xl/workbook.xml');
  await rm(folder, { recursive: true });
});
