import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { type ApiRoute, daySchema, idSchema, readRoute, z } from '../../platform/http/index.ts';
import { papersOf } from '../archive/index.ts';
import { registrationsOf } from '../registry/index.ts';
import { type ConscriptFamily, findConscripts } from './conscripts.ts';
import type { RollPerson } from './facts.ts';
import { findOnRoll, type RollPlace, rollPlaceOf } from './roll.ts';
import { factsSchema } from './schemas.ts';

/** Rights of a person with the row of the roll each was read from and its papers. */
async function rightsOf(tx: Db, countyId: number, person: RollPerson) {
  const rights = [];
  for (const { category, rows } of person.rights) {
    const told = [];
    for (const row of rows) {
      const papers = await papersOf(tx, countyId, 'spell', row.spell_id);
      const { source_sheet: sheet, source_row: at } = row;
      const source = sheet === null || at === null ? null : { sheet, row: at };
      told.push({ spellId: row.spell_id, source, papers: papers.map(({ id, title }) => ({ id, title })) });
    }
    rights.push({ category, rows: told });
  }
  return rights;
}

/** The soldiers for whom this person draws the families' allowance, each with the facts of his service. */
const familiesOf = (families: readonly ConscriptFamily[]) =>
  families.map(({ soldier, source, plain }) => ({ soldier, source, plain }));

const NO_FACTS = { born: null, died: null, deathCause: null, rights: [] };

/** The facts about somebody of the roll, or about whoever draws only for soldiers; refused where he is neither. */
export async function factsAt(tx: Db, roll: RollPlace, id: string, knownOn?: string) {
  const ids = await registrationsOf(tx, roll.countyId, id);
  const person = await findOnRoll(tx, roll, ids, knownOn);
  const found = await findConscripts(tx, roll, ids);
  const [first] = found;
  const families = familiesOf(found);
  if (person !== undefined) {
    const rights = await rightsOf(tx, roll.countyId, person);
    return { id: person.id, name: person.name, plain: person.plain, rights, families };
  }
  if (first === undefined) throw new NotFound();
  return { id, name: first.name, plain: { ...NO_FACTS, region: first.plain.region }, rights: [], families };
}

/** What the engine asks about a person, so that a browser computes and explains the same. */
export function factsRoute(): ApiRoute {
  return readRoute(
    {
      path: '/people/{id}/facts',
      summary: 'The facts about a person that the law asks for, with their rows and papers',
      needs: 'people.read',
      params: z.object({ id: idSchema }),
      // As the roll was known at the end of that day.
      query: z.object({ knownOn: daySchema.optional() }),
      answer: factsSchema,
    },
    async ({ tx, place, params, query }) =>
      factsAt(tx, await rollPlaceOf(tx, place), params.id, query.knownOn),
  );
}
