import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { dirty, type Fault } from '../../../../../examples/make/dirty.ts';
import { exportSheets, type Issue, openFileSource } from './index.ts';
import { TEST_KINDS, writeBook } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const sample = fileURLToPath(new URL('../../../../../examples/sample/', import.meta.url));
const SAMPLE = join(sample, '双拥台账-2017.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'shuangyong-sample-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withPapers(file: string | Buffer) {
  const files = await openFileSource(join(sample, 'papers'));
  try {
    return await office.take(file, { files, fileName: '双拥台账-2017.xlsx' });
  } finally {
    await files.close();
  }
}

const matches = (issue: Issue, { sheet, row, code, columns }: Fault) =>
  issue.sheet === sheet && issue.row === row && issue.code === code && columns.includes(issue.column);

test.each([1, 20171124, 77])(
  'a spoilt sample (%i): every fault is told and nothing else is refused',
  async (seed) => {
    const file = join(folder, `dirty-${seed}.xlsx`);
    const { refusals, warnings } = await dirty(SAMPLE, file, seed);
    const result = await withPapers(file);
    for (const fault of refusals)
      expect(result.errors.filter((issue) => matches(issue, fault))).toHaveLength(1);
    for (const fault of warnings)
      expect(result.warnings.filter((issue) => matches(issue, fault))).toHaveLength(1);
    const places = new Set(result.errors.map(({ sheet, row }) => `${sheet}:${row}`));
    expect(places.size).toBe(refusals.length);
    for (const { read, created, updated, unchanged, refused } of Object.values(result.sheets))
      expect(read).toBe(created + updated + unchanged + refused);
  },
);

test('the sample comes back in an export that imports as unchanged, every sheet', {
  timeout: 60_000,
}, async () => {
  await withPapers(SAMPLE);
  const first = await withPapers(SAMPLE);
  const bytes = await office.db.transaction().execute(async (tx) => {
    const sheets = await exportSheets(tx, office.ctx, first.division, 2017, TEST_KINDS, { full: true });
    return writeBook(sheets);
  });
  const back = await withPapers(bytes);
  expect(back.errors).toEqual([]);
  expect(Object.keys(back.sheets).sort()).toEqual(Object.keys(first.sheets).sort());
  for (const [sheet, counts] of Object.entries(back.sheets)) {
    expect({ sheet, ...counts }).toMatchObject({ unchanged: counts.read, refused: 0 });
    expect(counts.read).toBeGreaterThanOrEqual(first.sheets[sheet]?.read ?? 0);
  }
});

test('dates of a workbook that counts from 1904 are the days it shows', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = true;
  workbook.addWorksheet('单位').addRows([
    ['行政区划代码', '名称', '年度'],
    ['341524401', '一九零四镇', 2017],
  ]);
  const meetings = workbook.addWorksheet('会议');
  meetings.addRows([
    ['日期', '类型', '主题'],
    [new Date('2017-07-20T00:00:00Z'), '党委', '研究'],
  ]);
  const { division } = await office.take(Buffer.from(await workbook.xlsx.writeBuffer()));
  const rows = (await office.rows('meeting')).filter((row) => row.division_id === division.id);
  expect(rows).toMatchObject([{ held_on: '2017-07-20' }]);
});
