import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listShelf, restore } from '../backup/index.ts';
import { makeHome } from '../backup/testing.ts';
import { openDataFolder } from '../datafolder/index.ts';
import { DB_FOLDER, migrate, readMigrations } from '../migrate/index.ts';
import { openDatabase } from '../postgres/index.ts';
import { openInstallation } from './index.ts';

const { home, remove } = makeHome();
afterAll(remove);

/** Makes a `db` folder that of the version before: without a migration, and without its tables in the list of rights. */
function forget(dbFolder: string, migration: string): void {
  const file = join(dbFolder, 'migrations', migration);
  const tables = [...readFileSync(file, 'utf8').matchAll(/^create table (\w+)/gm)].map(([, name]) => name);
  rmSync(file);
  const list = join(dbFolder, 'append-only.json');
  const rights = JSON.parse(readFileSync(list, 'utf8')) as { appendOnly: readonly string[] };
  const appendOnly = rights.appendOnly.filter((name) => !tables.includes(name));
  writeFileSync(list, JSON.stringify({ ...rights, appendOnly }));
}

test('before a new version changes the schema of an existing database a backup of it lies on the shelf', async () => {
  const dataDir = join(home, '数据');
  const older = join(home, 'db-older');
  cpSync(DB_FOLDER, older, { recursive: true });
  const last = readMigrations().at(-1)?.name ?? '';
  forget(older, last);
  const folder = await openDataFolder(dataDir);
  const database = await openDatabase({ folder, purpose: 'command', url: undefined });
  await migrate(database.ownerPool, { dbFolder: older });
  await database.close();
  const upgraded = await openInstallation({ dataDir, purpose: 'command', url: undefined });
  const { rows } = await upgraded.ownerPool.query(
    'select name from schema_migration order by number desc limit 1',
  );
  await upgraded.close();
  expect(rows).toEqual([{ name: last }]);
  const shelf = await listShelf(folder.paths.backups);
  expect(shelf.map(({ kind }) => kind)).toEqual(['upgrade']);
  const before = { file: join(folder.paths.backups, shelf[0]?.name ?? ''), dataDir: join(home, '升级前') };
  // With the older software again: the way back.
  const report = await restore({ ...before, passphrase: undefined, url: undefined, dbFolder: older });
  expect(report.installation).toBe(folder.id);
  await (await openInstallation({ dataDir, purpose: 'command', url: undefined })).close();
  expect(await listShelf(folder.paths.backups)).toHaveLength(1);
});
