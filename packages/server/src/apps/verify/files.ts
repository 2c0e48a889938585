import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { filePath } from '../../platform/files/store.ts';
import type { Checked, Finding } from './finding.ts';

interface StoredRow {
  readonly countyId: number;
  readonly sha256: string;
  readonly name: string;
  readonly title: string | null;
}

/** Every stored paper against its bytes on the disk, read again to the last one. */
export async function checkFiles(db: Db, dataDir: string): Promise<Checked> {
  const { rows } = await sql<StoredRow>`
    select f.county_id as "countyId", encode(f.sha256, 'hex') as sha256, f.file_name as name,
           (select min(p.title) from paper p where p.county_id = f.county_id and p.file_sha256 = f.sha256) as title
      from stored_file f order by f.county_id, f.sha256`.execute(db);
  const findings: Finding[] = [];
  for (const row of rows) {
    const found = await hashOf(filePath(dataDir, row.sha256));
    if (found !== row.sha256) findings.push(findingOf(row, found));
  }
  return { count: rows.length, findings };
}

function findingOf({ countyId, sha256, name, title }: StoredRow, found: string | undefined): Finding {
  const paper = `《${title ?? name}》`;
  return found === undefined
    ? { code: 'file_missing', countyId, sha256, message: `${paper}的原件文件不见了。请从备份恢复这一份。` }
    : { code: 'file_altered', countyId, sha256, message: `${paper}与入库时不一致。请从备份恢复这一份。` };
}

// A file that cannot be read to its end is as good as gone.
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 512 * 1024 })) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
