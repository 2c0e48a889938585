import type { Db } from '../../../kernel/db.ts';
import { listOf, z } from '../../../platform/http/index.ts';
import { sumOfCounts } from '../out/marked.ts';
import { findEarlierImport } from './log.ts';
import type { FileRun } from './run.ts';
import type { StagedBatch } from './store.ts';

const countsSchema = z.object({
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});

const issueSchema = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  reason: z.string(),
});

const sheetSchema = countsSchema.extend({
  name: z.string(),
  as: z.string().nullable(),
  state: z.enum(['read', 'header_lacks', 'unknown', 'left_out', 'empty']),
  /** What its name says it is, where its header lacks columns of it. */
  named: z.string().nullable(),
  missing: listOf(z.string()),
  candidates: listOf(z.string()),
  header: listOf(z.object({ theirs: z.string(), ours: z.string().nullable() })),
});

const changeSchema = z.object({
  key: z.string(),
  sheet: z.string(),
  row: z.number(),
  label: z.string(),
  isMoney: z.boolean(),
  cells: listOf(z.object({ header: z.string(), before: z.unknown(), after: z.unknown() })),
});

const fileSchema = z.object({
  index: z.number(),
  name: z.string(),
  sha256: z.string(),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The receipt of this very file, when it was imported before and still stands. */
  earlier: z.object({ number: z.string(), importedAt: z.string() }).nullable(),
  sheets: listOf(sheetSchema),
  errors: listOf(issueSchema),
  warnings: listOf(issueSchema),
  notes: listOf(z.object({ sheet: z.string(), column: z.string() })),
  changes: listOf(changeSchema),
});

const effectSchema = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

/** A batch as it would be, or was, imported. */
export const batchSchema = z
  .object({
    batch: z.string(),
    year: z.number(),
    totals: countsSchema,
    files: listOf(fileSchema),
    effects: listOf(effectSchema),
  })
  .openapi('ImportBatch');
export type BatchAnswer = z.input<typeof batchSchema>;

export const logSchema = listOf(
  z.object({
    id: z.string(),
    number: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    year: z.number(),
    sheets: z.record(z.string(), countsSchema),
    refused: z.number(),
    importedAt: z.string(),
    importedBy: z.string(),
    undone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  }),
);

export const receiptsSchema = z.object({
  receipts: listOf(
    z.object({ importId: z.string(), number: z.string(), file: z.string(), totals: countsSchema }),
  ),
});

/** Carries what a trial found out of the transaction that is rolled back with it. */
export class TrialError extends Error {
  readonly answer: BatchAnswer;
  constructor(answer: BatchAnswer) {
    super('the trial was rolled back');
    this.answer = answer;
  }
}

/** What the runs of a batch found, file by file in the order they were dropped. */
export async function answerBatch(
  db: Db,
  batch: { readonly id: string; readonly staged: StagedBatch; readonly countyId: number },
  runs: readonly FileRun[],
): Promise<Omit<BatchAnswer, 'effects' | 'year'>> {
  const { staged, countyId } = batch;
  const files = [];
  for (const [index, { file, result, changes, refusal }] of runs.entries()) {
    const earlier = await findEarlierImport(
      db,
      { countyId, divisionId: staged.divisionId },
      file.sha256,
      result?.importId,
    );
    files.push({
      ...{ index, name: file.name, sha256: file.sha256, refusal, changes },
      earlier,
      sheets: (result?.read ?? []).map(({ columns, lastHeaderRow, counts, ...sheet }) => ({
        ...sheet,
        ...counts,
      })),
      errors: result?.errors ?? [],
      warnings: result?.warnings ?? [],
      notes: result?.notes ?? [],
    });
  }
  const totals = sumOfCounts(files.flatMap((file) => file.sheets));
  return { batch: batch.id, totals, files };
}
