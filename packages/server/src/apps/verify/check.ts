import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { Finding } from './finding.ts';

/** Which row a check found. */
export interface Row {
  readonly countyId: number;
  readonly recordId: string;
}

/** A statement that finds nothing while everything is as it was written, and what is said of each row that it finds. */
export interface Check extends Pick<Finding, 'code' | 'message'> {
  readonly recordKind: string;
  readonly query: RawBuilder<Row>;
}

/** What to do where a row about money is not what was written. */
export const BOOKS_ALTERED = '账被改动过，先别发放，请从备份恢复，并把校验结果交县里核查。';

/** A statement that answers `countyId` and `recordId` of what it finds. */
export const found = (query: RawBuilder<unknown>) => query as Check['query'];

/** Runs checks; a second connection takes every one that the first has not taken. Answers in the order of the checks. */
export async function runChecks(db: Db, checks: readonly Check[], second?: Db): Promise<readonly Finding[]> {
  const findings: Finding[][] = checks.map(() => []);
  const left = checks.entries();
  const take = async (reader: Db) => {
    for (const [at, { query, ...about }] of left) {
      const { rows } = await query.execute(reader);
      findings[at] = rows.map((row) => ({ ...about, ...row }));
    }
  };
  await Promise.all([take(db), ...(second === undefined ? [] : [take(second)])]);
  return findings.flat();
}

/** A second connection that sees what the transaction sees: most machines can read with two at once. */
export async function withSecond<T>(db: Db, tx: Db, work: (second: Db) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(tx);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (second) => {
      await sql`set transaction snapshot ${sql.lit(rows[0]?.id)}`.execute(second);
      return work(second);
    });
}
