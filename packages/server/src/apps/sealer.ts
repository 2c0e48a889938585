import { sealEvents } from '../modules/audit/index.ts';
import type { AppRuntime } from './runtime.ts';

export interface Sealer {
  /** Seals what is there and ends. */
  stop(): Promise<void>;
}

const EVERY_MS = 400;
const LOOK_BACK_MS = 3_600_000;
const FULL_EVERY_MS = 600_000;

/** Seals every line not yet sealed, once: what a command leaves behind. */
export function sealOnce({ db }: Pick<AppRuntime, 'db'>, since?: string): Promise<number> {
  return db.transaction().execute((tx) => sealEvents(tx, since));
}

/**
 * Seals the log while the server runs. Mostly it looks at the last hour only; every ten minutes at all of it, for a
 * machine whose clock was set back.
 */
export function startSealer(runtime: AppRuntime): Sealer {
  let fullAt = 0;
  let isStopped = false;
  const turn = async () => {
    const isFull = Date.now() >= fullAt;
    if (isFull) fullAt = Date.now() + FULL_EVERY_MS;
    await sealOnce(runtime, isFull ? undefined : new Date(Date.now() - LOOK_BACK_MS).toISOString());
  };
  const run = async () => {
    await turn().catch(() => runtime.log.write('seal_failed'));
    if (!isStopped) timer = setTimeout(() => (running = run()), EVERY_MS);
  };
  let timer: NodeJS.Timeout | undefined;
  let running = run();
  const stop = async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
    await sealOnce(runtime);
  };
  return { stop };
}
