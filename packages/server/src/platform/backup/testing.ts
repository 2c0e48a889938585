import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { type TestTown, testTown } from '../../testing/town.ts';
import { type DataFolder, openDataFolder } from '../datafolder/index.ts';
import { storeFile } from '../files/store.ts';
import { type Measure, measureTable, PLAIN_TEXT, readTables } from './tables.ts';
import type { BackupSource } from './write.ts';

/** A folder of its own for one test, with keys beside it and passable for the database's user. */
export function makeHome(): { readonly home: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'shuangyong-backup-'));
  rmSync(home, { recursive: true });
  mkdirSync(home, { mode: 0o711 });
  process.env.SHUANGYONG_KEYS = join(home, 'keys');
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

export interface FilledSource extends BackupSource {
  readonly town: TestTown;
  readonly paperSha256: string;
}

/** A township with what is hard to carry: rare characters, bytes, marks of COPY itself, the largest sum, nulls. */
export async function fillSource(folder: DataFolder, ownerPool: pg.Pool): Promise<FilledSource> {
  const town = await testTown(openKysely(ownerPool));
  const { countyId, divisionId } = town;
  const file = await storeFile(folder.paths.root, randomBytes(700_000));
  const sha256 = Buffer.from(file.sha256, 'hex');
  await ownerPool.query(
    `insert into stored_file (county_id, sha256, size_bytes, media_type, file_name) values ($1, $2, $3, $4, $5)`,
    [countyId, sha256, file.size, file.mediaType, '签到表.jpg'],
  );
  await ownerPool.query(
    `insert into paper (county_id, id, division_id, title, signed_on, paper_class, file_sha256, row_key, origin,
                        recorded_at, recorded_by)
     values ($1, $2, $3, '签到表', '2017-07-28', '会议', $4, $5, 'screen', '2018-01-05 08:00:00.123456+08', '王某')`,
    [countyId, newId(), divisionId, sha256, randomBytes(32)],
  );
  for (let n = 1; n <= 300; n++) await insertPaidLine(ownerPool, town, n);
  return { folder, ownerPool, town, paperSha256: file.sha256 };
}

const HARD_TEXTS = ['㐂𠮷🀄', 'tab\tline\nreturn\r', 'back\\slash \\N \\.', '', '“引号”', '李  某'];
const LARGEST = 9_007_199_254_740_991;

async function insertPaidLine(pool: pg.Pool, { countyId, divisionId }: TestTown, n: number): Promise<void> {
  const text = HARD_TEXTS[n % HARD_TEXTS.length] ?? '';
  const notes = n % 3 === 0 ? null : JSON.stringify({ 备注: text, n, 'a"b': [null, true, 1.5] });
  await pool.query(
    `insert into paid_line (county_id, id, division_id, name, identity_sealed, item, from_month, to_month, amount_fen,
                            paid_on, voucher_no, notes, row_key, origin, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, '抚恤补助', 24205, 24205, $6, '2017-02-01', $7, $8, $9, 'screen', now(), '王某')`,
    [
      ...[countyId, newId(), divisionId, `张${text}`, n % 2 ? randomBytes(60) : null],
      ...[n === 1 ? LARGEST : -n, n % 5 ? text : null, notes, randomBytes(32)],
    ],
  );
}

/** Every table of a database, measured. */
export async function measureAll(pool: pg.Pool): Promise<Record<string, Measure>> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${PLAIN_TEXT}`);
    const measures: Record<string, Measure> = {};
    for (const table of await readTables(client)) measures[table.name] = await measureTable(client, table);
    return measures;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

export const openFolder = (home: string): Promise<DataFolder> => openDataFolder(join(home, '数据'));
