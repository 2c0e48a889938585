// A backup of people with rights and a month of money, against COPY of the same tables through zstd and AES into a file;
// and its restore, against COPY of the same rows into a database with the same keys. Both on a disk, with the settings of
// the product. The full size: --people=1000000.
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { monthOf } from '@shuangyong/values';
import type pg from 'pg';
import { openKysely } from '../packages/server/src/kernel/db.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { makeBackup, restore } from '../packages/server/src/platform/backup/index.ts';
import { type Installation, openInstallation } from '../packages/server/src/platform/installation/index.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import { copyIn, copyOut } from './copies.ts';
import { fillLedger } from './ledger.ts';
import { fillAccounts } from './ledger-accounts.ts';
import { inFolder, peakMb, seconds, sizeOf, tell } from './measure.ts';

const PEOPLE = sizeOf('people', 50_000);
const COUNTY = 10_000;
const PHRASE = '江南水乡二零一七';

async function fill({ pool, ownerPool, keys }: Installation): Promise<void> {
  const db = openKysely(pool);
  const counties = Math.ceil(PEOPLE / COUNTY);
  const towns = await fillLedger(db, { counties, peopleEach: Math.min(PEOPLE, COUNTY) });
  await ownerPool.query('analyze');
  for (const town of towns) {
    await fillAccounts(db, keys, town);
    const asked = { commandKey: randomUUID(), through: monthOf(2018, 1), cause: 'monthly' } as const;
    await db.transaction().execute((tx) => accrue(tx, testContext(keys, '甲', '2018-01-05'), town, asked));
  }
  await ownerPool.query('vacuum analyze');
}

/** Tables in an order in which each comes after those it points at. */
async function tablesOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`select c.relname as name,
      array(select k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  const done = new Set<string>();
  while (done.size < rows.length) {
    const before = done.size;
    for (const { name, needs } of rows) if (needs.every((one) => done.has(one))) done.add(name);
    if (done.size === before) throw new Error('tables point at each other');
  }
  return [...done].filter((name) => name !== 'schema_migration');
}

async function plainBackup(client: pg.ClientBase, tables: readonly string[], path: string): Promise<void> {
  async function* rows() {
    for (const table of tables) yield await copyOut(client, `select * from ${table}`);
  }
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12));
  await pipeline(rows(), createZstdCompress(level), cipher, createWriteStream(path, { flush: true }));
}

async function plainRestore(folder: string, rows: ReadonlyMap<string, Buffer>): Promise<number> {
  const target = await openInstallation({
    dataDir: join(folder, 'plain'),
    purpose: 'command',
    url: undefined,
  });
  const client = await target.ownerPool.connect();
  try {
    return await seconds(async () => {
      await client.query('begin');
      await client.query(`truncate ${[...rows.keys()].join(', ')}`);
      for (const [table, all] of rows) await copyIn(client, table, all);
      await client.query('commit');
    });
  } finally {
    client.release();
    await target.close();
  }
}

await inFolder(async (folder) => {
  const source = await openInstallation({
    dataDir: join(folder, 'source'),
    purpose: 'command',
    url: undefined,
  });
  const rows = new Map<string, Buffer>();
  const file = join(folder, 'ours.sybackup');
  let [ours, baseline] = [0, 0];
  let memoryMb = 0;
  try {
    await fill(source);
    const client = await source.ownerPool.connect();
    const tables = await tablesOf(client);
    baseline = await seconds(() => plainBackup(client, tables, join(folder, 'plain.zst')));
    memoryMb = await peakMb(async () => {
      ours = await seconds(() => makeBackup(source, PHRASE, file));
    });
    for (const table of tables) rows.set(table, await copyOut(client, `select * from ${table}`));
    client.release();
  } finally {
    await source.close();
  }
  const bytes = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  const size = { people: PEOPLE, mb: Math.round(bytes / 1e6), fileMb: Math.round(statSync(file).size / 1e6) };
  tell({
    ...{ name: 'backup', unit: 's', ours, baseline, ...size, memoryMb },
    baselineName: 'COPY of the same tables through zstd and AES into a file',
  });
  memoryMb = await peakMb(async () => {
    ours = await seconds(() =>
      restore({ file, dataDir: join(folder, 'back'), passphrase: PHRASE, url: undefined }),
    );
  });
  tell({
    ...{ name: 'restore', unit: 's', ours, baseline: await plainRestore(folder, rows), ...size, memoryMb },
    baselineName: 'COPY of the same rows into a database with the same keys',
  });
});
