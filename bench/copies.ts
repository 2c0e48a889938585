import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { createTestDatabase, startTestServer } from '../packages/server/src/testing/index.ts';

export type BenchDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

/** A database with the product's schema on a server of this bench alone, both gone afterwards. */
export async function inDatabase(work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const { close, ...server } = await startTestServer();
  try {
    const database = await createTestDatabase(server);
    await work(database).finally(() => database.drop());
  } finally {
    await close();
  }
}

/** The rows of a query as COPY writes them. */
export async function copyOut(client: pg.ClientBase, query: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of client.query(copyTo(`copy (${query}) to stdout`))) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads the rows of a query through COPY and drops them. */
export async function copyAway(client: pg.ClientBase, query: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(copyTo(`copy (${query}) to stdout`)), nowhere);
}

export async function copyIn(client: pg.ClientBase, table: string, rows: Buffer): Promise<void> {
  await pipeline(Readable.from([rows]), client.query(copyFrom(`copy ${table} from stdin`)));
}

/** An empty table of the same columns, indexes, checks and foreign keys. Answers its name. */
export async function twinOf(client: pg.ClientBase, table: string): Promise<string> {
  const twin = `${table}_twin`;
  await client.query(`create table ${twin} (like ${table} including all)`);
  const { rows } = await client.query<{
    key: string;
  }>(`select pg_get_constraintdef(oid) as key from pg_constraint
    where conrelid = '${table}'::regclass and contype = 'f'`);
  for (const { key } of rows) await client.query(`alter table ${twin} add ${key}`);
  return twin;
}
