import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../kernel/refusal.ts';
import { outageOf, type Work } from '../http/index.ts';
import { beginJob, failJob, finishJob, holdJob, type NewJob } from './job.ts';

type Write = <T>(work: Work<T>) => Promise<T>;

const TRIES = 30;
const BETWEEN_MS = 2_000;

/** Why a job was not done, for whoever looks at the list. */
export function causeWords(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return outageOf(error)?.message ?? '出错了，没有改动任何数据。请安全重跑一次；再不行，告诉管理员。';
}

/**
 * Runs work as a job: noted before it begins, done in one transaction together with its answer, and noted with its cause
 * when it fails. The same key again, at the same moment too, answers what it answered and does nothing.
 */
export async function runJob<T>(write: Write, job: NewJob, work: Work<T>): Promise<T> {
  await write((tx, ctx) => beginJob(tx, ctx, job));
  try {
    return await write(async (tx, ctx) => {
      const known = await holdJob(tx, job);
      if (known !== undefined) return known as T;
      const result = await work(tx, ctx);
      await finishJob(tx, job, result);
      return result;
    });
  } catch (error) {
    const noted = write((tx) => failJob(tx, job, causeWords(error)));
    await noted.catch(() => void noteLater(write, job, causeWords(error)));
    throw error;
  }
}

// The database is away, perhaps for a moment; whoever asked is not made to wait for it.
async function noteLater(write: Write, job: NewJob, cause: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await sleep(BETWEEN_MS, undefined, { ref: false });
    const isNoted = await write((tx) => failJob(tx, job, cause)).then(
      () => true,
      () => false,
    );
    if (isNoted) return;
  }
}
