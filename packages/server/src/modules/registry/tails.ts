import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';

interface Known {
  readonly seq: number;
  readonly tail: string;
}

interface TailIndex {
  readonly byId: Map<string, Known>;
  readonly byTail: Map<string, Set<string>>;
  lastId: string;
  /** Sum of the facts' sequence numbers: grows whenever somebody's facts change, his number among them. */
  seqSum: number;
}

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly sealed: Buffer | null;
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

export interface TailSearch {
  find(db: Db, keys: Keys, countyId: number, divisionIds: readonly string[], tail: string): Promise<string[]>;
}

/**
 * Finds persons by the last four digits of their number. The digits are never stored in clear: the candidates are
 * opened once, in memory, and kept there; later persons are added as they come (ids grow with time), and those whose
 * facts changed are opened again.
 */
export function tailSearch(): TailSearch {
  const townships = new Map<string, TailIndex>();
  return {
    async find(db, keys, countyId, divisionIds, tail) {
      const found: string[] = [];
      for (const divisionId of divisionIds) {
        const index = townships.get(divisionId) ?? emptyIndex();
        townships.set(divisionId, index);
        await extend(db, keys, { countyId, divisionId }, index);
        found.push(...(index.byTail.get(tail.toUpperCase()) ?? []));
      }
      return found;
    },
  };
}

function emptyIndex(): TailIndex {
  return { byId: new Map(), byTail: new Map(), lastId: NOWHERE, seqSum: 0 };
}

interface Township {
  readonly countyId: number;
  readonly divisionId: string;
}

async function extend(
  db: Db,
  keys: Keys,
  { countyId, divisionId }: Township,
  index: TailIndex,
): Promise<void> {
  const here = sql`p.county_id = ${countyId} and p.division_id = ${divisionId}`;
  const { rows: sums } = await sql<{
    sum: string;
    people: number;
  }>`select coalesce(sum(p.facts_seq), 0)::text as sum,
      count(*) filter (where p.id <= ${index.lastId})::int as people from person p where ${here}`.execute(db);
  const seqSum = Number(sums[0]?.sum ?? 0);
  // More people than known: a long import made its ids before a shorter command that was kept first.
  const isSame = seqSum === index.seqSum && sums[0]?.people === index.byId.size;
  const changed = isSame ? [] : await changedSince(db, here, index);
  const { rows: added } =
    await sql<Row>`select p.id, p.facts_seq::int as seq, p.identity_sealed as sealed from person p
    where ${here} and p.id > ${index.lastId} order by p.id`.execute(db);
  for (const row of [...changed, ...added]) keep(keys, index, row);
  index.lastId = added.at(-1)?.id ?? index.lastId;
  index.seqSum = seqSum;
}

async function changedSince(db: Db, here: ReturnType<typeof sql>, index: TailIndex): Promise<readonly Row[]> {
  const { rows: seqs } = await sql<{
    id: string;
    seq: number;
  }>`select p.id, p.facts_seq::int as seq from person p
    where ${here} and p.id <= ${index.lastId}`.execute(db);
  const ids = seqs.filter(({ id, seq }) => index.byId.get(id)?.seq !== seq).map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Row>`select p.id, p.facts_seq::int as seq, p.identity_sealed as sealed from person p
    where ${here} and p.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

function keep(keys: Keys, index: TailIndex, { id, seq, sealed }: Row): void {
  const old = index.byId.get(id);
  if (old) index.byTail.get(old.tail)?.delete(id);
  const tail = sealed ? keys.open(sealed).slice(-4) : '';
  index.byId.set(id, { seq, tail });
  if (tail === '') return;
  const same = index.byTail.get(tail) ?? new Set();
  index.byTail.set(tail, same.add(id));
}
