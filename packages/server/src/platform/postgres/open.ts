import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { refuse } from '../../kernel/refusal.ts';
import { type DataFolder, type Hold, takeHold, tryHold } from '../datafolder/index.ts';
import { forgetAddress } from './credentials.ts';
import { joinServer, openEmbedded } from './embedded.ts';
import { openExternal } from './external.ts';

export interface OpenDatabaseOptions {
  readonly folder: DataFolder;
  /** `serve` keeps the database for as long as it runs; a `command` takes its turn and goes. */
  readonly purpose: 'serve' | 'command';
  /** Another server instead of the embedded one; `DATABASE_URL` unless given. */
  readonly url?: string | undefined;
  /** Where sentences for a waiting user go; standard error unless given. */
  readonly say?: (sentence: string) => void;
  /** More settings of the embedded server, `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

export interface Database {
  /** Connections of the owner of the schema: migrations, restore. */
  readonly ownerPool: pg.Pool;
  /** Connections of the application's role. */
  readonly pool: pg.Pool;
  /** `started` by us, `attached` to the server of a running `serve`, or `external`. */
  readonly origin: 'started' | 'attached' | 'external';
  /** False when an external server gave us no role of our own for the application. */
  readonly hasOwnRole: boolean;
  close(): Promise<void>;
}

const SERVE_LEAVES_MS = 5_000;

/**
 * Opens the database of a data folder: starts it, or joins the `serve` that runs it, or an external server.
 * A second command waits for the first; a second `serve` is refused. `close` stops what was started here.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const say = options.say ?? ((sentence) => void process.stderr.write(`${sentence}\n`));
  const root = options.folder.paths.root;
  const onWait = () => say('另一个命令正在使用这个数据文件夹，等它结束……');
  const turn = await takeHold(root, 'command', { onWait });
  let database: Database | undefined;
  try {
    database = options.purpose === 'serve' ? await openToServe(options, say) : await openInTurn(options, say);
  } finally {
    if (options.purpose === 'serve' || !database) await turn.release();
  }
  return options.purpose === 'serve' ? database : closingAlso(database, turn);
}

// Whoever has the turn knows: if the database is held now, a `serve` holds it, coming, running or leaving.
async function openInTurn(options: OpenDatabaseOptions, say: (sentence: string) => void): Promise<Database> {
  const url = urlOf(options);
  if (url) return openExternal(url, say);
  for (;;) {
    const hold = await tryHold(options.folder.paths.root, 'database');
    if (hold) return openHeld(options, hold, say);
    const joined = await joinServer(options.folder);
    if (joined) return joined;
    await sleep(60);
  }
}

async function openToServe(options: OpenDatabaseOptions, say: (sentence: string) => void): Promise<Database> {
  for (const end = Date.now() + SERVE_LEAVES_MS; ; await sleep(60)) {
    const hold = await tryHold(options.folder.paths.root, 'database');
    if (hold) return openHeld(options, hold, say);
    if (Date.now() > end) refuse('already_serving', '这个数据文件夹已经有一个服务在运行，不必再启动一个。');
  }
}

async function openHeld(
  options: OpenDatabaseOptions,
  hold: Hold,
  say: (s: string) => void,
): Promise<Database> {
  try {
    forgetAddress(options.folder);
    const url = urlOf(options);
    const database = url
      ? await openExternal(url, say)
      : await openEmbedded(options.folder, options.settings);
    return closingAlso(database, hold);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

function closingAlso(database: Database, hold: Hold): Database {
  const close = async () => {
    try {
      await database.close();
    } finally {
      await hold.release();
    }
  };
  return { ...database, close };
}

function urlOf(options: OpenDatabaseOptions): string | undefined {
  return 'url' in options ? options.url : process.env.DATABASE_URL || undefined;
}
