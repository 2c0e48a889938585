import { type Month, monthText } from '@shuangyong/values';
import type { Action, Ctx } from '../../kernel/context.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { OPEN_JOB, openAsJob } from '../../modules/benefits/index.ts';
import { openBody } from '../../modules/disbursement/index.ts';
import { IMPORT_JOB, importAsJob } from '../../modules/imports/index.ts';
import { type Place, type Work, z } from '../../platform/http/index.ts';
import { findJob, type Job } from '../../platform/jobs/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { KINDS } from '../kinds.ts';

/** Whoever runs a job again: where he is, and how he reads and writes. */
export interface JobCaller {
  readonly ctx: Ctx;
  readonly place: Place;
  readonly dataDir: string;
  readonly read: <T>(work: Work<T>) => Promise<T>;
  readonly write: <T>(work: Work<T>) => Promise<T>;
}

interface Handler {
  readonly needs: Action;
  /** What it is, as people say it. */
  readonly title: (job: Job) => string;
  readonly run: (caller: JobCaller, job: Job) => Promise<unknown>;
}

const opening = z.object({ month: z.number(), kind: z.string() });
const importing = z.object({ skipUpdates: z.array(z.string()) });

const HANDLERS: Readonly<Record<string, Handler>> = {
  [OPEN_JOB]: {
    needs: 'pay.make',
    title: ({ payload }) => {
      const { month, kind } = opening.parse(payload);
      return `生成 ${monthText(month as Month)} ${kind}批次`;
    },
    run: ({ write, place }, { id, payload }) => {
      const { month, kind } = opening.parse(payload);
      const asked = { commandKey: id, kind, month: monthText(month as Month) };
      return openAsJob(write, place, openBody.parse(asked));
    },
  },
  [IMPORT_JOB]: {
    needs: 'imports.write',
    title: () => '导入台账',
    run: ({ dataDir, ...call }, { id, payload }) =>
      importAsJob({ dataDir, kinds: KINDS }, call, id, importing.parse(payload).skipUpdates),
  },
};

/** A job as it is shown: what it is in words, and whether the caller may run it again. */
export function jobWords(job: Job, may: (action: Action) => boolean) {
  const handler = HANDLERS[job.kind];
  const isOver = job.state === 'failed' || job.state === 'stopped';
  return {
    ...{ id: job.id, state: job.state, cause: job.cause, attempts: job.attempts },
    ...{ startedAt: job.startedAt, startedBy: job.startedBy, finishedAt: job.finishedAt },
    title: handler?.title(job) ?? job.kind,
    mayRerun: isOver && handler !== undefined && may(handler.needs),
  };
}

/**
 * Runs a job again under its own key: what was done stays, what was cut off is done from the start. Refuses `not_allowed`,
 * `job_running`, `other_place`, and as the work itself does.
 */
export async function rerunJob(caller: JobCaller, id: string): Promise<Job> {
  const { ctx, place, read } = caller;
  const find = () =>
    read(async (tx) => {
      const divisionIds = [place.divisionId, ...(await townshipsOf(tx, place))];
      return findJob(tx, { countyId: place.countyId, divisionIds }, id);
    });
  const job = await find();
  const handler = job && HANDLERS[job.kind];
  if (!job || !handler) throw new NotFound();
  if (!ctx.may(handler.needs, place.code)) refuse('not_allowed', '重跑要由能办这件事的人来点。');
  if (job.state === 'running') refuse('job_running', '这件事正在办，请等它办完再看，不用再点。');
  if (job.divisionId !== place.divisionId)
    refuse('other_place', '这件事是在另一个单位办的，请先切换到那里再重跑。');
  if (job.state !== 'done') await handler.run(caller, job);
  return (await find()) ?? job;
}
