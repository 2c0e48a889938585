import { type BackupSource, dailyBackup } from '../../platform/backup/index.ts';

export interface Daily {
  /** Waits for a backup that is being written. */
  stop(): Promise<void>;
}

const FIRST_MS = 20_000;
const EVERY_MS = 600_000;

/** Makes the day's backup while the server runs: soon after the start, and after every midnight. */
export function startDaily(source: BackupSource): Daily {
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const turn = () => {
    running = dailyBackup(source).finally(() => {
      if (!isStopped) timer = setTimeout(turn, EVERY_MS).unref();
    });
  };
  let timer = setTimeout(turn, FIRST_MS).unref();
  const stop = async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
  return { stop };
}
