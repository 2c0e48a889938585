import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, shanghaiDay } from '@shuangyong/values';

/** A value that may stand in the log. Names, identity numbers, accounts and phones never do. */
export type LogValue = string | number | boolean | null;

export interface Log {
  /** Writes one line: when, what happened, and plain facts about it. A disk without room loses the line, no more. */
  write(event: string, facts?: Readonly<Record<string, LogValue>>): void;
}

const KEPT_DAYS = 30;

/** One JSON-lines file a day (`2026-03-01.jsonl`, days of Asia/Shanghai); files older than 30 days are removed. */
export function openLog(folder: string, now: () => number = Date.now): Log {
  let today: Day | undefined;
  return {
    write(event, facts = {}) {
      const at = now();
      const day = shanghaiDay(at);
      if (day !== today) removeOld(folder, day);
      today = day;
      const line = JSON.stringify({ at: new Date(at).toISOString(), event, ...facts });
      append(join(folder, `${day}.jsonl`), `${line}\n`);
    },
  };
}

// What is logged has happened already: no command may fail, and no program end, because it cannot be noted.
function append(file: string, line: string): void {
  try {
    appendFileSync(file, line, { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
  }
}

function removeOld(folder: string, today: Day): void {
  const oldest = addDays(today, -KEPT_DAYS);
  for (const name of readdirSync(folder)) {
    const day = /^(?:postgres-)?(\d{4}-\d{2}-\d{2})\.(?:jsonl|log)$/.exec(name)?.[1];
    if (day !== undefined && day < oldest) rmSync(join(folder, name));
  }
}
