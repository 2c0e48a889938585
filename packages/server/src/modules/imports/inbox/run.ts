import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { readWorkbook } from '../../../platform/workbook/index.ts';
import { openFileSource } from '../apply/files.ts';
import { type ImportResult, importWorkbook } from '../apply/import.ts';
import type { Unit } from '../apply/unit.ts';
import { recogniseSheet, unitSheet } from '../plan/index.ts';
import { listChanges, type RecordChange } from './changes.ts';
import { papersPath, type StagedBatch, type StagedFile, workbookPath } from './store.ts';

export interface FileRun {
  readonly file: StagedFile;
  readonly result: ImportResult | undefined;
  readonly changes: readonly RecordChange[];
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

export interface BatchInput {
  readonly dataDir: string;
  readonly id: string;
  readonly batch: StagedBatch;
  readonly kinds: readonly KindDef[];
  readonly unit: Unit;
  readonly isTrial: boolean;
  readonly skipUpdates?: readonly string[] | undefined;
}

type FileAt = StagedFile & { readonly index: number };

/** Files with villages first, then the roll: what other files name must be there. */
async function inUsefulOrder({ dataDir, id, batch, kinds }: BatchInput): Promise<FileAt[]> {
  const all = [unitSheet, ...kinds];
  const ranked: { file: FileAt; rank: number }[] = [];
  for (const [index, file] of batch.files.entries()) {
    let rank = all.length;
    try {
      for await (const sheet of readWorkbook(workbookPath(dataDir, id, index))) {
        const { plan } = recogniseSheet(sheet, kinds, new Map(Object.entries(file.learned)));
        if (plan) rank = Math.min(rank, all.indexOf(plan.kind));
        if (rank === 1) break;
      }
    } catch {
      // Refused with its reason when it is imported.
    }
    ranked.push({ file: { ...file, index }, rank });
  }
  return ranked.sort((left, right) => left.rank - right.rank).map(({ file }) => file);
}

async function runFile(db: Db, ctx: Ctx, input: BatchInput, file: FileAt): Promise<FileRun> {
  const { dataDir, id, batch, kinds, unit, isTrial, skipUpdates } = input;
  const files = batch.hasPapers ? await openFileSource(papersPath(dataDir, id)) : undefined;
  await sql`savepoint one_file`.execute(db);
  try {
    const result = await importWorkbook(db, ctx, {
      ...{ file: workbookPath(dataDir, id, file.index), fileName: file.name, kinds, dataDir, files },
      ...{ isTrial, unit, skipUpdates, learned: new Map(Object.entries(file.learned)) },
    });
    const changes = await listChanges(db, ctx.keys, kinds, result.division.countyId, result.importId);
    return { file, result, changes, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sql`rollback to savepoint one_file`.execute(db);
    return { file, result: undefined, changes: [], refusal: { code: error.code, message: error.message } };
  } finally {
    await files?.close();
  }
}

/** Imports every file of a batch in the caller's transaction; a refused file does not stop the others. */
export async function runBatch(db: Db, ctx: Ctx, input: BatchInput): Promise<FileRun[]> {
  const runs = new Map<number, FileRun>();
  for (const file of await inUsefulOrder(input)) runs.set(file.index, await runFile(db, ctx, input, file));
  return input.batch.files.flatMap((_, index) => runs.get(index) ?? []);
}
