import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Keys } from '../kernel/context.ts';
import { makeKeys } from '../platform/datafolder/index.ts';
import { makePool } from '../platform/postgres/index.ts';
import type { TestServer } from './server.ts';

export interface TestDatabase {
  readonly name: string;
  readonly ownerPool: pg.Pool;
  /** Connections of the application's role, with its grants. */
  readonly pool: pg.Pool;
  readonly keys: Keys;
  drop(): Promise<void>;
}

/**
 * An empty database with the full schema for this test file alone, dropped after its last test.
 * Call it at the top of the file: `const { pool, keys } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase(inject('testServer'));
  afterAll(() => database.drop());
  return database;
}

/** The same for a server of one's own, in a benchmark for example. */
export async function createTestDatabase(server: TestServer): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  // Copying files is the faster way while nothing has to reach the disk.
  await asOwner(server, `create database ${name} template ${server.template} strategy file_copy`);
  const ownerPool = makePool({ ...server.owner, database: name }, { max: 3 });
  const pool = makePool({ ...server.app, database: name }, { max: 10 });
  const keys = makeKeys({
    dataKey: Buffer.from(server.dataKey, 'base64'),
    hashKey: Buffer.from(server.hashKey, 'base64'),
  });
  const drop = async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
    await asOwner(server, `drop database ${name} with (force)`);
  };
  return { name, ownerPool, pool, keys, drop };
}

async function asOwner(server: TestServer, statement: string): Promise<void> {
  const admin = makePool(server.owner, { max: 1 });
  await admin.query(statement).finally(() => admin.end());
}
