import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { kept, later } from './batched.ts';
import { type Db, openKysely } from './db.ts';

const { pool, ownerPool } = await testDatabase();
const db = openKysely(pool);

beforeAll(async () => {
  await ownerPool.query('create table note (id int primary key)');
  await ownerPool.query('grant select, insert on note to public');
});

const add = (tx: Db, id: number) => sql`insert into note values (${id}) ${later}`.execute(tx);
const ids = async () => (await pool.query('select id from note order by id')).rows.map(({ id }) => id);

test('what waits goes out with the next statement, and with the commit', async () => {
  const seen = await db.transaction().execute(async (tx) => {
    await add(tx, 1);
    const { rows } = await sql<{ id: number }>`select id from note`.execute(tx);
    await add(tx, 2);
    return rows;
  });
  expect(seen).toEqual([{ id: 1 }]);
  expect(await ids()).toEqual([1, 2]);
});

test('a waiting statement that fails, fails the commit and everything with it', async () => {
  const command = db.transaction().execute(async (tx) => {
    await sql`insert into note values (3)`.execute(tx);
    await add(tx, 1);
  });
  await expect(command).rejects.toMatchObject({ code: '23505' });
  expect(await ids()).toEqual([1, 2]);
});

test('a refusal takes back what was sent and what was waiting', async () => {
  for (const isSent of [true, false]) {
    const command = db.transaction().execute(async (tx) => {
      await add(tx, 3);
      if (isSent) await sql`select 1`.execute(tx);
      throw new Error('refused');
    });
    await expect(command).rejects.toThrow('refused');
  }
  expect(await ids()).toEqual([1, 2]);
});

test('a failed statement leaves the connection usable, kept ones included', async () => {
  const ask = (text: string) =>
    sql<{ n: number }>`select ${text}::int as n ${kept}`.execute(db).then(({ rows }) => rows[0]?.n);
  await expect(ask('x')).rejects.toMatchObject({ code: '22P02' });
  expect(await Promise.all(['1', '2', '3'].map(ask))).toEqual([1, 2, 3]);
});

test('a read-only snapshot stays one although it begins with its first statement', async () => {
  const read = () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  await read().execute(async (tx) => {
    const count = async () => (await sql`select id from note`.execute(tx)).rows.length;
    const before = await count();
    await pool.query('insert into note values (4)');
    expect(await count()).toBe(before);
  });
  await expect(read().execute((tx) => add(tx, 5))).rejects.toMatchObject({ code: '25006' });
  expect(await ids()).toEqual([1, 2, 4]);
});
