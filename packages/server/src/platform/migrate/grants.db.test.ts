import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { readTableRights } from './index.ts';

const { pool, ownerPool } = await testDatabase();
const FORBIDDEN = '42501';
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

test('the application connects as a role that owns nothing and is no superuser', async () => {
  const { rows } = await pool.query(
    `select current_user as name, rolsuper, rolcreaterole, rolcreatedb,
            (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
  );
  expect(rows).toEqual([
    { name: 'shuangyong_app', rolsuper: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
  ]);
});

test.each(readTableRights().appendOnly)(
  'the application cannot change or remove a row of %s',
  async (table) => {
    expect(await code(pool.query(`delete from ${table}`))).toBe(FORBIDDEN);
    expect(await code(pool.query(`truncate ${table}`))).toBe(FORBIDDEN);
    const { rows } = await ownerPool.query<{ attname: string }>(
      `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    for (const { attname } of rows) {
      expect(await code(pool.query(`update ${table} set "${attname}" = "${attname}"`))).toBe(FORBIDDEN);
    }
  },
);

test('records are never deleted, rows that are no records may be', async () => {
  expect(await code(pool.query('delete from person'))).toBe(FORBIDDEN);
  for (const table of readTableRights().deletable) {
    expect(await code(pool.query(`delete from ${table}`))).toBe('done');
  }
});

test('the application changes no tables, no rights and no history of the schema', async () => {
  expect(await code(pool.query('create table stray (id int)'))).toBe(FORBIDDEN);
  expect(await code(pool.query('alter table person add column stray int'))).toBe(FORBIDDEN);
  expect(await code(pool.query('update schema_migration set sha256 = $1', ['x']))).toBe(FORBIDDEN);
  expect(await code(pool.query('set session authorization shuangyong_owner'))).toBe(FORBIDDEN);
});
