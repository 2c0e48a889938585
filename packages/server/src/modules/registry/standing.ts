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

/** Remembers one answer a key for as long as nothing at all is written; otherwise it is worked out anew. */
export function whileUnwritten<T>(): (db: Db, key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly state: string; readonly answer: T }>();
  return async (db, key, work) => {
    const state = await stateOf(db);
    const found = known.get(key);
    if (state !== undefined && found?.state === state) return found.answer;
    const answer = await work();
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (state !== undefined) known.set(key, { state, answer });
    return answer;
  };
}
