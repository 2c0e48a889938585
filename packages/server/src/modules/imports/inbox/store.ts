import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Id, isId, newId } from '../../../kernel/ids.ts';
import { NotFound } from '../../../kernel/refusal.ts';

const wordsSchema = z.record(z.string(), z.record(z.string(), z.string()));
const fileSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  /** Spellings that count for this file: vocabulary → theirs → ours. */
  learned: wordsSchema,
});
const batchSchema = z.object({
  divisionId: z.string(),
  year: z.number().int(),
  files: z.array(fileSchema),
  /** A zip of papers dropped beside the workbooks. */
  hasPapers: z.boolean(),
});
export type StagedFile = z.infer<typeof fileSchema>;
export type StagedBatch = z.infer<typeof batchSchema>;

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Batches nobody confirmed are kept this long, so that leaving the page loses nothing. */
const KEPT_MS = 14 * 86_400_000;

const inboxOf = (dataDir: string) => join(dataDir, 'inbox');
const folderOf = (dataDir: string, batch: string) => join(inboxOf(dataDir), batch);

export const workbookPath = (dataDir: string, batch: string, index: number): string =>
  join(folderOf(dataDir, batch), `${index}.xlsx`);
export const papersPath = (dataDir: string, batch: string): string =>
  join(folderOf(dataDir, batch), 'papers.zip');

/** Keeps the dropped files; only their owner's programs may read them. */
export async function createBatch(
  dataDir: string,
  batch: StagedBatch,
  workbooks: readonly Upload[],
  papers: Upload | undefined,
): Promise<Id> {
  const id = newId();
  await forgetOld(dataDir);
  await mkdir(folderOf(dataDir, id), { recursive: true, mode: 0o700 });
  for (const [index, { bytes }] of workbooks.entries())
    await writeFile(workbookPath(dataDir, id, index), bytes, { mode: 0o600 });
  if (papers) await writeFile(papersPath(dataDir, id), papers.bytes, { mode: 0o600 });
  await saveBatch(dataDir, id, batch);
  return id;
}

/** 标红_名册.xlsx is 名册.xlsx put right. */
const ownName = (name: string) => name.replace(/^标红_/, '');

/** More workbooks for a batch; one dropped again under its name takes the place of the first, with what was taught. */
export async function addToBatch(
  dataDir: string,
  id: string,
  batch: StagedBatch,
  workbooks: readonly (Upload & { readonly sha256: string })[],
  papers: Upload | undefined,
): Promise<StagedBatch> {
  const files = [...batch.files];
  for (const { name, bytes, sha256 } of workbooks) {
    const same = files.findIndex((file) => ownName(file.name) === ownName(name));
    const index = same < 0 ? files.length : same;
    files[index] = { name: ownName(name), sha256, learned: files[index]?.learned ?? {} };
    await writeFile(workbookPath(dataDir, id, index), bytes, { mode: 0o600 });
  }
  if (papers) await writeFile(papersPath(dataDir, id), papers.bytes, { mode: 0o600 });
  const next = { ...batch, files, hasPapers: batch.hasPapers || papers !== undefined };
  await saveBatch(dataDir, id, next);
  return next;
}

export async function saveBatch(dataDir: string, id: string, batch: StagedBatch): Promise<void> {
  const file = join(folderOf(dataDir, id), 'batch.json');
  await writeFile(`${file}.new`, JSON.stringify(batch), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** A batch of this township. NotFound when there is none, or it is another's. */
export async function readBatch(dataDir: string, id: string, divisionId: string): Promise<StagedBatch> {
  const file = join(folderOf(dataDir, id), 'batch.json');
  if (!isId(id) || !existsSync(file)) throw new NotFound();
  const batch = batchSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  if (batch.divisionId !== divisionId) throw new NotFound();
  return batch;
}

export async function removeBatch(dataDir: string, id: string): Promise<void> {
  await rm(folderOf(dataDir, id), { recursive: true, force: true });
}

async function forgetOld(dataDir: string): Promise<void> {
  const names = await readdir(inboxOf(dataDir)).catch(() => []);
  for (const name of names.filter(isId)) {
    const info = await stat(folderOf(dataDir, name)).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > KEPT_MS) await removeBatch(dataDir, name);
  }
}
