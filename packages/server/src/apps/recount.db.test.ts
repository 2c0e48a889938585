import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { day } from '@shuangyong/values';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Change, change } from '../../../../examples/make/change.ts';
import { readBook } from '../../../../examples/make/read.ts';
import { openKysely } from '../kernel/db.ts';
import { batchIndicators } from '../modules/disbursement/index.ts';
import { type ImportResult, importWorkbook, openFileSource } from '../modules/imports/index.ts';
import { answerFigures, placedScope } from '../modules/indicators/index.ts';
import { keptIndicators } from '../modules/registry/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { INDICATORS } from './figures.ts';
import type { Book } from './figures-testing/cells.ts';
import { recount } from './figures-testing/recount.ts';
import { KINDS } from './kinds.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const folder = mkdtempSync(join(tmpdir(), 'shuangyong-recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = fileURLToPath(new URL('../../../../examples/sample/', import.meta.url));
const PAPERS = join(sample, 'papers');
const SAMPLE = join(sample, '双拥台账-2017.xlsx');

function pictures(): ReadonlySet<string> {
  const files = readdirSync(PAPERS, { recursive: true, withFileTypes: true });
  const paths = files.map(({ parentPath, name }) => relative(PAPERS, join(parentPath, name)));
  return new Set(paths.filter((path) => /\.(jpe?g|png|webp)$/i.test(path)));
}

/** A changed copy of the sample stands in a township of its own. */
async function changedBook(seed: number, town: string): Promise<{ file: string; book: Book; plan: Change }> {
  const file = join(folder, `${town}.xlsx`);
  const plan = await change(SAMPLE, file, seed);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const code = workbook.getWorksheet('单位')?.getRow(3).getCell(1);
  if (code) code.value = town;
  await workbook.xlsx.writeFile(file);
  const read = await readBook(file);
  const sheets = Object.fromEntries(
    Object.entries(read).map(([sheet, rows]) => [sheet, rows.map(({ cells }) => cells)]),
  );
  return { file, plan, book: { town, sheets, pictures: pictures() } };
}

async function take(file: string): Promise<ImportResult> {
  const files = await openFileSource(PAPERS);
  const input = { fileName: '双拥台账.xlsx', kinds: KINDS, dataDir: folder, files };
  const ctx = testContext(keys, '王某', '2018-01-05');
  try {
    return await db
      .transaction()
      .execute(async (tx) => importWorkbook(tx, ctx, { ...input, file: await readFile(file) }));
  } finally {
    await files.close();
  }
}

async function figures(code: string, year: number, asOf: string): Promise<Record<string, unknown>> {
  const answers = await db.transaction().execute(async (tx) => {
    const scope = await placedScope(tx, { countyId: 341524, code }, year, day(asOf));
    return answerFigures(tx, scope, INDICATORS);
  });
  return Object.fromEntries(answers.map(({ code: figure, value }) => [figure, value]));
}

/** No sheet brings these: nobody keeps them yet, or the office keeps them on its screens. */
const WITHOUT_SOURCE = [
  ...INDICATORS.filter(({ fact }) => fact === undefined),
  ...keptIndicators,
  ...batchIndicators,
].map(({ code }) => code);
const nulls = Object.fromEntries(WITHOUT_SOURCE.map((code) => [code, null]));

const TOWNS = [
  [20171124, '341524301000'],
  [7, '341524302000'],
  [99, '341524303000'],
] as const;
const books: Book[] = [];
const plans: Change[] = [];

beforeAll(async () => {
  for (const [seed, town] of TOWNS) {
    const { file, book, plan } = await changedBook(seed, town);
    const { errors, division } = await take(file);
    expect({ errors, code: division.code }).toEqual({ errors: [], code: town });
    books.push(book);
    plans.push(plan);
  }
});

const DAYS = [
  [2017, '2017-12-31'],
  [2017, '2017-06-30'],
  [2017, '2018-01-05'],
  [2016, '2016-12-31'],
  [2011, '2011-12-31'],
] as const;

describe.each(TOWNS.map(([seed, town], index) => ({ seed, town, index })))(
  'the sample changed by script $seed',
  ({ town, index }) => {
    test('has one village renamed, three people gone, one activity a year earlier', () => {
      const sheets = books[index]?.sheets ?? {};
      const { renamed, removed, moved } = plans[index] as Change;
      const villages = (sheets['村(社区)'] ?? []).map((row) => row.名称);
      expect([villages.includes(renamed.from), villages.includes(renamed.to)]).toEqual([false, true]);
      expect(removed).toHaveLength(3);
      const paid = new Set((sheets.发放记录 ?? []).map((row) => row.身份证号));
      expect(removed.filter((number) => paid.has(number))).toEqual([]);
      const event = (sheets.活动 ?? []).find((row) => row.名称 === moved.name && row.日期 === moved.to);
      expect(event).toBeDefined();
    });

    test.each(DAYS)(
      'every figure of %i, as of %s, is what the cells of the file come to',
      async (year, asOf) => {
        const expected = recount(books.slice(index, index + 1), { year, asOf });
        expect(await figures(town, year, asOf)).toEqual({ ...nulls, ...expected });
      },
    );
  },
);

test.each(DAYS)('the county of the three, %i as of %s, counts each person once', async (year, asOf) => {
  expect(await figures('341524', year, asOf)).toEqual({ ...nulls, ...recount(books, { year, asOf }) });
});
