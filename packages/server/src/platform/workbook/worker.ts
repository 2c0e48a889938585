import { parentPort, workerData } from 'node:worker_threads';
import { packRows } from './batch.ts';
import type { Row } from './cell.ts';
import { readWorkbookHere } from './read.ts';
import { WorkbookRefused } from './refusal.ts';
import type { WorkerInput, WorkerReply, WorkerRequest } from './workerMessages.ts';

const BATCH_ROWS = 500;
const NO_ROWS: AsyncIterator<Row> = { next: async () => ({ done: true, value: undefined }) };

const { file, limits } = workerData as WorkerInput;
const sheets = readWorkbookHere(file, limits);
let rows = NO_ROWS;
let turn = Promise.resolve();

parentPort?.on('message', (request: WorkerRequest) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(request).catch(failure)));
});

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  return request === 'sheet' ? nextSheet() : nextRows();
}

async function nextSheet(): Promise<WorkerReply> {
  rows = NO_ROWS;
  const { value, done } = await sheets.next();
  if (done) return { kind: 'end' };
  rows = value.rows[Symbol.asyncIterator]();
  const { name, hidden, tabs, head, merges } = value;
  return { kind: 'sheet', name, hidden, tabs, head, merges };
}

async function nextRows(): Promise<WorkerReply> {
  const taken: Row[] = [];
  while (taken.length < BATCH_ROWS) {
    const { value, done } = await rows.next();
    if (done) break;
    taken.push(value);
  }
  return taken.length === 0 ? { kind: 'end' } : { kind: 'rows', batch: packRows(taken) };
}

function failure(error: unknown): WorkerReply {
  if (error instanceof WorkbookRefused) return { kind: 'refused', code: error.code, message: error.message };
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
