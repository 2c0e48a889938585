import { parentPort, workerData } from 'node:worker_threads';
import { makeKeys } from './keys.ts';
import { packSealed } from './seal-many.ts';

const { dataKey, hashKey } = workerData as { readonly dataKey: Uint8Array; readonly hashKey: Uint8Array };
const keys = makeKeys({ dataKey: Buffer.from(dataKey), hashKey: Buffer.from(hashKey) });

parentPort?.on('message', (plains: readonly string[]) => {
  const values = plains.map((plain) => ({
    sealed: keys.seal(plain).toString('hex'),
    hash: keys.fingerprint(plain).toString('hex'),
  }));
  parentPort?.postMessage(packSealed(values));
});
