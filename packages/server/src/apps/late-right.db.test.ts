import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nameLedgerStart } from '../modules/disbursement/index.ts';
import { testDatabase } from '../testing/index.ts';
import { ledgerTown, m } from './ledger-testing.ts';

const database = await testDatabase();
const town = await ledgerTown(database);
const { db, ownerPool } = { ...town, ...database };
const COMBAT = { category: '参战退役人员', from_month: m('2010-01') };

/** Runs a month and stops it once its starts are read and before the roll is; what `meanwhile` commits comes between. */
async function runAround(through: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const client = await ownerPool.connect();
  try {
    await client.query('begin; lock table accrual in access exclusive mode');
    const run = town.run(`${through}-05`, through);
    const isWaiting = async () => {
      const { rows } = await client.query(
        `select 1 from pg_locks where not granted and relation = 'accrual'::regclass`,
      );
      return rows.length > 0;
    };
    for (let tries = 0; !(await isWaiting()); tries += 1) {
      expect(tries).toBeLessThan(200);
      await wait(25);
    }
    await meanwhile();
    await client.query('commit');
    await run;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('a right entered while a run reads has its start before its first line, and every month since', async () => {
  await db
    .transaction()
    .execute((tx) =>
      nameLedgerStart(tx, town.on('2018-01-02'), town, { month: m('2018-01'), reason: '新建' }),
    );
  const known = await town.enrol('安某', COMBAT);
  await town.run('2018-01-05', '2018-01');
  let fresh = '';
  await runAround('2018-02', async () => {
    fresh = await town.enrol('白某', COMBAT);
  });
  const months = async (id: string) => [...new Set((await town.lines(id)).map(([month]) => month))];
  expect(await months(known)).toEqual(['2018-01', '2018-02']);
  expect(await months(fresh)).toEqual(['2018-01', '2018-02']);
  // Somebody of whom the run has read that nothing of his has changed gets another right meanwhile.
  await runAround('2018-03', () => town.correct(known, { category: '参试退役人员' }));
  const starts = await sql<{ kind: string; month: number }>`select kind, month from right_start
    where person_id = ${known} order by kind`.execute(db);
  expect(starts.rows.map(({ kind }) => kind)).toEqual(['参战退役人员', '参试退役人员'].sort());
  const { rows } = await sql<{ kind: string; fen: number }>`select kind, sum(fen)::bigint as fen from accrual
    where person_id = ${known} group by 1 order by 1`.execute(db);
  expect(rows.find(({ kind }) => kind === '参战退役人员')?.fen).toBe(0);
  const before = await town.lines(known);
  await town.run('2018-03-06', '2018-03', { all: true });
  expect(await town.lines(known)).toEqual(before);
  const { rows: bare } = await sql`select 1 from accrual a where not exists (select from right_start s
    where s.person_id = a.person_id and s.kind = a.kind)`.execute(db);
  expect(bare).toEqual([]);
});
