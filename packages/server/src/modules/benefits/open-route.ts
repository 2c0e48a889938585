import {
  type ApiRoute,
  bareRoute,
  idSchema,
  type Place,
  type Work,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { type NewJob, runJob } from '../../platform/jobs/index.ts';
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

/** Opening a month, as it stands in the list of jobs. */
export const OPEN_JOB = 'pay.open';
export type OpenAskedAs = z.output<typeof openBody>;

/** Opens a batch as a job: the same key is one batch, and what was cut off can be run again. */
export function openAsJob(
  write: <T>(work: Work<T>) => Promise<T>,
  { countyId, divisionId, ...at }: Place,
  asked: OpenAskedAs,
) {
  const { commandKey: id, ...payload } = asked;
  const job: NewJob = { countyId, divisionId, id, kind: OPEN_JOB, payload };
  return runJob(write, job, async (tx, ctx) =>
    told(await accrueAndOpen(tx, ctx, await batchPlaceOf(tx, { countyId, divisionId, ...at }), asked)),
  );
}

/** Opening and computing again: what is due is posted and taken into a batch in one command. */
export const openRoutes: readonly ApiRoute[] = [
  bareRoute(
    {
      ...{ path: '/pay/batches', summary: 'Posts what is due up to a month and opens its batch' },
      ...{ needs: 'pay.make', body: openBody, answer, status: 201 },
    },
    ({ write, place, body }) => openAsJob(write, place, body),
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
