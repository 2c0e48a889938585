import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type AuditLine, recordEvents } from './service.ts';

/** Keeps the log of opened persons for reads, which write nothing themselves. */
export interface Looks {
  /** Notes that a record was looked at; it stands in the log within a second. */
  note(ctx: Ctx, line: AuditLine): void;
  /** Writes what is still waiting: before a stop. */
  flush(): Promise<void>;
}

const WAIT_MS = 900;

/**
 * Collects looks and writes them in one statement a second at most. Unmasking and exports do not come here: they
 * are written before the answer. `onError` hears of a batch that could not be written; it is tried again.
 */
export function openLooks(db: Db, onError: (error: unknown) => void): Looks {
  let waiting: { readonly ctx: Ctx; readonly line: AuditLine }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    await recordEvents(db, batch).catch((error: unknown) => {
      waiting = [...batch, ...waiting];
      throw error;
    });
  };
  const note: Looks['note'] = (ctx, line) => {
    waiting.push({ ctx, line });
    timer ??= setTimeout(() => flush().catch(onError), WAIT_MS);
  };
  return { note, flush };
}
