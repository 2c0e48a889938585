import { type ApiRoute, readRoute, yearSchema, z } from '../../platform/http/index.ts';
import { waitingCount } from '../registry/index.ts';
import type { Task } from './home.ts';
import { homeScope, tasksAt } from './home-routes.ts';

/** What is due within this many days is due: it stands first on the first page. */
const DUE_DAYS = 7;

/** The item of the menu a task belongs to: the first part of the address it opens. */
export function roomOf(href: string): string {
  return `/${href.split(/[/?#]/)[1] ?? ''}`;
}

const isChange = ({ key }: Task) => key === 'changes' || key.startsWith('hold:');

/** How much is due in each room. Changes that wait for a second person are counted one by one, whatever their day. */
export function dueByRoom(tasks: readonly Task[], waiting: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = waiting > 0 ? { '/people': waiting } : {};
  for (const task of tasks) {
    if (isChange(task) || task.daysLeft > DUE_DAYS) continue;
    const room = roomOf(task.href);
    counts[room] = (counts[room] ?? 0) + 1;
  }
  return counts;
}

/** The numbers beside the menu: what is due or waits, never what is unread. */
export const menuRoutes: readonly ApiRoute[] = [
  readRoute(
    {
      path: '/menu',
      summary: 'How much is due in each room of the menu',
      needs: 'signedIn',
      query: z.object({ year: yearSchema }),
      answer: z.record(z.string(), z.number()),
    },
    async ({ tx, ctx, place, query }) => {
      const scope = await homeScope(tx, ctx, place, query.year);
      const tasks = ctx.may('figures.read', place.code) ? await tasksAt(tx, ctx, place, scope) : [];
      return dueByRoom(tasks, ctx.may('people.read', place.code) ? await waitingCount(tx, scope) : 0);
    },
  ),
];
