import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { type Db, openKysely } from '../kernel/db.ts';
import { refuse } from '../kernel/refusal.ts';
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

/**
 * A set day is for practice and tests: refuses `clock_real` where a batch was approved on the day it really was. Such a
 * step bears the same day for the office as in its time.
 */
async function refuseSetDay(db: Db): Promise<void> {
  const { rows } = await sql`select 1 from batch_event where state = 'approved'
    and office_day = (at at time zone 'Asia/Shanghai')::date limit 1`.execute(db);
  if (rows.length > 0)
    refuse(
      'clock_real',
      '这个数据文件夹里有按真实日期批准的批次，不能再用 SHUANGYONG_TODAY 改日子。请去掉这个环境变量；要练习的，用 sample --data 另建一个文件夹。',
    );
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
  if (clock.isSet)
    await refuseSetDay(db).catch(async (error: unknown) => {
      await installation.close();
      throw error;
    });
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
