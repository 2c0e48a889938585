import type { Task } from './data.ts';

const YEAR_DAYS = 365;
/** So many days nobody counts in days any more. */
const MOST_DAYS = 99;

/** 期限 in words: 今天, 差 6 天, 逾期 12 天, 逾期 7 个月, 逾期 8 年. */
export function dueWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天';
  if (daysLeft > 0) return `差 ${daysLeft} 天`;
  const late = -daysLeft;
  if (late <= MOST_DAYS) return `逾期 ${late} 天`;
  const years = Math.floor(late / YEAR_DAYS);
  return years > 0 ? `逾期 ${years} 年` : `逾期 ${Math.floor((late * 12) / YEAR_DAYS)} 个月`;
}

/** Overdue and today must be done; within a week, or left over from long ago, one should look. */
export function urgency(daysLeft: number): 'must' | 'check' | undefined {
  if (isLongAgo(daysLeft)) return 'check';
  if (daysLeft <= 0) return 'must';
  return daysLeft <= 7 ? 'check' : undefined;
}

/** Due more than a year ago: it hurries nobody today, but it is not forgotten either. */
const isLongAgo = (daysLeft: number): boolean => daysLeft < -YEAR_DAYS;

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
    now: tasks.filter((task) => task.daysLeft <= 7 && !isLongAgo(task.daysLeft)),
    old: tasks.filter((task) => isLongAgo(task.daysLeft)),
    soon: tasks.filter((task) => task.daysLeft > 7 && task.daysLeft <= SOON_DAYS),
    next: tasks.find((task) => task.daysLeft > 7),
  };
}

/** The due day: month and day, with the year where it is another one. */
export function dayWords(dueOn: string, today: string): string {
  return dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn;
}
