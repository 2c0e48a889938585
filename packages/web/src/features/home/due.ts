import type { Task } from './data.ts';

/** 期限 in words: 今天, 差 6 天, 逾期 12 天. */
export function dueWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天';
  return daysLeft > 0 ? `差 ${daysLeft} 天` : `逾期 ${-daysLeft} 天`;
}

/** Overdue and today must be done; within a week one should look. */
export function urgency(daysLeft: number): 'must' | 'check' | undefined {
  if (daysLeft <= 0) return 'must';
  return daysLeft <= 7 ? 'check' : undefined;
}

const SOON_DAYS = 30;

export interface Due {
  /** Overdue, today and within a week. */
  readonly now: readonly Task[];
  /** The next 30 days. */
  readonly soon: readonly Task[];
  /** The first one after that: «下一件». */
  readonly next: Task | undefined;
}

/** Parts the tasks as the page shows them; they come ordered by day. */
export function partByDue(tasks: readonly Task[]): Due {
  return {
    now: tasks.filter((task) => task.daysLeft <= 7),
    soon: tasks.filter((task) => task.daysLeft > 7 && task.daysLeft <= SOON_DAYS),
    next: tasks.find((task) => task.daysLeft > 7),
  };
}

/** The due day: month and day, with the year where it is another one. */
export function dayWords(dueOn: string, today: string): string {
  return dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn;
}
