import { guardWorkbook } from './guard.ts';
import { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import { readWorkbookHere, type Sheet } from './read.ts';
import { readWorkbookInWorker } from './readInWorker.ts';

/**
 * Reads a workbook sheet by sheet: small ones in this thread, those declaring more than `limits.inProcessBytes` in
 * a worker. The guard runs before either. Throws `WorkbookRefused`, also in the middle of the rows: what was read
 * before must not be kept.
 */
export async function* readWorkbook(
  file: string | Uint8Array,
  limits: WorkbookLimits = DEFAULT_WORKBOOK_LIMITS,
): AsyncGenerator<Sheet> {
  const entries = await guardWorkbook(file, limits);
  const declared = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  yield* declared > limits.inProcessBytes
    ? readWorkbookInWorker(file, limits)
    : readWorkbookHere(file, limits);
}
