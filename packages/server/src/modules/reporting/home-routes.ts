import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  daySchema,
  doneSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsUnder } from '../divisions/index.ts';
import { checkProblems } from './check-problems.ts';
import { comingTasks } from './coming.ts';
import { delayTask, type HomeScope, homeProblems, homeTasks, type Task } from './home.ts';
import { keptTasks } from './kept-tasks.ts';
import { payTasks } from './pay-tasks.ts';

const homeSchema = z
  .object({
    tasks: listOf(
      z.object({
        key: z.string(),
        dueOn: z.string(),
        daysLeft: z.number(),
        text: z.string(),
        note: z.string(),
        href: z.string(),
        action: z.string(),
        rule: z.string(),
        delayedBecause: z.string().nullable(),
      }),
    ),
    problems: listOf(
      z.object({
        code: z.string(),
        severity: z.enum(['必须', '核对']),
        text: z.string(),
        count: z.number(),
        unit: z.string(),
        amountFen: z.number().nullable(),
        href: z.string(),
      }),
    ),
  })
  .openapi('Home');

async function idsUnder(tx: Db, place: Place): Promise<string[]> {
  return place.level === 'township'
    ? [place.divisionId]
    : (await townshipsUnder(tx, place.code)).map((one) => one.id);
}

/** What the caller has to do at a place, by due day. */
export async function tasksAt(tx: Db, ctx: Ctx, place: Place, scope: HomeScope): Promise<Task[]> {
  const adopter = ctx.may('law.adopt', place.code)
    ? { id: ctx.actor.id, divisionId: place.divisionId }
    : undefined;
  const more = ctx.may('people.read', place.code)
    ? [
        ...(await comingTasks(tx, { ...scope, ...place }, ctx.today)),
        ...(await keptTasks(tx, { ...scope, ...place }, ctx.today)),
      ]
    : [];
  const money = ctx.may('pay.read', place.code) ? await payTasks(tx, ctx, place) : [];
  return homeTasks(tx, { ...scope, adopter }, [...more, ...money]);
}

export async function homeScope(tx: Db, ctx: Ctx, place: Place, year: number): Promise<HomeScope> {
  return { countyId: place.countyId, divisionIds: await idsUnder(tx, place), year, today: ctx.today };
}

/** The first page: what has to be done and what looks wrong. The year's figures come from `/figures`. */
export const homeRoutes: readonly ApiRoute[] = [
  readRoute(
    {
      path: '/home',
      summary: 'Tasks by due day and what looks wrong',
      needs: 'figures.read',
      query: z.object({ year: yearSchema }),
      answer: homeSchema,
    },
    async ({ tx, ctx, place, query }) => {
      const scope = await homeScope(tx, ctx, place, query.year);
      const checked = await checkProblems(tx, ctx, place, scope);
      const problems = await homeProblems(tx, scope, checked);
      return { tasks: await tasksAt(tx, ctx, place, scope), problems };
    },
  ),
  writeRoute(
    {
      path: '/tasks/{key}/delay',
      summary: 'Put a task off to a later day, with the reason',
      needs: 'records.write',
      params: z.object({ key: z.string().max(120) }),
      body: z.object({ untilOn: daySchema, reason: z.string().trim().min(2, '请写理由').max(200) }),
      answer: doneSchema,
    },
    async ({ tx, ctx, place, params, body }) => {
      await delayTask(tx, ctx, place, { key: params.key, ...body });
      return { done: true as const };
    },
  ),
];
