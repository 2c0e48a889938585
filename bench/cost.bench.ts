// Processor time a person of asking a year, in rolls from a thousand people to a million: flat, whatever the number.
// Every roll is asked once and then the next, so that no small one answers from the processor's own memory.
import { benchLaw } from './engine/law.ts';
import { benchPeople, factsOf } from './engine/people.ts';
import { engineTotal, leastOf } from './engine/run.ts';
import { round, tell } from './measure.ts';

const PEOPLE = 1_000_000;
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const ROUNDS = 9;

const law = benchLaw();
const everybody = factsOf(benchPeople(PEOPLE));
const rolls = (size: number) =>
  Array.from({ length: PEOPLE / size }, (_, i) => everybody.slice(i * size, (i + 1) * size));
const works = Object.fromEntries(
  SIZES.map((size) => {
    const all = rolls(size);
    return [String(size), () => all.map((roll) => engineTotal(roll, law))];
  }),
);
global.gc?.();
const least = leastOf(works, ROUNDS);
const nanoseconds = SIZES.map((size) => ((least[String(size)] ?? 0) * 1_000_000) / PEOPLE);
tell({
  name: 'cost',
  unit: 'ns of processor time a person and year; the dearest size against the cheapest',
  ours: Math.max(...nanoseconds),
  baseline: Math.min(...nanoseconds),
  sizes: Object.fromEntries(SIZES.map((size, index) => [size, round(nanoseconds[index] ?? 0)])),
});
