import { sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
import type { Db } from '../../kernel/db.ts';

/**
 * Where the database stands for this transaction; the same answer twice means that nothing was written in between, by
 * any program. Undefined in a transaction that has written itself: what it sees no snapshot tells.
 */
export async function stateOf(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{
    state: string | null;
  }>`select case when pg_current_xact_id_if_assigned() is null
    then pg_current_snapshot()::text end as state ${kept}`.execute(db);
  return rows[0]?.state ?? undefined;
}

const MOST_REMEMBERED = 200;

/**
 * Remembers one answer a key for as long as nothing at all is written; otherwise it is worked out anew, once for all
 * who ask meanwhile.
 */
export function whileUnwritten<T>(): (db: Db, key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly state: string; readonly answer: Promise<T | undefined> }>();
  return async (db, key, work) => {
    const state = await stateOf(db);
    if (state === undefined) return work();
    const found = known.get(key);
    const shared = found?.state === state ? await found.answer : undefined;
    if (shared !== undefined) return shared;
    const answer = work();
    if (known.size >= MOST_REMEMBERED) known.clear();
    // Whose work failed tells it to himself alone; the others work it out themselves.
    known.set(key, { state, answer: answer.catch(() => undefined) });
    return answer;
  };
}
