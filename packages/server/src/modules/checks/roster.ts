import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { mergedPerson } from '../registry/index.ts';
import type { RosterKind } from './roster-kinds.ts';
import { matchRoster, type Registered, type RosterMatch, type RosterRow } from './roster-match.ts';

export interface RosterPlace {
  readonly countyId: number;
  readonly divisionId: string;
  /** Townships whose roll is held against the list. */
  readonly divisionIds: readonly string[];
}

/** A list as it was read, ready to be held against the roll. */
export interface NewRoster {
  readonly kind: RosterKind;
  readonly fileName: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly rows: readonly RosterRow[];
  readonly rowCount: number;
  /** Rows with a cell that could not be read. */
  readonly refused: number;
}

/** Everybody with a row on the roll, by each registration that was merged into him too. */
async function registered(db: Db, { countyId, divisionIds }: RosterPlace): Promise<readonly Registered[]> {
  const { rows } = await sql<Registered>`select m.id as "personId", m.division_id as "divisionId", p.name,
      p.born_on as "bornOn", encode(p.identity_hash, 'hex') as hash
    from person p join person m on m.county_id = p.county_id
      and m.id = ${mergedPerson(sql`p.county_id`, sql`p.id`)}
    where p.county_id = ${countyId} and p.division_id = any(${divisionIds}::uuid[])
      and exists (select from spell s where s.county_id = p.county_id and s.person_id = p.id
        and s.voided_at is null)
    order by p.id`.execute(db);
  return rows;
}

/**
 * Holds a list of another office against the roll and keeps that it was done: kind, day, file, how many rows, and who
 * of the roll stands in it. Nobody is stopped by it, and of rows that name nobody of the roll only the number stays.
 * Answers the comparison's id.
 */
export async function compareRoster(db: Db, ctx: Ctx, place: RosterPlace, asked: NewRoster): Promise<string> {
  const hashes = asked.rows.map(({ identity }) =>
    identity === null ? null : ctx.keys.fingerprint(identity).toString('hex'),
  );
  const { matches, absent } = matchRoster(asked.rows, hashes, await registered(db, place));
  const count = (likeness: RosterMatch['likeness']) =>
    matches.filter((match) => match.likeness === likeness).length;
  const counts = { same: count('same'), like: count('like'), absent };
  const id = newId();
  await db
    .insertInto('roster')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, kind: asked.kind },
      ...{ file_name: asked.fileName, file_sha256: Buffer.from(asked.sha256, 'hex') },
      ...{ row_count: asked.rowCount, refused_count: asked.refused },
      ...{ same_count: counts.same, like_count: counts.like, absent_count: absent, ...stampOf(ctx) },
    })
    .execute();
  await keepHits(db, place.countyId, id, matches);
  const detail = { kind: asked.kind, rows: asked.rowCount, ...counts };
  await note(db, ctx, place, 'roster.compare', id, detail);
  return id;
}

const stampOf = (ctx: Ctx) => ({
  ...{ office_day: ctx.today, actor_id: ctx.actor.id, actor_name: ctx.actor.name },
  at: new Date(ctx.now).toISOString(),
});

const AT_ONCE = 2_000;

async function keepHits(db: Db, countyId: number, rosterId: string, matches: readonly RosterMatch[]) {
  for (let from = 0; from < matches.length; from += AT_ONCE) {
    const values = matches.slice(from, from + AT_ONCE).map((match) => ({
      ...{ county_id: countyId, roster_id: rosterId, person_id: match.personId, likeness: match.likeness },
      ...{ division_id: match.divisionId, source_sheet: match.sheet, source_row: match.row },
      on_day: match.onDay,
    }));
    await db.insertInto('roster_hit').values(values).execute();
  }
}

type Detail = Readonly<Record<string, string | number>>;

function note(db: Db, ctx: Ctx, place: RosterPlace, action: string, id: string, detail: Detail) {
  const { countyId, divisionId } = place;
  return recordEvent(db, ctx, {
    ...{ countyId, divisionId, action, recordKind: 'roster', recordId: id, detail },
  });
}

/**
 * Takes a comparison back that was made with the wrong list: it stays with the reason and counts no more. Refuses
 * `voided` the second time; a comparison of another office as not found.
 */
export async function voidRoster(
  db: Db,
  ctx: Ctx,
  place: RosterPlace,
  id: string,
  reason: string,
): Promise<void> {
  const { countyId, divisionId } = place;
  const { rows } = await sql<{ voided: boolean }>`select exists (select from roster_void v
      where v.county_id = r.county_id and v.roster_id = r.id) as voided
    from roster r where r.county_id = ${countyId} and r.division_id = ${divisionId} and r.id = ${id}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new NotFound();
  if (found.voided) refuse('voided', '这次比对已经作废了。');
  await db
    .insertInto('roster_void')
    .values({ county_id: countyId, roster_id: id, reason, ...stampOf(ctx) })
    .execute();
  await note(db, ctx, place, 'roster.void', id, {});
}
