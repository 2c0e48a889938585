import { queryOptions } from '@tanstack/react-query';
import { send } from '../../api/client.ts';

export interface Task {
  readonly key: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly text: string;
  readonly note: string;
  readonly href: string;
  readonly action: string;
  readonly rule: string;
  readonly delayedBecause: string | null;
}

export interface HomeProblem {
  readonly code: string;
  readonly severity: '必须' | '核对';
  readonly text: string;
  readonly count: number;
  readonly unit: string;
  readonly amountFen: number | null;
  readonly href: string;
}

export interface Home {
  readonly tasks: readonly Task[];
  readonly problems: readonly HomeProblem[];
}

const place = (division: string) => `division=${encodeURIComponent(division)}`;

export function homeQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['home', division, year],
    queryFn: (): Promise<Home> => send('GET', `/api/home?${place(division)}&year=${year}`),
  });
}

export function delayTask(
  division: string,
  key: string,
  untilOn: string,
  reason: string,
): Promise<{ done: true }> {
  return send('POST', `/api/tasks/${encodeURIComponent(key)}/delay?${place(division)}`, {
    untilOn,
    reason,
  });
}
