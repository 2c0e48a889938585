import { factsReader, type PersonFacts, type PlainPerson, type PlainRight } from '@shuangyong/policy';
import { type Month, monthOf, monthText } from '@shuangyong/values';

/** The year asked for: a raise falls into its October. */
export const FROM = monthOf(2017, 1);
export const TO = monthOf(2017, 12);
export const REGION = '341524';

/** A right of a bench person, as numbers; `kind` is the benefit. */
export interface BenchRight {
  readonly kind: 'disability' | 'combat' | 'ruralVeteran';
  readonly from: number;
  /** Last month. */
  readonly to: number;
  readonly grade: number;
  readonly cause: number;
  readonly years: number;
}

export interface BenchPerson {
  readonly born: number;
  /** 0 = alive. */
  readonly died: number;
  readonly rights: readonly BenchRight[];
}

const CAUSES = ['combat', 'duty', 'illness'] as const;
const CATEGORY = { disability: '残疾军人', combat: '参战退役人员', ruralVeteran: '农村籍退役士兵' } as const;
const NEVER = monthOf(2050, 1);

/** Random numbers that are the same in every run (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** Of forty people two have a second right. */
const MIXES: readonly (readonly BenchRight['kind'][])[] = [
  ...Array.from({ length: 19 }, () => ['ruralVeteran'] as const),
  ...Array.from({ length: 11 }, () => ['combat'] as const),
  ...Array.from({ length: 8 }, () => ['disability'] as const),
  ['disability', 'combat'],
  ['combat', 'ruralVeteran'],
];

/** Random people of three benefits: starts, stops, sixtieth birthdays and deaths in the year among them. */
export function benchPeople(count: number, seed = 2017): readonly BenchPerson[] {
  const below = randomOf(seed);
  return Array.from({ length: count }, () => {
    const mix = MIXES[below(MIXES.length)] ?? [];
    return {
      born: monthOf(1933 + below(25), 1 + below(12)),
      died: below(50) === 0 ? FROM + below(12) : 0,
      rights: mix.map((kind) => benchRight(kind, below)),
    };
  });
}

function benchRight(kind: BenchRight['kind'], below: (count: number) => number): BenchRight {
  const grade = 1 + below(10);
  const from = monthOf(2005 + below(13), 1 + below(12));
  return {
    kind,
    from,
    to: below(30) === 0 ? Math.max(from, FROM + below(12)) : NEVER,
    grade,
    cause: below(grade > 6 ? 2 : 3),
    years: 1 + below(20),
  };
}

export function plainOf({ born, died, rights }: BenchPerson): PlainPerson {
  return {
    region: REGION,
    born: monthText(born as Month),
    died: died === 0 ? null : monthText(died as Month),
    deathCause: 'other',
    rights: rights.map(plainRight),
  };
}

function plainRight({ kind, from, to, grade, cause, years }: BenchRight): PlainRight {
  return {
    category: CATEGORY[kind],
    from: monthText(from as Month),
    stop: monthText((to + 1) as Month),
    grade,
    cause: CAUSES[cause] ?? null,
    serviceYears: years,
    housed: true,
  };
}

export function factsOf(people: readonly BenchPerson[]): readonly PersonFacts[] {
  const read = factsReader();
  return people.map((person) => read(plainOf(person)));
}
