import type { Db } from '../../../kernel/db.ts';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import type { BareCall, Place, z } from '../../../platform/http/index.ts';
import { findJob, runJob } from '../../../platform/jobs/index.ts';
import { getDivisionById } from '../../divisions/index.ts';
import type { Unit } from '../apply/unit.ts';
import { sumOfCounts } from '../out/marked.ts';
import type { receiptsSchema } from './answer.ts';
import { type FileRun, runBatch } from './run.ts';
import { readBatch, removeBatch, type StagedBatch } from './store.ts';

interface ConfirmDeps {
  readonly dataDir: string;
  readonly kinds: readonly KindDef[];
}

/** Whoever imports: who, where, and how he reads and writes. */
export type AnyCall = Pick<BareCall<undefined, undefined, undefined>, 'ctx' | 'place' | 'read' | 'write'>;

/** Whose files these are when they do not say so themselves: the township the office is working in. */
async function unitOfPlace(tx: Db, place: Place, year: number): Promise<Unit> {
  const { code, name } = await getDivisionById(tx, place.countyId, place.divisionId);
  return { code, name, parentName: null, year, population: null, villageCount: null };
}

/** A file of another township has no business here: its rows would silently land there. */
function requireOwn(place: Place, runs: readonly FileRun[]): void {
  const foreign = runs.find(({ result }) => result && result.division.id !== place.divisionId);
  if (!foreign?.result) return;
  const { name } = foreign.result.division;
  refuse('other_township', `「${foreign.file.name}」是${name}的台账。请先切换到${name}再导入。`);
}

/** The import of a batch in the caller's transaction, on trial or for good. */
export function batchWork(
  deps: ConfirmDeps,
  { ctx, place }: Pick<AnyCall, 'ctx' | 'place'>,
  id: string,
  staged: StagedBatch,
) {
  const { dataDir, kinds } = deps;
  return async (tx: Db, isTrial: boolean, skipUpdates: readonly string[]) => {
    const unit = await unitOfPlace(tx, place, staged.year);
    const runs = await runBatch(tx, ctx, { dataDir, id, batch: staged, kinds, unit, isTrial, skipUpdates });
    requireOwn(place, runs);
    return runs;
  };
}

/** Importing a dropped batch, as it stands in the list of jobs. */
export const IMPORT_JOB = 'import';
type Receipts = z.input<typeof receiptsSchema>;

const receiptsOf = (runs: readonly FileRun[]): Receipts => ({
  receipts: runs.flatMap(({ file, result }) =>
    result
      ? [
          {
            ...{ importId: result.importId, number: result.number, file: file.name },
            totals: sumOfCounts(Object.values(result.sheets)),
          },
        ]
      : [],
  ),
});

/** The files of a batch that was begun once; refuses `files_gone` where the inbox has forgotten them. */
function keptFiles(dataDir: string, batch: string, divisionId: string): Promise<StagedBatch> {
  return readBatch(dataDir, batch, divisionId).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return refuse('files_gone', '当时的文件已经不在收件夹里了（只留 14 天），请把文件重新拖进来导入。');
  });
}

/**
 * Imports a dropped batch as a job, once: confirmed again it answers the receipts it gave. Its files stay in the inbox
 * until it is done, so that what was cut off can be run again.
 */
export async function importAsJob(
  deps: ConfirmDeps,
  call: Pick<AnyCall, 'ctx' | 'place' | 'read' | 'write'>,
  batch: string,
  skipUpdates: readonly string[],
): Promise<Receipts> {
  const { countyId, divisionId } = call.place;
  const known = await call.read((tx) => findJob(tx, { countyId, divisionIds: [divisionId] }, batch));
  if (known === undefined) await readBatch(deps.dataDir, batch, divisionId);
  const job = { countyId, divisionId, id: batch, kind: IMPORT_JOB, payload: { skipUpdates } };
  const answer = await runJob(call.write, job, async (tx) => {
    const staged = await keptFiles(deps.dataDir, batch, divisionId);
    return receiptsOf(await batchWork(deps, call, batch, staged)(tx, false, skipUpdates));
  });
  await removeBatch(deps.dataDir, batch);
  return answer;
}
