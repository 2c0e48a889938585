import { Worker } from 'node:worker_threads';
import { unpackRows } from './batch.ts';
import type { Row } from './cell.ts';
import type { WorkbookLimits } from './limits.ts';
import type { Sheet } from './read.ts';
import { tooLarge, WorkbookRefused } from './refusal.ts';
import type { WorkerInput, WorkerReply, WorkerRequest } from './workerMessages.ts';

/** Row requests under way, so that the worker reads on while the rows are used. */
const AHEAD = 3;

type Ask = (request: WorkerRequest) => Promise<WorkerReply>;

/** As `readWorkbookHere`, in a thread of its own whose heap is bounded by `limits.workerHeapMb`. */
export async function* readWorkbookInWorker(
  file: string | Uint8Array,
  limits: WorkbookLimits,
): AsyncGenerator<Sheet> {
  const workerData: WorkerInput = { file, limits };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMb, maxYoungGenerationSizeMb: 32 },
  });
  const ask = createAsk(worker);
  try {
    for (let reply = await ask('sheet'); reply.kind === 'sheet'; reply = await ask('sheet')) {
      const { name, hidden, tabs, head, merges } = reply;
      const rows = readRows(ask);
      yield { name, hidden, tabs, head, merges, rows };
      await rows.return(undefined);
    }
  } finally {
    await worker.terminate();
  }
}

async function* readRows(ask: Ask): AsyncGenerator<Row> {
  const pending = Array.from({ length: AHEAD }, () => ask('rows'));
  try {
    for (let next = pending.shift(); next; next = pending.shift()) {
      const reply = await next;
      if (reply.kind !== 'rows') return;
      pending.push(ask('rows'));
      yield* unpackRows(reply.batch);
    }
  } finally {
    await Promise.allSettled(pending);
  }
}

interface Waiting {
  resolve(reply: WorkerReply): void;
  reject(error: Error): void;
}

function createAsk(worker: Worker): Ask {
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  const breakDown = (error: Error) => {
    broken ??= readable(error);
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.on('message', (reply: WorkerReply) => {
    const asked = waiting.shift();
    if (reply.kind === 'refused') asked?.reject(new WorkbookRefused(reply.code, reply.message));
    else if (reply.kind === 'failed') asked?.reject(new Error(reply.message));
    else asked?.resolve(reply);
  });
  worker.on('error', breakDown);
  worker.on('exit', () => breakDown(new Error('the reading thread ended')));
  return (request) => {
    if (broken) return Promise.reject(broken);
    const reply = new Promise<WorkerReply>((resolve, reject) => waiting.push({ resolve, reject }));
    // A refusal is thrown where the reply is awaited; replies asked for ahead may never be.
    reply.catch(() => {});
    worker.postMessage(request);
    return reply;
  };
}

function readable(error: Error): Error {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? tooLarge('内存放不下') : error;
}
