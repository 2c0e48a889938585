import { identityBirthDay, identitySex, parseIdentity } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { TimelineSource } from '../../platform/contract/person.ts';
import {
  type ApiRoute,
  daySchema,
  idSchema,
  listOf,
  type Place,
  pageQuery,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { recordEvent } from '../audit/index.ts';
import { waitingChanges, waitingCount } from './change-list.ts';
import { changeRoutes, type SettleChange } from './change-routes.ts';
import { duplicateRoutes } from './duplicate-routes.ts';
import { suspectedCount } from './duplicates.ts';
import type { MeasureRoll } from './effects.ts';
import { eventRoutes } from './event-routes.ts';
import { findByIdentity } from './find.ts';
import { listPeople, type PeopleColumns, type PeopleQuery } from './list.ts';
import { findPerson, type PersonCard, registrationsOf } from './person.ts';
import { openHolds, positionOf, revealField } from './queries.ts';
import { listedSchema, personSchema, tabsSchema } from './schemas.ts';
import { scopeOf } from './scope.ts';

export interface PeopleDeps {
  readonly columns: PeopleColumns;
  readonly timelines: readonly TimelineSource[];
  /** Notes that somebody opened a person's page; written to the log within a second. */
  readonly noteLook: (ctx: Ctx, place: Place, personId: string) => void;
  readonly measure: MeasureRoll;
  /** Posts what an accepted change does to money. */
  readonly settle: SettleChange;
}

const listQuery = pageQuery.extend({
  tab: z.enum(['key', 'family', 'other', 'stopped', 'all']).default('key'),
  q: z.string().max(60).optional(),
  village: z.string().max(100).optional(),
  category: z.string().max(40).optional(),
  state: z.string().max(10).optional(),
  missing: z.enum(['yes']).optional(),
  asOf: daySchema.optional(),
});

function raise(): never {
  throw new NotFound();
}

async function timelineOf(tx: Db, deps: PeopleDeps, countyId: number, ids: readonly string[]) {
  const parts = await Promise.all(deps.timelines.map((source) => source(tx, { countyId, personIds: ids })));
  return parts.flat().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function listRoute(deps: PeopleDeps): ApiRoute {
  return readRoute(
    {
      path: '/people',
      summary: 'People of the roll by tab and filter',
      needs: 'people.read',
      query: listQuery,
      answer: z.object({ total: z.number(), tabs: tabsSchema, rows: listOf(listedSchema) }),
    },
    async ({ tx, ctx, place, query }) => {
      const scope = await scopeOf(tx, place);
      const asked: PeopleQuery = {
        ...query,
        ...scope,
        asOf: query.asOf ?? ctx.today,
        missing: query.missing === 'yes',
      };
      const { counts, rows } = await listPeople(tx, ctx.keys, asked, deps.columns);
      const duplicates = await suspectedCount(tx, scope);
      const changes = await waitingCount(tx, scope);
      return { total: counts[query.tab], tabs: { ...counts, duplicates, changes }, rows };
    },
  );
}

async function personPage(
  tx: Db,
  ctx: Ctx,
  deps: PeopleDeps,
  place: Place,
  card: PersonCard,
  asOf: PeopleQuery['asOf'],
) {
  const scope = { countyId: place.countyId, divisionIds: [card.divisionId] };
  const asked = { ...scope, divisionId: card.divisionId, asOf, tab: 'all' as const, offset: 0, limit: 1 };
  const listed = await positionOf(tx, ctx.keys, asked, deps.columns, card.id);
  const ids = await registrationsOf(tx, place.countyId, card.id);
  return {
    ...card,
    ...listed,
    timeline: await timelineOf(tx, deps, place.countyId, ids),
    holds: await openHolds(tx, place.countyId, ids),
    waiting: await waitingChanges(tx, ctx, { ...scope, personIds: ids }),
  };
}

function personRoute(deps: PeopleDeps): ApiRoute {
  return readRoute(
    {
      path: '/people/{id}',
      summary: 'The whole person on one page',
      needs: 'people.read',
      params: z.object({ id: idSchema }),
      query: z.object({ asOf: daySchema.optional() }),
      answer: personSchema,
    },
    async ({ tx, ctx, place, params, query }) => {
      const asOf = query.asOf ?? ctx.today;
      const card = (await findPerson(tx, ctx.keys, await scopeOf(tx, place), params.id, asOf)) ?? raise();
      deps.noteLook(ctx, place, card.id);
      return personPage(tx, ctx, deps, place, card, asOf);
    },
  );
}

const lookupRoute = writeRoute(
  {
    path: '/people/lookup',
    summary: 'Whose number is this: sex, birthday and, where he is on the roll, the person',
    needs: 'people.write',
    body: z.object({ identity: z.string().max(40) }),
    answer: z.object({
      sex: z.string(),
      bornOn: z.string(),
      existing: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  },
  async ({ tx, ctx, place, body }) => {
    const number = parseIdentity(body.identity);
    if (typeof number !== 'string') return refuse('id_check_digit', '身份证号不对。请核对 18 位数字和末位。');
    const found = await findByIdentity(tx, ctx.keys, place.countyId, place.divisionId, number);
    const existing = found ? { id: found.id, name: found.name } : null;
    return { sex: identitySex(number), bornOn: identityBirthDay(number), existing };
  },
);

const revealRoute = writeRoute(
  {
    path: '/people/{id}/reveal',
    summary: 'Shows a masked value; the reason is logged before the answer',
    needs: 'people.reveal',
    params: z.object({ id: idSchema }),
    body: z.object({
      field: z.enum(['identity', 'phone', 'account']),
      reason: z.string().trim().min(2, '请写理由').max(200),
    }),
    answer: z.object({ value: z.string() }),
  },
  async ({ tx, ctx, place, params, body }) => {
    const card = (await findPerson(tx, ctx.keys, await scopeOf(tx, place), params.id, ctx.today)) ?? raise();
    await recordEvent(tx, ctx, {
      countyId: place.countyId,
      divisionId: card.divisionId,
      action: 'person.reveal',
      recordKind: 'person',
      recordId: card.id,
      detail: { field: body.field, reason: body.reason },
    });
    return { value: (await revealField(tx, ctx.keys, place.countyId, card.id, body.field)) ?? raise() };
  },
);

/** The roll's routes. */
export function peopleRoutes(deps: PeopleDeps): readonly ApiRoute[] {
  return [
    ...changeRoutes(deps),
    ...duplicateRoutes(deps),
    lookupRoute,
    listRoute(deps),
    personRoute(deps),
    revealRoute,
    ...eventRoutes(deps),
  ];
}
