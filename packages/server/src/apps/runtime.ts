import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { openKysely } from '../kernel/db.ts';
import { type Looks, openLooks } from '../modules/audit/index.ts';
import type { BackupSource } from '../platform/backup/index.ts';
import type { Log } from '../platform/datafolder/index.ts';
import { type Installation, openInstallation } from '../platform/installation/index.ts';
import type { Runtime } from './command.ts';

/** What a program of ours holds besides the runtime of commands. */
export interface AppRuntime extends Runtime {
  readonly log: Log;
  readonly looks: Looks;
  /** Names this data folder apart from another one served on the same machine. */
  readonly installationId: string;
  /** The sample township: nothing in it is real. */
  readonly isSample: boolean;
  /** What a backup is made of; absent where there is no data folder, as when the contract is written. */
  readonly source?: BackupSource;
}

export interface OpenRuntime {
  readonly runtime: AppRuntime;
  readonly installation: Installation;
  close(): Promise<void>;
}

const packageSchema = z.object({ version: z.string() });
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** The version of this program, as the project's package names it. */
export const VERSION = packageSchema.parse(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
).version;

/** The project's own folder: where the screens and the samples lie. */
export const PROJECT_FOLDER = ROOT;

const installationSchema = z.object({ sample: z.boolean().default(false) });

/** True when the data folder was made from the samples. */
export function isSampleFolder(dataDir: string): boolean {
  return installationSchema.parse(JSON.parse(readFileSync(join(dataDir, 'installation.json'), 'utf8')))
    .sample;
}

/** Opens a data folder for a program; makes it on first use. `close` writes what waits and leaves no process behind. */
export async function openRuntime(
  dataDir: string,
  purpose: 'serve' | 'command',
  clock: Clock = systemClock(),
): Promise<OpenRuntime> {
  const installation = await openInstallation({ dataDir, purpose });
  const { folder, keys, pool } = installation;
  const { log } = folder;
  const db = openKysely(pool);
  const looks = openLooks(db, () => log.write('looks_not_written'));
  const root = folder.paths.root;
  const runtime: AppRuntime = {
    db,
    clock,
    keys,
    dataDir: root,
    log,
    looks,
    installationId: folder.id,
    isSample: isSampleFolder(root),
    source: installation,
  };
  const close = async () => {
    await looks.flush().finally(() => installation.close());
  };
  return { runtime, installation, close };
}
