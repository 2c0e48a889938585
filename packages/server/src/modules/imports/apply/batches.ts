const ROWS_A_BATCH = 500;
/** Batches being prepared while the one before them is used. */
const AHEAD = 3;

/** Prepares batches beside each other and uses them in order; memory holds a few batches, however many rows. */
export async function inBatches<T, P>(
  rows: AsyncIterable<T>,
  prepare: (batch: readonly T[]) => Promise<P>,
  use: (batch: readonly T[], prepared: P) => Promise<void>,
): Promise<void> {
  const pending: { batch: readonly T[]; prepared: Promise<P> }[] = [];
  const useFirst = async () => {
    const first = pending.shift();
    if (first) await use(first.batch, await first.prepared);
  };
  const start = async (batch: readonly T[]) => {
    const prepared = prepare(batch);
    // Awaited in its turn; until then a failure must not end the process.
    prepared.catch(() => {});
    pending.push({ batch, prepared });
    if (pending.length > AHEAD) await useFirst();
  };
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_A_BATCH) continue;
    await start(batch);
    batch = [];
  }
  if (batch.length > 0) await start(batch);
  while (pending.length > 0) await useFirst();
}
