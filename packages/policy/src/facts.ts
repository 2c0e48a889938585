import { addMonths, type Month, monthText, parseIsoMonth } from '@shuangyong/values';
import { CATEGORIES, type Category, categoryOf } from './categories.ts';
import {
  AWARDS,
  BENEFITS,
  CAUSES,
  DEATH_CAUSES,
  ERAS,
  GROUPS,
  type PeriodState,
  RED_ARMY_CLASSES,
  RESIDENCES,
  STATES,
} from './codes.ts';
import type { PlainFacts, PlainPeriod, PlainPerson, PlainRight } from './plain.ts';
import { halfYearsServed } from './service.ts';
import { type Facts, OPEN, type Period, type PersonFacts, type Spell } from './types.ts';

type Word = string | null | undefined;

const RANKED = Object.keys(CATEGORIES);

type Share = (facts: Facts) => Facts;

/** Flat facts of a plain person. Throws a RangeError on a word, month or order of periods that cannot be. */
export const personFacts = (person: PlainPerson): PersonFacts => factsWith(person, (facts) => facts);

/**
 * `personFacts` for a whole roll: periods whose facts read the same share them, which makes a county's facts a
 * good part smaller and a run over them as much faster.
 */
export function factsReader(): (person: PlainPerson) => PersonFacts {
  const known = new Map<string, Facts>();
  const share: Share = (facts) => {
    const name = Object.values(facts).join();
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, facts);
    return facts;
  };
  return (person) => factsWith(person, share);
}

function factsWith(person: PlainPerson, share: Share): PersonFacts {
  const spells = person.rights.map((right, index) => spellOf(right, index, person.region, share));
  return {
    bornIn: monthOrNone(person.born),
    diedIn: monthOrNone(person.died),
    deathCause: placeOf(DEATH_CAUSES, person.deathCause),
    spells,
    only: spells.length === 1 ? spells[0] : undefined,
  };
}

function spellOf(right: PlainRight, index: number, region: string, share: Share): Spell {
  const category = categoryOf(right.category);
  const periods = periodsOf(right, category, region, share);
  return {
    id: right.id ?? String(index + 1),
    benefit: category.benefit,
    order: category.benefit === null ? -1 : BENEFITS.indexOf(category.benefit),
    rank: RANKED.indexOf(right.category),
    from: periods[0]?.from ?? startOf(right),
    periods,
    only: periods.length === 1 ? periods[0] : undefined,
  };
}

function startOf({ from, periods }: PlainRight): Month {
  return monthNamed(from ?? periods?.[0]?.from ?? '');
}

function periodsOf(right: PlainRight, category: Category, region: string, share: Share): readonly Period[] {
  const from = startOf(right);
  const last = right.stop ? addMonths(monthNamed(right.stop), -1) : OPEN;
  const parts: readonly PlainPeriod[] = right.periods ?? [{ from: monthText(from) }];
  const periods = parts.map((part, index) => {
    const next = parts[index + 1];
    const end = part.to ? monthNamed(part.to) : next ? addMonths(monthNamed(next.from), -1) : last;
    return {
      from: laterOf(monthNamed(part.from), from),
      to: earlierOf(end, last),
      state: stateOf(part.state),
      facts: share(flatFacts(part, right, category, region)),
    };
  });
  periods.forEach((period, index) => {
    const before = periods[index - 1];
    if (before && before.to >= period.from) throw new RangeError('periods of a right overlap');
  });
  return periods.filter((period) => period.from <= period.to);
}

function flatFacts(part: PlainPeriod, right: PlainRight, category: Category, region: string): Facts {
  const said = <K extends keyof PlainFacts>(name: K): PlainFacts[K] =>
    part[name] === undefined ? right[name] : part[name];
  const housed = said('housed');
  return {
    region: regionOf(said('region') ?? region),
    grade: gradeOf(said('grade')),
    cause: placeOf(CAUSES, said('cause')),
    era: placeOf(ERAS, said('era')),
    group: placeOf(GROUPS, category.group),
    redArmyClass: placeOf(RED_ARMY_CLASSES, category.redArmyClass),
    residence: placeOf(RESIDENCES, said('residence')),
    housed: housed === null || housed === undefined ? 0 : housed ? 2 : 1,
    mental: said('mental') ? 1 : 0,
    halfYears: said('halfYears') ?? halfYearsServed({ years: said('serviceYears') ?? null }),
    award: placeOf(AWARDS, said('award')),
  };
}

/** Six digits, or the first six of a longer code of a township or village. */
export function regionOf(code: string): number {
  if (!/^\d{6,12}$/.test(code)) throw new RangeError(`not a region: ${code}`);
  return Number(code.slice(0, 6));
}

function placeOf(list: readonly string[], word: Word): number {
  if (word === null || word === undefined) return 0;
  const place = list.indexOf(word) + 1;
  if (place === 0) throw new RangeError(`not one of ${list.join(', ')}: ${word}`);
  return place;
}

function gradeOf(grade: number | null | undefined): number {
  if (grade === null || grade === undefined) return 0;
  if (!Number.isInteger(grade) || grade < 1 || grade > 10) throw new RangeError(`not a grade: ${grade}`);
  return grade;
}

function stateOf(word: string | undefined): PeriodState {
  const state = STATES.find((one) => one === (word ?? 'due'));
  if (!state) throw new RangeError(`not a state: ${word}`);
  return state;
}

function monthNamed(text: string): Month {
  const month = parseIsoMonth(text.slice(0, 7));
  if (month === undefined) throw new RangeError(`not a month: ${text}`);
  return month;
}

const monthOrNone = (text: Word): Month | 0 => (text ? monthNamed(text) : 0);
const laterOf = (a: Month, b: Month): Month => (a > b ? a : b);
const earlierOf = (a: Month, b: Month): Month => (a < b ? a : b);
