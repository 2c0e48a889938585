import { randomOf } from './random.ts';

export const RIGHTS = ['参战退役人员', '烈士子女', '烈士遗属', '残疾军人'] as const;
export type Right = (typeof RIGHTS)[number];

/** What happens in a township on a day. People are told by their number in the order of their entry. */
export type Happening =
  | { readonly what: 'enrol'; readonly who: number; readonly right: Right; readonly grade: number }
  | { readonly what: 'death'; readonly who: number; readonly diedOn: string; readonly isFalse: boolean }
  | { readonly what: 'decide'; readonly who: number; readonly isFalse: boolean; readonly isDeath: boolean }
  | { readonly what: 'move'; readonly who: number }
  | { readonly what: 'regrade'; readonly who: number; readonly grade: number }
  | { readonly what: 'raise'; readonly year: number; readonly fen: number }
  /** `dies`: the step (from 0, the run) whose server dies before it is kept, and is begun again. */
  | { readonly what: 'pay'; readonly month: string; readonly isTwice: boolean; readonly dies?: number }
  | { readonly what: 'result'; readonly month: string; readonly returnedIn: number }
  | { readonly what: 'recover'; readonly how: 'cash' | 'write_off'; readonly part: number }
  | { readonly what: 'close'; readonly month: string };

export interface PlannedDay {
  readonly day: string;
  readonly happenings: readonly Happening[];
}

export interface Asked {
  readonly seed: number;
  readonly months: number;
  readonly people: number;
}

/** The first month of every simulated township; a raise from August is told of in October, every year. */
export const FIRST_YEAR = 2018;
const FIRST_MONTH = 3;
const RAISE_TOLD = '10-16';
const FIRST_RATE_FEN = 50_000;
const RAISE_FEN = 3_000;
/** The run, three hands and the bank's file. */
const STEPS = 5;

const text = (date: Date) => date.toISOString().slice(0, 10);
const dateOf = (index: number, dayOfMonth: number) =>
  new Date(Date.UTC(FIRST_YEAR, FIRST_MONTH - 1 + index, dayOfMonth));

/** Everything that will happen, by day: a pure function of what was asked. */
export function planOf({ seed, months, people }: Asked): readonly PlannedDay[] {
  const random = randomOf(seed);
  const days = new Map<string, Happening[]>();
  const at = (day: string, one: Happening) => days.set(day, [...(days.get(day) ?? []), one]);
  const gone = new Set<number>();
  const rights: Right[] = [];
  const enrol = (day: string) => {
    const right = random.pick(RIGHTS);
    at(day, { what: 'enrol', who: rights.push(right) - 1, right, grade: 5 + random.below(5) });
  };
  const first = text(dateOf(0, 1));
  for (let n = 0; n < people; n += 1) enrol(first);
  const somebody = () => {
    const who = random.below(rights.length);
    return gone.has(who) ? undefined : who;
  };
  for (let index = 0; index < months; index += 1) {
    const on = (dayOfMonth: number) => text(dateOf(index, dayOfMonth));
    const month = on(1).slice(0, 7);
    if (random.oneIn(3)) enrol(on(2));
    const dead = random.oneIn(2) ? somebody() : undefined;
    if (dead !== undefined) {
      const isFalse = random.oneIn(3);
      const late = index === 0 ? 0 : random.below(Math.min(index, 5) * 30);
      gone.add(dead);
      const reported = dateOf(index, 3 + random.below(20));
      const diedOn = text(new Date(reported.getTime() - late * 86_400_000));
      at(text(reported), { what: 'death', who: dead, diedOn, isFalse });
      at(on(25), { what: 'decide', who: dead, isFalse, isDeath: true });
    }
    const moved = random.oneIn(4) ? somebody() : undefined;
    if (moved !== undefined) {
      gone.add(moved);
      at(on(4), { what: 'move', who: moved });
      at(on(25), { what: 'decide', who: moved, isFalse: false, isDeath: false });
    }
    const graded = somebody();
    if (graded !== undefined && rights[graded] === '残疾军人')
      at(on(5), { what: 'regrade', who: graded, grade: 5 + random.below(5) });
    const dies = random.oneIn(3) ? { dies: random.below(STEPS) } : {};
    at(on(10), { what: 'pay', month, isTwice: random.oneIn(2), ...dies });
    at(on(20), { what: 'result', month, returnedIn: 4 + random.below(12) });
    const how = random.oneIn(4) ? 'write_off' : 'cash';
    if (random.oneIn(2)) at(on(22), { what: 'recover', how, part: 1 + random.below(3) });
    if (random.oneIn(3)) at(on(27), { what: 'close', month });
  }
  for (let year = FIRST_YEAR; `${year}-${RAISE_TOLD}` < text(dateOf(months, 1)); year += 1)
    at(`${year}-${RAISE_TOLD}`, {
      what: 'raise',
      year,
      fen: FIRST_RATE_FEN + (year - FIRST_YEAR) * RAISE_FEN,
    });
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, happenings]) => ({ day, happenings }));
}
