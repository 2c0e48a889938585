import { sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';

/**
 * Tables filled in this very transaction have no statistics yet, and the application's role may not analyse them: the
 * planner takes them for empty and walks the whole township once a row (36 s for 20,000 people). Everything an import
 * writes is set-based, so joins by hash are right for all of it. Until the transaction ends.
 */
export async function preferHashJoins(db: Db): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db);
}
