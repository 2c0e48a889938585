import { parentPort, workerData } from 'node:worker_threads';
import { makeHexSealer } from './keys.ts';
import { type PlainBatch, packSealed, unpackPlains } from './seal-many.ts';

const { dataKey, hashKey } = workerData as { readonly dataKey: Uint8Array; readonly hashKey: Uint8Array };
const seal = makeHexSealer({ dataKey: Buffer.from(dataKey), hashKey: Buffer.from(hashKey) });

parentPort?.on('message', (batch: PlainBatch) => {
  parentPort?.postMessage(packSealed(unpackPlains(batch).map(seal)));
});
