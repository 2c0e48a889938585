const ROWS_A_BATCH = 500;

/** What `read` makes of the rows, in batches; memory holds one of them, however many rows. */
export async function* inBatches<R, T>(
  rows: AsyncIterable<R>,
  read: (row: R) => T | undefined,
): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    const taken = read(row);
    if (taken !== undefined) batch.push(taken);
    if (batch.length < ROWS_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
