import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { assert, refuse } from '../../kernel/refusal.ts';

/** One file of `db/migrations`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** What the table `schema_migration` remembers of one that was applied. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** Which tables the application may only add to, and from which it may delete; it may never elsewhere. */
export interface TableRights {
  readonly appendOnly: readonly string[];
  readonly deletable: readonly string[];
}

const FILE = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** The project's own `db` folder. */
export const DB_FOLDER = fileURLToPath(new URL('../../../../../db', import.meta.url));

const rightsSchema = z.strictObject({ appendOnly: z.array(z.string()), deletable: z.array(z.string()) });

/** The migrations of a `db` folder, by number. A double or a wrong name is a developer's mistake. */
export function readMigrations(dbFolder: string = DB_FOLDER): readonly Migration[] {
  const folder = join(dbFolder, 'migrations');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const migrations = names.map((name) => {
    const number = Number(FILE.exec(name)?.[1]);
    assert(number > 0, `migration ${name} is named NNNN_words.sql`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  const numbers = new Set(migrations.map(({ number }) => number));
  assert(numbers.size === migrations.length, 'every migration has a number of its own');
  return migrations;
}

export function readTableRights(dbFolder: string = DB_FOLDER): TableRights {
  return rightsSchema.parse(JSON.parse(readFileSync(join(dbFolder, 'append-only.json'), 'utf8')));
}

/** A key that changes with every change of migrations or rights. */
export function schemaKey(dbFolder: string = DB_FOLDER): string {
  const hash = createHash('sha256').update(JSON.stringify(readTableRights(dbFolder)));
  for (const { sha256 } of readMigrations(dbFolder)) hash.update(sha256);
  return hash.digest('hex').slice(0, 16);
}

/**
 * What remains to be applied. Refuses a database of a newer version (`schema_newer`) and one whose applied
 * migrations are not the ones we have (`schema_changed`).
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const done of applied) {
    const ours = known.find(({ number }) => number === done.number);
    if (!ours) {
      return refuse('schema_newer', `数据库已由更新的版本升级过（${done.name}），请用新版本的软件打开。`);
    }
    if (ours.sha256 !== done.sha256) {
      refuse('schema_changed', `数据库升级记录 ${done.name} 与软件自带的不一致，为免损坏数据没有打开。`);
    }
  }
  return known.filter(({ number }) => !applied.some((done) => done.number === number));
}
