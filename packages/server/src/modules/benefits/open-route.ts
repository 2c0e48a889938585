import { type ApiRoute, idSchema, writeRoute, z } from '../../platform/http/index.ts';
import {
  batchAnswerSchema,
  batchPlaceOf,
  openBody,
  recomputeBody,
  runSchema,
} from '../disbursement/index.ts';
import { accrueAndOpen, type Opened, recomputeBatch } from './open.ts';

const answer = batchAnswerSchema.extend({
  /** What was posted before it was opened; null for one-off money. */
  run: runSchema.nullable(),
});

const told = ({ batch, run }: Opened) => ({ ...batch, run: run ?? null });

/** Opening and computing again: what is due is posted and taken into a batch in one command. */
export const openRoutes: readonly ApiRoute[] = [
  writeRoute(
    {
      ...{ path: '/pay/batches', summary: 'Posts what is due up to a month and opens its batch' },
      ...{ needs: 'pay.make', body: openBody, answer, status: 201 },
    },
    async ({ tx, ctx, place, body }) =>
      told(await accrueAndOpen(tx, ctx, await batchPlaceOf(tx, place), body)),
  ),
  writeRoute(
    {
      ...{ path: '/pay/batches/{id}/recompute', summary: 'Takes a batch back and opens it anew' },
      ...{ needs: 'pay.make', params: z.object({ id: idSchema }), body: recomputeBody, answer },
    },
    async ({ tx, ctx, place, params, body }) =>
      told(await recomputeBatch(tx, ctx, await batchPlaceOf(tx, place), params.id, body.commandKey)),
  ),
];
