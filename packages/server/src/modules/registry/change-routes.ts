import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  doneSchema,
  idSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { townshipsUnder } from '../divisions/index.ts';
import { acceptChange, rejectChange } from './changes.ts';
import { keepApart, mergePeople, suspectedPairs, undoMerge } from './duplicates.ts';
import { requireChangeIn, waitingChanges } from './queries.ts';

const twinSchema = z.object({
  id: z.string(),
  name: z.string(),
  identity: z.string().nullable(),
  bornOn: z.string().nullable(),
  village: z.string().nullable(),
  categories: listOf(z.string()),
});

const pairSchema = z.object({
  left: twinSchema,
  right: twinSchema,
  why: z.string(),
  doublePayments: z.number(),
  doubleFen: z.number(),
});

const changeSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    reason: z.string(),
    askedOn: z.string(),
    askedBy: z.string(),
    mine: z.boolean(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    village: z.string().nullable(),
    paperId: z.string().nullable(),
    changes: listOf(
      z.object({
        field: z.string(),
        header: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .openapi('WaitingChange');

const reasonSchema = z.string().trim().min(2, '请写理由').max(500);
const params = z.object({ id: idSchema });
const pairBody = z.object({ left: idSchema, right: idSchema, reason: reasonSchema });

async function idsUnder(tx: Db, place: Place): Promise<string[]> {
  return place.level === 'township'
    ? [place.divisionId]
    : (await townshipsUnder(tx, place.code)).map((one) => one.id);
}

const waitingRoute = readRoute(
  {
    path: '/people/changes',
    summary: 'Changes that wait for a second person',
    needs: 'people.read',
    answer: listOf(changeSchema),
  },
  async ({ tx, ctx, place }) => {
    const scope = { countyId: place.countyId, divisionIds: await idsUnder(tx, place) };
    return waitingChanges(tx, scope, ctx);
  },
);

const acceptRoute = writeRoute(
  {
    path: '/people/changes/{id}/accept',
    summary: 'The second person agrees',
    needs: 'people.review',
    params,
    body: z.object({ paperId: idSchema.optional() }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id }, body }) => {
    await requireChangeIn(tx, place.countyId, await idsUnder(tx, place), id);
    await acceptChange(tx, ctx, place.countyId, id, body.paperId);
    return { done: true as const };
  },
);

const rejectRoute = writeRoute(
  {
    path: '/people/changes/{id}/reject',
    summary: 'The second person refuses, or says the report was a mistake',
    needs: 'people.review',
    params,
    body: z.object({ reason: reasonSchema }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id }, body }) => {
    await requireChangeIn(tx, place.countyId, await idsUnder(tx, place), id);
    await rejectChange(tx, ctx, place.countyId, id, body.reason);
    return { done: true as const };
  },
);

const pairsRoute = readRoute(
  {
    path: '/people/duplicates',
    summary: 'Pairs that may be one person',
    needs: 'people.read',
    answer: listOf(pairSchema),
  },
  async ({ tx, ctx, place }) => suspectedPairs(tx, ctx.keys, place.countyId, await idsUnder(tx, place)),
);

const mergeRoute = writeRoute(
  {
    path: '/people/duplicates/merge',
    summary: 'Two registrations are one person',
    needs: 'people.review',
    body: pairBody,
    answer: z.object({ aliasId: z.string() }),
  },
  async ({ tx, ctx, place, body }) => ({
    aliasId: await mergePeople(tx, ctx, place, body.left, body.right, body.reason),
  }),
);

const apartRoute = writeRoute(
  {
    path: '/people/duplicates/distinct',
    summary: 'Two people are two people',
    needs: 'people.write',
    body: pairBody,
    answer: doneSchema,
  },
  async ({ tx, ctx, place, body }) => {
    await keepApart(tx, ctx, place, body.left, body.right, body.reason);
    return { done: true as const };
  },
);

const undoRoute = writeRoute(
  {
    path: '/people/aliases/{id}/undo',
    summary: 'Take a merge back',
    needs: 'people.review',
    params,
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id } }) => {
    await undoMerge(tx, ctx, place, id);
    return { done: true as const };
  },
);

/** Changes waiting for the second person, and suspected duplicates. */
export const changeRoutes: readonly ApiRoute[] = [
  waitingRoute,
  acceptRoute,
  rejectRoute,
  pairsRoute,
  mergeRoute,
  apartRoute,
  undoRoute,
];
