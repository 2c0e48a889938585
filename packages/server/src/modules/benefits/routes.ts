import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  daySchema,
  idSchema,
  listOf,
  monthSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { registrationsOf } from '../registry/index.ts';
import { lawOf } from '../standards/index.ts';
import { comingRoute } from './coming-route.ts';
import { conscriptAwardRoute } from './conscript-award-route.ts';
import { answersOf, dueOf } from './due.ts';
import { effectRoute } from './effect-routes.ts';
import type { RollPerson } from './facts.ts';
import { factsRoute } from './facts-route.ts';
import { openRoutes } from './open-route.ts';
import { raiseRoute } from './raise-route.ts';
import { findOnRoll, peopleOnRoll, rollPlaceOf } from './roll.ts';
import { duePersonSchema } from './schemas.ts';

const MOST_MONTHS = 50 * 12;

function raise(): never {
  throw new NotFound();
}

async function personAt(tx: Db, place: Place, id: string, knownOn?: string): Promise<RollPerson> {
  const ids = await registrationsOf(tx, place.countyId, id);
  return (await findOnRoll(tx, await rollPlaceOf(tx, place), ids, knownOn)) ?? raise();
}

const personParams = z.object({ id: idSchema });
/** `knownOn`: as law and roll were known at the end of that day. */
const known = { knownOn: daySchema.optional() };

function dueRoute(): ApiRoute {
  return readRoute(
    {
      path: '/people/{id}/due',
      summary: 'What the law gives a person month by month',
      needs: 'people.read',
      params: personParams,
      query: z.object({ from: monthSchema, to: monthSchema, ...known }),
      answer: z.object({ lawHash: z.string(), person: duePersonSchema }),
    },
    async ({ tx, ctx, place, params, query: { from, to, knownOn } }) => {
      if (to < from || to - from >= MOST_MONTHS) refuse('months_invalid', '月份不对，最多看 50 年。');
      const law = await lawOf(tx, place, { knownOn });
      const person = await personAt(tx, place, params.id, knownOn);
      return { lawHash: law.hash, person: dueOf(person, law, ctx.keys, { from, to }) };
    },
  );
}

const MOST_ASKED = 500;

function amountsRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/due/amounts',
      summary: 'What is due to several people in one month, for lists',
      needs: 'people.read',
      body: z.object({ month: monthSchema, ids: z.array(idSchema).max(MOST_ASKED) }),
      answer: z.object({
        amounts: listOf(
          z.object({ id: z.string(), fen: z.number(), isUnknown: z.boolean(), derived: z.boolean() }),
        ),
      }),
    },
    async ({ tx, place, body: { month, ids } }) => {
      const law = await lawOf(tx, place);
      const people = await peopleOnRoll(tx, await rollPlaceOf(tx, place), ids);
      const amounts = people.map((person) => {
        const answers = answersOf(person, law, { from: month, to: month });
        return {
          id: person.id,
          fen: answers.reduce((sum, { fen }) => sum + fen, 0),
          isUnknown: answers.some(({ outcome }) => outcome.kind === 'unknown'),
          derived: answers.some(({ outcome }) => outcome.kind === 'due' && outcome.derived),
        };
      });
      return { amounts };
    },
  );
}

export const benefitRoutes = (): readonly ApiRoute[] => [
  ...openRoutes,
  raiseRoute,
  dueRoute(),
  factsRoute(),
  amountsRoute(),
  comingRoute(),
  effectRoute(),
  conscriptAwardRoute(),
];
