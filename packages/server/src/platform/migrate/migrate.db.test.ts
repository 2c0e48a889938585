import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { migrate } from './index.ts';

const { ownerPool, pool } = await testDatabase();
const appRole = 'shuangyong_app';
let dbFolder: string;

beforeEach(async () => {
  dbFolder = mkdtempSync(join(tmpdir(), 'shuangyong-migrate-'));
  mkdirSync(join(dbFolder, 'migrations'));
  rights([], []);
  file('0001_note.sql', 'create table note (id int primary key); create table tick (id int);');
  await ownerPool.query('drop schema public cascade');
  await ownerPool.query('create schema public');
});

afterEach(() => rmSync(dbFolder, { recursive: true, force: true }));

const file = (name: string, sql: string) => writeFileSync(join(dbFolder, 'migrations', name), sql);
const rights = (appendOnly: string[], deletable: string[]) =>
  writeFileSync(join(dbFolder, 'append-only.json'), JSON.stringify({ appendOnly, deletable }));
const tables = async () => {
  const { rows } = await ownerPool.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ tablename }) => tablename);
};

test('migrations are applied once, in order, and remembered', async () => {
  file('0002_name.sql', 'alter table note add column name text');
  expect(await migrate(ownerPool, { dbFolder })).toEqual(['0001_note.sql', '0002_name.sql']);
  expect(await migrate(ownerPool, { dbFolder })).toEqual([]);
  expect(await tables()).toEqual(['note', 'schema_migration', 'tick']);
});

test('a migration that fails leaves nothing of itself', async () => {
  file('0002_bad.sql', 'create table half (id int); select 1/0;');
  await expect(migrate(ownerPool, { dbFolder })).rejects.toThrow('0002_bad.sql');
  expect(await tables()).toEqual(['note', 'schema_migration', 'tick']);
});

test('before an existing schema changes there is time for a backup, before a new one there is no need', async () => {
  const told: string[] = [];
  const beforeMigrate = async (pending: readonly { name: string }[]) => {
    told.push(...pending.map(({ name }) => name));
  };
  await migrate(ownerPool, { dbFolder, beforeMigrate });
  file('0002_name.sql', 'alter table note add column name text');
  await migrate(ownerPool, { dbFolder, beforeMigrate });
  expect(told).toEqual(['0002_name.sql']);
});

test('a failed backup stops the upgrade', async () => {
  await migrate(ownerPool, { dbFolder });
  file('0002_more.sql', 'create table more (id int)');
  const beforeMigrate = () => Promise.reject(new Error('no room'));
  await expect(migrate(ownerPool, { dbFolder, beforeMigrate })).rejects.toThrow('no room');
  expect(await tables()).not.toContain('more');
});

test('beside a running serve the schema is not changed', async () => {
  await expect(migrate(ownerPool, { dbFolder, mayChange: false })).rejects.toMatchObject({
    code: 'schema_behind',
  });
});

test('two programs migrating at once do it once', async () => {
  const both = await Promise.all([migrate(ownerPool, { dbFolder }), migrate(ownerPool, { dbFolder })]);
  expect(both.flat()).toEqual(['0001_note.sql']);
});

test('rights follow append-only.json, and a later migration brings them along', async () => {
  rights(['note'], ['tick']);
  await migrate(ownerPool, { dbFolder, appRole });
  await pool.query('insert into note values (1)');
  await pool.query('delete from tick');
  await expect(pool.query('update note set id = 2')).rejects.toMatchObject({ code: '42501' });
  file('0002_later.sql', 'create table later (id int)');
  await migrate(ownerPool, { dbFolder, appRole });
  await pool.query('insert into later values (1)');
  await expect(pool.query('delete from later')).rejects.toMatchObject({ code: '42501' });
});

test('rights are given as soon as there is a role to give them to', async () => {
  await migrate(ownerPool, { dbFolder });
  await expect(pool.query('select * from note')).rejects.toThrow();
  await migrate(ownerPool, { dbFolder, appRole });
  await pool.query('select * from note');
});

test('a table named in append-only.json that does not exist is a mistake', async () => {
  rights(['no_such_table'], []);
  await expect(migrate(ownerPool, { dbFolder, appRole })).rejects.toThrow('no_such_table');
});
