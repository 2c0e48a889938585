import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';

interface TailIndex {
  readonly byTail: Map<string, string[]>;
  lastId: string;
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

export interface TailSearch {
  find(db: Db, keys: Keys, countyId: number, divisionIds: readonly string[], tail: string): Promise<string[]>;
}

/**
 * Finds persons by the last four digits of their number. The digits are never stored in clear: the candidates are
 * opened once, in memory, and kept there; later persons are added as they come (ids grow with time).
 */
export function tailSearch(): TailSearch {
  const townships = new Map<string, TailIndex>();
  return {
    async find(db, keys, countyId, divisionIds, tail) {
      const found: string[] = [];
      for (const divisionId of divisionIds) {
        const index = townships.get(divisionId) ?? { byTail: new Map(), lastId: NOWHERE };
        townships.set(divisionId, index);
        await extend(db, keys, countyId, divisionId, index);
        found.push(...(index.byTail.get(tail.toUpperCase()) ?? []));
      }
      return found;
    },
  };
}

async function extend(
  db: Db,
  keys: Keys,
  countyId: number,
  divisionId: string,
  index: TailIndex,
): Promise<void> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'identity_sealed'])
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .where('id', '>', index.lastId)
    .orderBy('id')
    .execute();
  for (const { id, identity_sealed: sealed } of rows) {
    index.lastId = id;
    if (sealed) push(index.byTail, keys.open(sealed).slice(-4), id);
  }
}

function push(map: Map<string, string[]>, tail: string, id: string): void {
  const list = map.get(tail);
  if (list) list.push(id);
  else map.set(tail, [id]);
}
