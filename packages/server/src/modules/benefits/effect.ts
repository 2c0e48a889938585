import { changesOf, entitle, type Law, type MonthChange, personFacts } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Span } from './due.ts';
import type { RollPerson } from './facts.ts';
import { type RollPlace, readRoll } from './roll.ts';

/** What a new law changes for one 对象类别. */
export interface CategoryEffect {
  readonly category: string;
  readonly people: number;
  readonly personMonths: number;
  readonly wasFen: number;
  readonly isFen: number;
}

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
}

/** People × months × yuan between two laws over a span. */
export interface Effect {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly personMonths: number;
  readonly wasFen: number;
  readonly isFen: number;
  readonly byCategory: readonly CategoryEffect[];
  readonly byFund: readonly { readonly fund: string; readonly fen: number }[];
  /** The first of them, those with most money first. */
  readonly persons: readonly PersonEffect[];
}

const MOST_SHOWN = 500;

interface Sums {
  people: number;
  personMonths: number;
  wasFen: number;
  isFen: number;
}

const none = (): Sums => ({ people: 0, personMonths: 0, wasFen: 0, isFen: 0 });

function addTo(sums: Sums, changes: readonly MonthChange[]): void {
  sums.people += 1;
  sums.personMonths += changes.length;
  for (const { wasFen, isFen } of changes) {
    sums.wasFen += wasFen;
    sums.isFen += isFen;
  }
}

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

function fundsOf(changes: readonly MonthChange[], funds: Map<string, number>): void {
  const add = (outcome: MonthChange['is'], fen: number, sign: number) => {
    if (outcome?.kind !== 'due' || fen === 0) return;
    const total = outcome.lines.reduce((sum, { rate }) => sum + rate.num / rate.den, 0);
    let rest = fen;
    outcome.lines.forEach(({ fund, rate }, index) => {
      const isLast = index === outcome.lines.length - 1;
      const share = isLast ? rest : Math.round((fen * rate.num) / rate.den / total);
      rest -= share;
      funds.set(fund, (funds.get(fund) ?? 0) + sign * share);
    });
  };
  for (const { was, is, wasFen, isFen } of changes) {
    add(was, wasFen, -1);
    add(is, isFen, 1);
  }
}

function personEffect(person: RollPerson, changes: readonly MonthChange[], keys: Keys): PersonEffect {
  const sums = none();
  addTo(sums, changes);
  const at = changes.map(({ month }) => month);
  const { id, name, identitySealed } = person;
  return {
    id,
    name,
    idTail: identitySealed === null ? null : keys.open(identitySealed).slice(-4),
    category: categoryOf(person, changes[0]?.spellId ?? ''),
    from: monthText(Math.min(...at) as Month),
    to: monthText(Math.max(...at) as Month),
    months: new Set(at).size,
    wasFen: sums.wasFen,
    isFen: sums.isFen,
  };
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
  span: Span,
): Promise<Effect> {
  const total = none();
  const categories = new Map<string, Sums>();
  const funds = new Map<string, number>();
  const persons: PersonEffect[] = [];
  for await (const person of readRoll(db, place)) {
    const changes = changesBetween(person, laws.was, laws.is, span);
    if (changes.length === 0) continue;
    addTo(total, changes);
    fundsOf(changes, funds);
    persons.push(personEffect(person, changes, keys));
    for (const category of new Set(changes.map(({ spellId }) => categoryOf(person, spellId)))) {
      const sums = categories.get(category) ?? none();
      categories.set(category, sums);
      addTo(
        sums,
        changes.filter(({ spellId }) => categoryOf(person, spellId) === category),
      );
    }
  }
  return {
    from: monthText(span.from),
    to: monthText(span.to),
    ...total,
    byCategory: [...categories].map(([category, sums]) => ({ category, ...sums })),
    byFund: [...funds].map(([fund, fen]) => ({ fund, fen })),
    persons: persons.sort((a, b) => b.isFen - b.wasFen - (a.isFen - a.wasFen)).slice(0, MOST_SHOWN),
  };
}
