import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  idSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { getSetting, onePersonOffice } from '../../platform/settings/index.ts';
import { acceptChange, carryOut, getWaiting, proveChange, rejectChange } from './change-decide.ts';
import { requireChangeIn, waitingChanges } from './change-list.ts';
import { type ChangeType, claimsAtOnce, isEvent } from './change-rules.ts';
import { type MeasureRoll, type PaidAfter, paidAfterEnd } from './effects.ts';
import { registrationsOf, rightIdsOf } from './person.ts';
import { changeSchema, idParams, reasonSchema, rollEffectsSchema, yearQuery } from './schemas.ts';
import { scopeOf } from './scope.ts';

async function requireOwn(tx: Db, place: Place, id: string): Promise<void> {
  await requireChangeIn(tx, place.countyId, (await scopeOf(tx, place)).divisionIds, id);
}

const waitingRoute = readRoute(
  {
    path: '/people/changes',
    summary: 'Changes that wait for a second person',
    needs: 'people.read',
    answer: listOf(changeSchema),
  },
  async ({ tx, ctx, place }) => waitingChanges(tx, ctx, await scopeOf(tx, place)),
);

/** What else an accepted event does in the same command: money, which this module does not know. */
export type SettleChange = (
  tx: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionId: string },
  personIds: readonly string[],
  how: { readonly claimsAtOnce: boolean },
) => Promise<unknown>;

/**
 * Only what was reported of a person ends all his rights. A right stopped by a correction may be the first half of a
 * regrade: its months wait for the next run, which nets them with the right that takes its place.
 */
async function settled(tx: Db, ctx: Ctx, countyId: number, id: string, settle: SettleChange): Promise<void> {
  const {
    person_id: personId,
    division_id: divisionId,
    change_type,
  } = await tx
    .selectFrom('change_request')
    .select(['person_id', 'division_id', 'change_type'])
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const type = change_type as ChangeType;
  if (personId === null || !isEvent(type)) return;
  const how = { claimsAtOnce: claimsAtOnce(type) };
  await settle(tx, ctx, { countyId, divisionId }, await registrationsOf(tx, countyId, personId), how);
}

const acceptRoute = (settle: SettleChange) =>
  writeRoute(
    {
      path: '/people/changes/{id}/accept',
      summary: 'The second person agrees; in an office of one person he himself, with the signed paper',
      needs: 'people.review',
      params: idParams,
      body: z.object({ paperId: idSchema.optional() }),
      answer: doneSchema,
    },
    async ({ tx, ctx, place, params: { id }, body }) => {
      await requireOwn(tx, place, id);
      const isOnePerson = await getSetting(tx, place, onePersonOffice, ctx.today);
      await acceptChange(tx, ctx, place.countyId, id, { ...body, isOnePerson });
      await settled(tx, ctx, place.countyId, id, settle);
      return { done: true as const };
    },
  );

const rejectRoute = writeRoute(
  {
    path: '/people/changes/{id}/reject',
    summary: 'The second person refuses, or says the report was a mistake',
    needs: 'people.review',
    params: idParams,
    body: z.object({ reason: reasonSchema }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id }, body }) => {
    await requireOwn(tx, place, id);
    await rejectChange(tx, ctx, place.countyId, id, body.reason);
    return { done: true as const };
  },
);

const proveRoute = writeRoute(
  {
    path: '/people/changes/{id}/paper',
    summary: 'Hang a proof on a change that waits',
    needs: 'people.write',
    params: idParams,
    body: z.object({ paperId: idSchema }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id }, body }) => {
    await requireOwn(tx, place, id);
    await proveChange(tx, ctx, place.countyId, id, body.paperId);
    return { done: true as const };
  },
);

/** Makes the change as its second person would, and looks at what was paid beyond the end of the rights. */
function tried(countyId: number, id: string, found: { paidAfter: PaidAfter | null }) {
  return async (tx: Db, ctx: Ctx) => {
    const change = await getWaiting(tx, countyId, id);
    await carryOut(tx, ctx, { countyId, divisionId: change.division_id }, change);
    if (change.person_id === null) return;
    found.paidAfter = await paidAfterEnd(tx, countyId, await registrationsOf(tx, countyId, change.person_id));
  };
}

const effectsRoute = (measure: MeasureRoll): ApiRoute =>
  bareRoute(
    {
      path: '/people/changes/{id}/effects',
      summary: 'What a waiting change would do, before it is decided',
      needs: 'people.read',
      params: idParams,
      query: yearQuery,
      answer: rollEffectsSchema,
    },
    async ({ read, ctx, place, params: { id }, query }) => {
      const ids = await read(async (tx) => {
        await requireOwn(tx, place, id);
        const change = await tx
          .selectFrom('change_request')
          .select(['person_id', 'record_id'])
          .where('county_id', '=', place.countyId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (change.person_id === null) return [change.record_id];
        return rightIdsOf(tx, place.countyId, await registrationsOf(tx, place.countyId, change.person_id));
      });
      const found: { paidAfter: PaidAfter | null } = { paidAfter: null };
      const years = [query.year ?? Number(ctx.today.slice(0, 4))];
      const at = { kind: 'spell', ids, years };
      const effects = await measure(place, ctx, tried(place.countyId, id, found), at);
      return { ...effects, ...found };
    },
  );

/** Changes waiting for the second person: what they would do, their proof, the decision. */
export function changeRoutes({
  measure,
  settle,
}: {
  readonly measure: MeasureRoll;
  readonly settle: SettleChange;
}): readonly ApiRoute[] {
  return [waitingRoute, acceptRoute(settle), rejectRoute, proveRoute, effectsRoute(measure)];
}
