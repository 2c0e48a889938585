import { type Law, type PersonFacts, timelinesOf } from '@shuangyong/policy';
import { FROM, TO } from './people.ts';

/** Whole fen of everybody's year by the engine. */
export function engineTotal(people: readonly PersonFacts[], law: Law): number {
  let total = 0;
  for (const person of people) {
    const timelines = timelinesOf(person, law, FROM, TO);
    for (let i = 0; i < timelines.length; i += 1) total += timelines[i]?.fen ?? 0;
  }
  return total;
}

export interface Traced {
  readonly total: number;
  readonly lines: number;
  readonly traces: number;
}

/** Every line of everybody's stretches with the amount of the stretch and the trace that explains it. */
export function engineTraced(people: readonly PersonFacts[], law: Law): Traced {
  let total = 0;
  let lines = 0;
  let traces = 0;
  for (const person of people) {
    const timelines = timelinesOf(person, law, FROM, TO);
    for (let i = 0; i < timelines.length; i += 1) {
      const stretches = timelines[i]?.stretches ?? NONE;
      for (let j = 0; j < stretches.length; j += 1) {
        const stretch = stretches[j];
        if (stretch === undefined || stretch.outcome.kind !== 'due') continue;
        total += stretch.fen;
        lines += stretch.outcome.lines.length;
        if (stretch.outcome.trace.steps.length > 0) traces += stretch.outcome.lines.length;
      }
    }
  }
  return { total, lines, traces };
}

const NONE = [] as const;

/** Milliseconds of processor time of this thread: other work on the machine counts for nobody. */
export function cpuMs(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The same of work that waits for itself only: its promises run on this thread. */
export async function cpuMsAsync(work: () => Promise<unknown>): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The least of several rounds for each work, taken in turn so that a busy minute strikes all alike. */
export function leastOf<T extends string>(
  works: Readonly<Record<T, () => unknown>>,
  rounds: number,
): Readonly<Record<T, number>> {
  const least = {} as Record<T, number>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of Object.keys(works) as T[])
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, cpuMs(works[name]));
  return least;
}
