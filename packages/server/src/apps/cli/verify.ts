import type { Db } from '../../kernel/db.ts';
import { readStoredFile } from '../../platform/files/store.ts';

export interface FileFinding {
  readonly code: 'file_changed';
  readonly sha256: string;
}

/** Every stored paper against its bytes on the disk: one that is gone or altered is a finding. */
export async function checkFiles(
  db: Db,
  dataDir: string,
): Promise<{ checked: number; findings: FileFinding[] }> {
  const rows = await db.selectFrom('stored_file').select('sha256').orderBy('sha256').execute();
  const findings: FileFinding[] = [];
  for (const row of rows) {
    const sha256 = row.sha256.toString('hex');
    if (!(await readStoredFile(dataDir, sha256))) findings.push({ code: 'file_changed', sha256 });
  }
  return { checked: rows.length, findings };
}
