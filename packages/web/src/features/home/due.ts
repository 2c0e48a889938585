import { spanWords } from '../../lib/spans.ts';
import type { Task } from './data.ts';

/** 期限 in words: 今天, 差 6 天, 逾期 12 天, 逾期 8 年. */
export function dueWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天';
  return daysLeft > 0 ? `差 ${daysLeft} 天` : `逾期 ${spanWords(-daysLeft)}`;
}

const YEAR_DAYS = 365;
/** Keys of tasks about money that is held back: somebody may be waiting for it, however long ago. */
const HOLD = 'hold:';

/** Due more than a year ago: it hurries nobody today, but it is not forgotten either. */
const isLongAgo = ({ daysLeft, key }: Pick<Task, 'daysLeft' | 'key'>): boolean =>
  daysLeft < -YEAR_DAYS && !key.startsWith(HOLD);

/** Overdue and today must be done; within a week, or left over from long ago, one should look. */
export function urgency(task: Pick<Task, 'daysLeft' | 'key'>): 'must' | 'check' | undefined {
  if (isLongAgo(task)) return 'check';
  if (task.daysLeft <= 0) return 'must';
  return task.daysLeft <= 7 ? 'check' : undefined;
}

const SOON_DAYS = 30;

export interface Due {
  /** Overdue, today and within a week. */
  readonly now: readonly Task[];
  /** Open for more than a year. */
  readonly old: readonly Task[];
  /** The next 30 days. */
  readonly soon: readonly Task[];
  /** The first one after that: «下一件». */
  readonly next: Task | undefined;
}

/** Parts the tasks as the page shows them; they come ordered by day. */
export function partByDue(tasks: readonly Task[]): Due {
  return {
    now: tasks.filter((task) => task.daysLeft <= 7 && !isLongAgo(task)),
    old: tasks.filter(isLongAgo),
    soon: tasks.filter((task) => task.daysLeft > 7 && task.daysLeft <= SOON_DAYS),
    next: tasks.find((task) => task.daysLeft > 7),
  };
}

/** The due day: month and day, with the year where it is another one. */
export function dayWords(dueOn: string, today: string): string {
  return dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn;
}
