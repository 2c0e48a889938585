import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';

/** Work that somebody may have to start again: known by the key of its command, so that it is done once. */
export interface NewJob {
  readonly countyId: number;
  readonly divisionId: string;
  /** Key of the command; twice the same is one job. */
  readonly id: string;
  readonly kind: string;
  /** What it needs to be run again. Nothing personal: ids, months, kinds. */
  readonly payload: Readonly<Record<string, unknown>>;
}

type JobKey = Pick<NewJob, 'countyId' | 'id'>;

export type JobState = 'running' | 'done' | 'failed' | 'stopped';

export interface Job extends NewJob {
  readonly state: JobState;
  /** Why it failed or stopped, in words. */
  readonly cause: string | null;
  readonly attempts: number;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly finishedAt: string | null;
}

const LEASE_MINUTES = 10;
/** The whole job is one transaction: what did not come to its end has written nothing. */
export const STOPPED_WORDS = '办到一半中断了（断电、关机或数据库重启），没有写入任何数据，可以安全重跑。';

/** Notes that a job is being worked on. One that is done stays so. */
export async function beginJob(db: Db, ctx: Ctx, job: NewJob): Promise<void> {
  const { countyId, divisionId, id, kind, payload } = job;
  await sql`insert into job as j (county_id, id, division_id, kind, state, payload, lease_until, attempts, created_by)
    values (${countyId}, ${id}, ${divisionId}, ${kind}, 'running', ${JSON.stringify(payload)}::jsonb,
      now() + make_interval(mins => ${LEASE_MINUTES}), 1, ${ctx.actor.name})
    on conflict (county_id, id) do update set state = 'running', error = null, finished_at = null,
      lease_until = excluded.lease_until, attempts = j.attempts + 1
    where j.state <> 'done'`.execute(db);
}

/** The answer of a job that is done; undefined when it is to be worked on. The key is held until the command ends. */
export async function holdJob(db: Db, { countyId, id }: JobKey): Promise<unknown> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`job ${id}`}, 0))`.execute(db);
  const { rows } = await sql<{ result: unknown }>`select result from job
    where county_id = ${countyId} and id = ${id} and state = 'done'`.execute(db);
  return rows[0]?.result;
}

/** Writes the answer, in the transaction that did the work. */
export async function finishJob(db: Db, { countyId, id }: JobKey, result: unknown): Promise<void> {
  await sql`update job set state = 'done', progress = 100, result = ${JSON.stringify(result)}::jsonb, error = null,
    lease_until = null, finished_at = now() where county_id = ${countyId} and id = ${id}`.execute(db);
}

/** Writes why it was not done. */
export async function failJob(db: Db, { countyId, id }: JobKey, cause: string): Promise<void> {
  await sql`update job set state = 'failed', error = ${cause}, lease_until = null, finished_at = now()
    where county_id = ${countyId} and id = ${id} and state = 'running'`.execute(db);
}

/** At the start of a program that alone has the database: what still runs was cut off. Answers how many. */
export async function stopJobs(db: Db): Promise<number> {
  const { rows } = await sql`update job set state = 'stopped', error = ${STOPPED_WORDS}, lease_until = null,
    finished_at = now() where state = 'running' returning 1`.execute(db);
  return rows.length;
}

const COLUMNS = sql`county_id as "countyId", id, division_id as "divisionId", kind, payload, attempts,
  case when state = 'running' and lease_until < now() then 'stopped' else state end as state,
  case when state = 'running' and lease_until < now() then ${STOPPED_WORDS} else error end as cause,
  created_at as "startedAt", created_by as "startedBy", finished_at as "finishedAt"`;

export interface JobScope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** Jobs of these places, the newest first; of a hundred and more the last hundred. */
export async function listJobs(db: Db, { countyId, divisionIds }: JobScope): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`select ${COLUMNS} from job where county_id = ${countyId}
    and division_id = any(${divisionIds}::uuid[]) order by created_at desc, id desc limit 100`.execute(db);
  return rows;
}

/** A job of these places; undefined when there is none. */
export async function findJob(
  db: Db,
  { countyId, divisionIds }: JobScope,
  id: string,
): Promise<Job | undefined> {
  const { rows } = await sql<Job>`select ${COLUMNS} from job where county_id = ${countyId}
    and division_id = any(${divisionIds}::uuid[]) and id = ${id}`.execute(db);
  return rows[0];
}
