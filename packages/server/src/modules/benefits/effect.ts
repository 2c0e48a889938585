import { changesOf, entitle, type Law, type MonthChange, months, personFacts } from '@shuangyong/policy';
import { fen, type Month, monthText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { readConscripts } from './conscripts.ts';
import type { Span } from './due.ts';
import type { RollPerson } from './facts.ts';
import { type RollPlace, readRoll } from './roll.ts';
import { makeTally, sumsOf, type Told } from './tally.ts';

export interface PersonEffect {
  readonly id: string;
  readonly name: string;
  readonly idTail: string | null;
  readonly category: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly wasFen: number;
  readonly isFen: number;
  /** Months that had no answer before. */
  readonly wasUnknown: number;
  /** What months before the present one would still be owed. */
  readonly arrearsFen: number;
}

/** People × months × yuan between two laws over a span. */
export interface Effect extends Told {
  readonly from: string;
  readonly to: string;
  /** The present month: what changes before it is arrears. */
  readonly now: string;
  /** The first of them, those with most money first. */
  readonly persons: readonly PersonEffect[];
}

/** Months asked for, and the present one; without it nothing of the span is past. */
export interface EffectSpan extends Span {
  readonly now?: Month;
}

const MOST_SHOWN = 500;

function categoryOf(person: RollPerson, spellId: string): string {
  return person.plain.rights.find(({ id }) => id === spellId)?.category ?? '';
}

// Only months that change count: a month that stays as it was costs nothing new.
function changesBetween(person: RollPerson, was: Law, is: Law, { from, to }: Span): readonly MonthChange[] {
  const facts = personFacts(person.plain);
  return changesOf(entitle(facts, was, from, to), entitle(facts, is, from, to)).filter(
    ({ wasFen, isFen }) => wasFen !== isFen,
  );
}

/** Months of a person that rest on a derived rate, each as if nothing had been due before. */
function derivedMonths(person: RollPerson, law: Law, { from, to }: Span): readonly MonthChange[] {
  return months(entitle(personFacts(person.plain), law, from, to)).flatMap(
    ({ spell, month, outcome, ...told }) =>
      outcome.kind === 'due' && outcome.derived
        ? [
            {
              ...{ spellId: spell.id, benefit: spell.benefit, month },
              ...{ was: undefined, wasFen: fen(0), is: outcome, isFen: told.fen },
            },
          ]
        : [],
  );
}

function personEffect(
  person: RollPerson,
  changes: readonly MonthChange[],
  keys: Keys,
  now: Month,
): PersonEffect {
  const { wasFen, isFen, wasUnknown } = sumsOf(changes);
  const past = sumsOf(changes.filter(({ month }) => month < now));
  const at = changes.map(({ month }) => month);
  const { id, name, identitySealed } = person;
  return {
    ...{ id, name, wasFen, isFen, wasUnknown },
    idTail: identitySealed === null ? null : keys.open(identitySealed).slice(-4),
    category: categoryOf(person, changes[0]?.spellId ?? ''),
    from: monthText(Math.min(...at) as Month),
    to: monthText(Math.max(...at) as Month),
    months: new Set(at).size,
    arrearsFen: past.isFen - past.wasFen,
  };
}

async function tallied(
  db: Db,
  keys: Keys,
  place: RollPlace,
  { from, to, now = from }: EffectSpan,
  changesOfOne: (person: RollPerson) => readonly MonthChange[],
): Promise<Effect> {
  const tally = makeTally(now);
  const persons: PersonEffect[] = [];
  for await (const person of everybody(db, place)) {
    const changes = changesOfOne(person);
    if (changes.length === 0) continue;
    tally.add(changes, (spellId) => categoryOf(person, spellId));
    persons.push(personEffect(person, changes, keys, now));
  }
  return {
    ...{ from: monthText(from), to: monthText(to), now: monthText(now) },
    ...tally.told(),
    persons: persons.sort((a, b) => b.isFen - b.wasFen - (a.isFen - a.wasFen)).slice(0, MOST_SHOWN),
  };
}

/** The roll, then the families of conscripts. */
export async function* everybody(db: Db, place: RollPlace): AsyncGenerator<RollPerson> {
  yield* readRoll(db, place);
  yield* await readConscripts(db, place);
}

/**
 * «看影响»: everybody of the roll under the law as it is and as it would be, month by month. Nothing is written; a
 * law that leaves somebody's months as they were does not name him.
 */
export async function effectOf(
  db: Db,
  keys: Keys,
  place: RollPlace,
  laws: { readonly was: Law; readonly is: Law },
  span: EffectSpan,
): Promise<Effect> {
  return tallied(db, keys, place, span, (person) => changesBetween(person, laws.was, laws.is, span));
}

/** Who rests on derived rates, for how many months and how much: what an office answers for when it adopts them. */
export async function restingOnDerived(
  db: Db,
  keys: Keys,
  place: RollPlace,
  law: Law,
  span: EffectSpan,
): Promise<Effect> {
  return tallied(db, keys, place, span, (person) => derivedMonths(person, law, span));
}
