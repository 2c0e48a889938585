import { sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';
import { type StoredFile, sha256Of, storeFile } from '../../../platform/files/store.ts';
import { paperKind } from '../../archive/index.ts';
import type { Issues, PlannedRow } from '../plan/index.ts';
import type { FileSource } from './files.ts';
import { knownTable } from './known.ts';
import type { Scope } from './scope.ts';
import { stageTable } from './stage.ts';

/** Takes the files of papers in as their rows are read. */
export interface PaperFiles {
  /** Hash of the row's file, stored before the row; null where the row names none or it is not there. */
  take(row: PlannedRow): Promise<string | null>;
  readonly stored: ReadonlyMap<string, StoredFile & { readonly name: string }>;
}

const FILE_INDEX = paperKind.columns.findIndex((column) => column.field === 'file_path');

/** `keep` false looks and keeps nothing: a trial. */
export function createPaperFiles(source: FileSource | undefined, dataDir: string, keep: boolean): PaperFiles {
  const stored = new Map<string, StoredFile & { name: string }>();
  return {
    stored,
    async take(row) {
      const path = row.values[FILE_INDEX];
      if (!source || row.refused || typeof path !== 'string') return null;
      const bytes = await source.find(path);
      if (!bytes) return null;
      const name = path.replace(/^.*[/\\]/, '');
      if (!keep) return sha256Of(bytes);
      const file = await storeFile(dataDir, bytes);
      stored.set(file.sha256, { ...file, name });
      return file.sha256;
    },
  };
}

export async function writeStoredFiles(db: Db, countyId: number, files: PaperFiles): Promise<void> {
  for (const { sha256, size, mediaType, name } of files.stored.values())
    await sql`insert into stored_file (county_id, sha256, size_bytes, media_type, file_name)
      values (${countyId}, ${Buffer.from(sha256, 'hex')}, ${size}, ${mediaType}, ${name})
      on conflict (county_id, sha256) do nothing`.execute(db);
}

interface PaperLook {
  readonly sheet: string;
  readonly row: number;
  readonly path: string | null;
  readonly items: string | null;
  readonly missing: boolean;
}

function pushWarning(
  issues: Issues,
  look: PaperLook,
  column: string,
  value: string,
  code: string,
  reason: string,
) {
  issues.warnings.push({ sheet: look.sheet, row: look.row, column, value, code, reason });
}

/** Files that were not found, and 考评条目 that no known list has. The rows stand. */
export async function warnOfPapers(scope: Scope, isKnownItem: (item: string) => boolean): Promise<void> {
  if (!scope.kinds.includes(paperKind)) return;
  const { rows } =
    await sql<PaperLook>`select s.source_sheet as sheet, s.source_row as row, s.file_path as path,
      s.checklist_items as items,
      s.file_path is not null and s.file_sha256 is null and (t.file_sha256 is null or t.file_path <> s.file_path) as missing
    from ${sql.table(stageTable(paperKind))} s left join ${knownTable(paperKind)} k on k.ord = s.ord
    left join paper t on t.county_id = ${scope.countyId} and t.id = k.id
    where not s.refused and (s.file_path is not null or s.checklist_items is not null) order by s.ord`.execute(
      scope.db,
    );
  for (const look of rows) {
    if (look.missing)
      pushWarning(
        scope.issues,
        look,
        '文件',
        look.path ?? '',
        'file_missing',
        '没有找到这个文件，先按只有纸质收下。请核对路径，或导入时指明文件所在的文件夹。',
      );
    for (const item of (look.items ?? '').split(/[、，,；;\s]+/).filter((one) => one !== ''))
      if (!isKnownItem(item))
        pushWarning(
          scope.issues,
          look,
          '考评条目',
          item,
          'item_unknown',
          '没有这个考评条目，原样保留。请写成「考评表:编号」，如 town-self-check:1。',
        );
  }
}
