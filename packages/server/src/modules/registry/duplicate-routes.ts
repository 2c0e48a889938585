import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  idSchema,
  listOf,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { effectsSchema } from '../../platform/records/schemas.ts';
import { suspectedPairs } from './duplicates.ts';
import type { MeasureRoll } from './effects.ts';
import { keepApart, mergePeople, mergesIn, undoMerge } from './merge.ts';
import { rightIdsOf } from './person.ts';
import { idParams, mergeSchema, pairSchema, reasonSchema, yearQuery } from './schemas.ts';
import { scopeOf } from './scope.ts';

const twoSchema = z.object({ left: idSchema, right: idSchema });
const verdictSchema = twoSchema.extend({ reason: reasonSchema });

const pairsRoute = readRoute(
  {
    path: '/people/duplicates',
    summary: 'Pairs that may be one person',
    needs: 'people.read',
    answer: listOf(pairSchema),
  },
  async ({ tx, ctx, place }) => suspectedPairs(tx, ctx.keys, await scopeOf(tx, place)),
);

const mergesRoute = readRoute(
  {
    path: '/people/aliases',
    summary: 'Merges that stand, newest first',
    needs: 'people.read',
    answer: listOf(mergeSchema),
  },
  async ({ tx, ctx, place }) => mergesIn(tx, ctx.keys, await scopeOf(tx, place)),
);

const mergeRoute = writeRoute(
  {
    path: '/people/duplicates/merge',
    summary: 'Two registrations are one person',
    needs: 'people.review',
    body: verdictSchema,
    answer: z.object({ aliasId: z.string() }),
  },
  async ({ tx, ctx, place, body }) => ({
    aliasId: await mergePeople(tx, ctx, place, body.left, body.right, body.reason),
  }),
);

const apartRoute = writeRoute(
  {
    path: '/people/duplicates/distinct',
    summary: 'Two people are two people: said by whoever keeps the roll or reviews it',
    needs: 'people.read',
    body: verdictSchema,
    answer: doneSchema,
  },
  async ({ tx, ctx, place, body }) => {
    const may = (['people.write', 'people.review'] as const).some((action) => ctx.may(action, place.code));
    if (!may) throw new NotFound();
    await keepApart(tx, ctx, place, body.left, body.right, body.reason);
    return { done: true as const };
  },
);

const undoRoute = writeRoute(
  {
    path: '/people/aliases/{id}/undo',
    summary: 'Take a merge back',
    needs: 'people.review',
    params: idParams,
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params: { id } }) => {
    await undoMerge(tx, ctx, place, id);
    return { done: true as const };
  },
);

const yearsOf = (ctx: Ctx, year: number | undefined) => [year ?? Number(ctx.today.slice(0, 4))];

const mergeEffectsRoute = (measure: MeasureRoll): ApiRoute =>
  bareRoute(
    {
      path: '/people/duplicates/effects',
      summary: 'What a merge would do, before it is made',
      needs: 'people.read',
      query: yearQuery,
      body: twoSchema,
      answer: effectsSchema,
    },
    async ({ read, ctx, place, query, body: { left, right } }) => {
      const ids = await read((tx) => rightIdsOf(tx, place.countyId, [left, right]));
      const merge = async (tx: Db, inner: Ctx) => {
        await mergePeople(tx, inner, place, left, right, '试算');
      };
      return measure(place, ctx, merge, { kind: 'spell', ids, years: yearsOf(ctx, query.year) });
    },
  );

const undoEffectsRoute = (measure: MeasureRoll): ApiRoute =>
  bareRoute(
    {
      path: '/people/aliases/{id}/effects',
      summary: 'What taking a merge back would do',
      needs: 'people.read',
      params: idParams,
      query: yearQuery,
      answer: effectsSchema,
    },
    async ({ read, ctx, place, params: { id }, query }) => {
      const ids = await read(async (tx) => {
        const alias = await tx
          .selectFrom('person_alias')
          .select(['person_id', 'merged_into'])
          .where('county_id', '=', place.countyId)
          .where('id', '=', id)
          .executeTakeFirst();
        return rightIdsOf(tx, place.countyId, alias ? [alias.person_id, alias.merged_into] : []);
      });
      const undo = (tx: Db, inner: Ctx) => undoMerge(tx, inner, place, id);
      return measure(place, ctx, undo, { kind: 'spell', ids, years: yearsOf(ctx, query.year) });
    },
  );

/** Suspected duplicates: what a merge would do, the verdict, and the way back. */
export function duplicateRoutes({ measure }: { readonly measure: MeasureRoll }): readonly ApiRoute[] {
  return [
    pairsRoute,
    mergesRoute,
    mergeRoute,
    apartRoute,
    undoRoute,
    mergeEffectsRoute(measure),
    undoEffectsRoute(measure),
  ];
}
