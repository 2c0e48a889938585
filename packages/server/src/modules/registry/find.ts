import { normaliseIdentity, parseIdentity } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { tailSearch } from './tails.ts';

const tails = tailSearch();

export interface PeoplePlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/**
 * SQL condition on `p` for what somebody typed: a whole identity number (exact, by fingerprint), four digits (the
 * tail of the number), letters (pinyin initials or the beginning of the pinyin), otherwise a part of the name.
 */
export async function matchesPerson(
  db: Db,
  keys: Keys,
  place: PeoplePlace,
  typed: string,
): Promise<RawBuilder<boolean>> {
  const text = typed.trim();
  const identity = parseIdentity(text);
  if (typeof identity === 'string') return sql`p.identity_hash = ${keys.fingerprint(identity)}`;
  if (/^\d{3}[\dxX]$/.test(text)) {
    const ids = await tails.find(db, keys, place.countyId, place.divisionIds, text);
    return sql`p.id = any(${ids}::uuid[])`;
  }
  if (/^[a-zA-Z]+$/.test(text)) {
    const letters = text.toLowerCase();
    const initial = begins(sql`p.name_initials`, letters.slice(0, 1));
    return sql`(${begins(sql`p.name_initials`, letters)} or (${initial} and ${begins(sql`p.name_pinyin`, letters)}))`;
  }
  return nameHolds(text);
}

const LAST_CHARACTER = '\u{10FFFF}';

const begins = (column: RawBuilder<unknown>, text: string) =>
  sql`(${column} ~>=~ ${text} and ${column} ~<~ ${text + LAST_CHARACTER})`;

/**
 * The part of a name somebody typed, mostly two characters. Where it begins is looked up for the first three places
 * (person_twin, person_name_second, person_name_third); longer names are few and gone through.
 */
function nameHolds(text: string): RawBuilder<boolean> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${begins(sql`p.name`, text)} or ${begins(sql`substr(p.name, 2)`, text)}
    or ${begins(sql`substr(p.name, 3)`, text)} or (char_length(p.name) > 3 and p.name like ${pattern}))`;
}

/** Looks for the person of a number in one township, so that a number is never entered twice. */
export async function findByIdentity(
  db: Db,
  keys: Keys,
  countyId: number,
  divisionId: string,
  typed: string,
) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'sex', 'born_on'])
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .where('identity_hash', '=', keys.fingerprint(normaliseIdentity(typed)))
    .executeTakeFirst();
}
