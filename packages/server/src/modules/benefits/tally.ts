import type { MonthChange } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';

/** People, months and money that change. */
export interface Sums {
  people: number;
  personMonths: number;
  wasFen: number;
  isFen: number;
  /** Of the months those that had no answer before: their `wasFen` is unknown, not zero. */
  wasUnknown: number;
}

export interface MonthEffect extends Readonly<Sums> {
  readonly month: string;
}

/** What the months before the present one would still be owed (or owe); nothing of it is paid by this. */
export interface Arrears {
  readonly people: number;
  readonly personMonths: number;
  readonly fen: number;
}

const none = (): Sums => ({ people: 0, personMonths: 0, wasFen: 0, isFen: 0, wasUnknown: 0 });

/** Months in which one person's rights change, as one person and as many months. */
export function sumsOf(changes: readonly MonthChange[]): Sums {
  const sums = none();
  if (changes.length > 0) add(sums, changes);
  return sums;
}

function add(sums: Sums, changes: readonly MonthChange[]): void {
  sums.people += 1;
  sums.personMonths += changes.length;
  for (const { was, wasFen, isFen } of changes) {
    sums.wasFen += wasFen;
    sums.isFen += isFen;
    if (was?.kind === 'unknown') sums.wasUnknown += 1;
  }
}

/** Adds up what changes, person by person: altogether, by category, month and fund. */
export interface Tally {
  readonly add: (changes: readonly MonthChange[], categoryOf: (spellId: string) => string) => void;
  readonly told: () => Told;
}

export interface Told extends Readonly<Sums> {
  readonly byCategory: readonly (Readonly<Sums> & { readonly category: string })[];
  readonly byMonth: readonly MonthEffect[];
  readonly byFund: readonly { readonly fund: string; readonly fen: number }[];
  readonly arrears: Arrears;
  /** Person-months that had an answer and have none now. */
  readonly nowUnknown: number;
}

function grouped<K>(map: Map<K, Sums>, key: K, changes: readonly MonthChange[]): void {
  const sums = map.get(key) ?? none();
  map.set(key, sums);
  add(sums, changes);
}

function by<K>(changes: readonly MonthChange[], keyOf: (change: MonthChange) => K): Map<K, MonthChange[]> {
  const parts = new Map<K, MonthChange[]>();
  for (const change of changes) {
    const key = keyOf(change);
    parts.set(key, [...(parts.get(key) ?? []), change]);
  }
  return parts;
}

/** `now`: the present month; what changes before it is named as arrears. */
export function makeTally(now: Month): Tally {
  const total = none();
  const past = none();
  const categories = new Map<string, Sums>();
  const months = new Map<Month, Sums>();
  const funds = new Map<string, number>();
  let lost = 0;
  return {
    add(changes, categoryOf) {
      add(total, changes);
      const before = changes.filter(({ month }) => month < now);
      if (before.length > 0) add(past, before);
      for (const [name, own] of by(changes, ({ spellId }) => categoryOf(spellId)))
        grouped(categories, name, own);
      for (const [month, own] of by(changes, (change) => change.month)) grouped(months, month, own);
      addFunds(changes, funds);
      lost += changes.filter(({ was, is }) => was?.kind === 'due' && is?.kind === 'unknown').length;
    },
    told: () => ({
      ...total,
      byCategory: [...categories].map(([category, sums]) => ({ category, ...sums })),
      byMonth: [...months]
        .sort(([a], [b]) => a - b)
        .map(([month, sums]) => ({ month: monthText(month), ...sums })),
      byFund: [...funds].map(([fund, fen]) => ({ fund, fen })),
      arrears: { people: past.people, personMonths: past.personMonths, fen: past.isFen - past.wasFen },
      nowUnknown: lost,
    }),
  };
}

function addFunds(changes: readonly MonthChange[], funds: Map<string, number>): void {
  const share = (outcome: MonthChange['is'], fen: number, sign: number) => {
    if (outcome?.kind !== 'due' || fen === 0) return;
    const total = outcome.lines.reduce((sum, { rate }) => sum + rate.num / rate.den, 0);
    let rest = fen;
    outcome.lines.forEach(({ fund, rate }, index) => {
      const isLast = index === outcome.lines.length - 1;
      const part = isLast ? rest : Math.round((fen * rate.num) / rate.den / total);
      rest -= part;
      funds.set(fund, (funds.get(fund) ?? 0) + sign * part);
    });
  };
  for (const { was, is, wasFen, isFen } of changes) {
    share(was, wasFen, -1);
    share(is, isFen, 1);
  }
}
