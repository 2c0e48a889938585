import { type RawBuilder, sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
import type { Db } from '../../kernel/db.ts';
import { whileUnwritten } from './standing.ts';

export interface Neighbours {
  readonly position: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
}

interface Standing {
  readonly id: string;
  readonly namePinyin: string;
  readonly villageId: string | null;
}

interface Village {
  readonly villageId: string | null;
  readonly people: number;
}

type Township = Readonly<Record<'countyId', number> & Record<'divisionId', string>>;

const at = ({ countyId, divisionId }: Township) =>
  sql`p.county_id = ${countyId} and p.division_id = ${divisionId}`;

async function standingOf(db: Db, town: Township, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select p.id, p.name_pinyin as "namePinyin", p.village_id as "villageId"
    from person p where ${at(town)} and p.id = ${id} ${kept}`.execute(db);
  return rows[0];
}

/** How many live in each village, by the villages' names; those without one last. */
async function villagesOf(db: Db, town: Township): Promise<readonly Village[]> {
  const { rows } = await sql<Village>`select z.village_id as "villageId", z.people::int from
      (select p.village_id, count(*) as people from person p where ${at(town)} group by 1) z
    left join village v on v.county_id = ${town.countyId} and v.id = z.village_id
    order by v.name nulls last, z.village_id`.execute(db);
  return rows;
}

/** The whole township is counted for this; leafing from one person to the next writes nothing. */
const villagesKept = whileUnwritten<readonly Village[]>();

const sum = (villages: readonly Village[]) => villages.reduce((total, { people }) => total + people, 0);

const UP = sql`p.name_pinyin, p.id`;
const DOWN = sql`p.name_pinyin desc, p.id desc`;

/** SQL: the first or last of a village, or who comes right after or before somebody in his own. */
function one(
  town: Township,
  { villageId }: Pick<Village, 'villageId'>,
  order: RawBuilder<unknown>,
  beyond = sql`true`,
) {
  const village = villageId === null ? sql`p.village_id is null` : sql`p.village_id = ${villageId}`;
  return sql`(select p.id from person p where ${at(town)} and ${village} and ${beyond} order by ${order} limit 1)`;
}

/**
 * The person's place in the township's list by village and name, and who stands before and after him. Goes along
 * person_order, village by village, so that it costs little more in a large township.
 */
export async function neighboursOf(
  db: Db,
  countyId: number,
  divisionId: string,
  id: string,
): Promise<Neighbours | undefined> {
  const town = { countyId, divisionId };
  const me = await standingOf(db, town, id);
  if (!me) return undefined;
  const villages = await villagesKept(db, `${countyId}/${divisionId}`, () => villagesOf(db, town));
  const own = villages.findIndex(({ villageId }) => villageId === me.villageId);
  const [earlier, later] = [villages[own - 1], villages[own + 1]];
  const before = sql`(p.name_pinyin, p.id) < (${me.namePinyin}, ${me.id}::uuid)`;
  const after = sql`(p.name_pinyin, p.id) > (${me.namePinyin}, ${me.id}::uuid)`;
  const here = me.villageId === null ? sql`p.village_id is null` : sql`p.village_id = ${me.villageId}`;
  const { rows } = await sql<Pick<Neighbours, 'previous' | 'next'> & { before: number }>`select
      (select count(*) from person p where ${at(town)} and ${here} and ${before})::int as before,
      coalesce(${one(town, me, DOWN, before)}, ${earlier ? one(town, earlier, DOWN) : sql`null`}) as previous,
      coalesce(${one(town, me, UP, after)}, ${later ? one(town, later, UP) : sql`null`}) as next ${kept}`.execute(
    db,
  );
  const found = rows[0];
  const position = 1 + sum(villages.slice(0, own)) + (found?.before ?? 0);
  return { position, count: sum(villages), previous: found?.previous ?? null, next: found?.next ?? null };
}
