import { Worker } from 'node:worker_threads';
import type { SealedValue } from '../../kernel/context.ts';
import type { KeyPair } from './keys.ts';

/** Fewer values than this are done at once: a message to the thread costs more. */
const WORTH_A_MESSAGE = 200;
/** The thread ends when nothing was asked of it for so long. */
const IDLE_MS = 2_000;

interface Waiting {
  resolve(values: readonly SealedValue[]): void;
  reject(error: Error): void;
}

interface SealThread {
  ask(plains: readonly string[]): Promise<readonly SealedValue[]>;
}

function startThread(keys: KeyPair, onEnd: () => void): SealThread {
  const worker = new Worker(new URL('./seal-worker.ts', import.meta.url), { workerData: keys });
  const waiting: Waiting[] = [];
  let idle: NodeJS.Timeout | undefined;
  const fail = (error: Error) => {
    onEnd();
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const rest = () => {
    // While nobody waits the thread must not keep the program alive.
    worker.unref();
    idle = setTimeout(() => {
      onEnd();
      worker.terminate();
    }, IDLE_MS).unref();
  };
  worker.on('message', (text: string) => {
    waiting.shift()?.resolve(unpackSealed(text));
    if (waiting.length === 0) rest();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the sealing thread ended')));
  return {
    ask: (plains) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        worker.ref();
        waiting.push({ resolve, reject });
        worker.postMessage(packPlains(plains));
      }),
  };
}

/** Values one after another, and where each ends. */
export interface PlainBatch {
  readonly text: string;
  readonly ends: Uint32Array;
}

function packPlains(plains: readonly string[]): PlainBatch {
  const ends = new Uint32Array(plains.length);
  let end = 0;
  for (const [index, plain] of plains.entries()) {
    end += plain.length;
    ends[index] = end;
  }
  return { text: plains.join(''), ends };
}

export function unpackPlains({ text, ends }: PlainBatch): string[] {
  return Array.from(ends, (end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
}

/** One text crosses between threads many times faster than many small objects. */
export function packSealed(values: readonly SealedValue[]): string {
  return values.map(({ sealed, hash }) => `${sealed},${hash}`).join(';');
}

function unpackSealed(text: string): readonly SealedValue[] {
  return text.split(';').map((value) => {
    const comma = value.indexOf(',');
    return { sealed: value.slice(0, comma), hash: value.slice(comma + 1) };
  });
}

/** Seals batches: small ones here, large ones in a thread of their own that lives only while it is used. */
export function createManySealer(
  keys: KeyPair,
  sealOne: (plain: string) => SealedValue,
): (plains: readonly string[]) => Promise<readonly SealedValue[]> {
  let thread: SealThread | undefined;
  const open = () => {
    const own = startThread(keys, () => {
      if (thread === own) thread = undefined;
    });
    return own;
  };
  return async (plains) => {
    if (plains.length < WORTH_A_MESSAGE) return plains.map(sealOne);
    thread ??= open();
    return thread.ask(plains);
  };
}
