import type pg from 'pg';
import type { Keys } from '../../kernel/context.ts';
import { backupBeforeMigrate } from '../backup/index.ts';
import { type DataFolder, openDataFolder } from '../datafolder/index.ts';
import { migrate } from '../migrate/index.ts';
import { APP_ROLE, openDatabase } from '../postgres/index.ts';

export interface OpenInstallationOptions {
  readonly dataDir: string;
  readonly purpose: 'serve' | 'command';
  /** Another server instead of the embedded one; `DATABASE_URL` unless given. */
  readonly url?: string | undefined;
  /** Sentences for a waiting user; standard error unless given. */
  readonly say?: (sentence: string) => void;
}

/** A data folder with its database open and its schema up to date. */
export interface Installation {
  readonly folder: DataFolder;
  readonly keys: Keys;
  readonly pool: pg.Pool;
  readonly ownerPool: pg.Pool;
  /** `started` by us, `attached` to a running `serve`, or `external`. */
  readonly origin: 'started' | 'attached' | 'external';
  close(): Promise<void>;
}

/**
 * Opens everything a program needs; makes it on first use. An existing database is backed up before its schema is
 * changed. `close` leaves no process behind.
 */
export async function openInstallation(options: OpenInstallationOptions): Promise<Installation> {
  const { dataDir, ...rest } = options;
  const folder = await openDataFolder(dataDir);
  const database = await openDatabase({ ...rest, folder });
  try {
    const applied = await migrate(database.ownerPool, {
      appRole: database.hasOwnRole ? APP_ROLE : undefined,
      mayChange: database.origin !== 'attached',
      beforeMigrate: async () => void (await backupBeforeMigrate(folder, database.ownerPool)),
    });
    if (applied.length > 0)
      folder.log.write('schema_migrated', { count: applied.length, last: applied.at(-1) ?? '' });
  } catch (error) {
    await database.close();
    throw error;
  }
  const { pool, ownerPool, origin, close } = database;
  return { folder, keys: folder.keys, pool, ownerPool, origin, close };
}
