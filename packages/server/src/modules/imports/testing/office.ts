import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { openKysely } from '../../../kernel/db.ts';
import { type TestDatabase, testDatabase } from '../../../testing/index.ts';
import { type ImportInput, type ImportResult, importWorkbook, undoImport } from '../index.ts';
import { TEST_KINDS, testCtx } from './book.ts';

/** An empty database and data folder of one test file, with the commands of this module. */
export async function testOffice() {
  const database: TestDatabase = await testDatabase();
  const db = openKysely(database.pool);
  const ctx: Ctx = testCtx(database.keys);
  const dataDir = mkdtempSync(join(tmpdir(), 'shuangyong-import-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  function take(file: Buffer | string, more: Partial<ImportInput> = {}): Promise<ImportResult> {
    const input = { file, fileName: '双拥台账.xlsx', kinds: TEST_KINDS, dataDir, ...more };
    return db.transaction().execute((tx) => importWorkbook(tx, ctx, input));
  }

  function undo({ importId, division }: ImportResult, reason = '导错了文件') {
    const at = { countyId: division.countyId, importId, reason };
    return db.transaction().execute((tx) => undoImport(tx, ctx, TEST_KINDS, at));
  }

  /** Live rows of a kind's table, in the order of their making. */
  async function rows(table: string): Promise<Record<string, unknown>[]> {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)}
      where voided_at is null order by id`.execute(db);
    return found.rows;
  }

  async function count(table: string): Promise<number> {
    const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    return found.rows[0]?.n ?? 0;
  }

  return { ...database, db, ctx, dataDir, take, undo, rows, count };
}
