import { type ApiRoute, bareRoute, idSchema, listOf, readRoute, z } from '../../platform/http/index.ts';
import { listJobs } from '../../platform/jobs/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { jobWords, rerunJob } from '../jobs/handlers.ts';
import type { AppRuntime } from '../runtime.ts';

const jobSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['running', 'done', 'failed', 'stopped']),
    cause: z.string().nullable(),
    attempts: z.number(),
    startedAt: z.string(),
    startedBy: z.string(),
    finishedAt: z.string().nullable(),
    mayRerun: z.boolean(),
  })
  .openapi('Job');

/** 任务: runs and imports with their state and cause, and running again what was cut off. */
export const jobRoutes = ({ dataDir }: Pick<AppRuntime, 'dataDir'>): readonly ApiRoute[] => [
  readRoute(
    {
      ...{ path: '/jobs', summary: 'Runs and imports of a place, the newest first', needs: 'records.read' },
      answer: z.object({ jobs: listOf(jobSchema) }),
    },
    async ({ tx, ctx, place }) => {
      const divisionIds = [place.divisionId, ...(await townshipsOf(tx, place))];
      const jobs = await listJobs(tx, { countyId: place.countyId, divisionIds });
      return { jobs: jobs.map((job) => jobWords(job, (action) => ctx.may(action, place.code))) };
    },
  ),
  bareRoute(
    {
      ...{
        path: '/jobs/{id}/rerun',
        summary: 'Runs a job again that failed or was cut off',
        needs: 'records.read',
      },
      ...{ params: z.object({ id: idSchema }), answer: jobSchema },
    },
    async ({ ctx, place, read, write, params: { id } }) => {
      const job = await rerunJob({ ctx, place, read, write, dataDir }, id);
      return jobWords(job, (action) => ctx.may(action, place.code));
    },
  ),
];
