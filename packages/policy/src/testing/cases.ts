import { day, type Month, monthText, parseIsoMonth } from '@shuangyong/values';
import { compileLaw } from '../compile.ts';
import { entitle } from '../entitle.ts';
import { personFacts } from '../facts.ts';
import { months } from '../months.ts';
import type { PlainRight } from '../plain.ts';
import type { Law, LawFiles, MonthAnswer, SettingFile, TableFile } from '../types.ts';

/** One worked case of `law/cases/*.yaml`. */
export interface CaseFile {
  readonly case: string;
  readonly article: string;
  /** How the amounts were worked out by hand, in words. */
  readonly arithmetic: string;
  readonly region: string;
  /** Day of knowledge; absent = today. */
  readonly known?: string;
  /** Tables of the case's own county. */
  readonly local?: readonly TableFile[];
  readonly settings?: readonly SettingFile[];
  /** How many people alike the case stands for; absent = 1. */
  readonly times?: number;
  readonly person?: {
    readonly born?: string | null;
    readonly died?: string | null;
    readonly deathCause?: string | null;
  };
  readonly rights: readonly PlainRight[];
  readonly ask: { readonly from: string; readonly to: string };
  readonly expect: readonly Expected[];
}

export interface ExpectedRight {
  readonly right: number;
  readonly from: string;
  readonly to: string;
  /** Fen of every month. */
  readonly each?: number;
  /** Fen of all months together. */
  readonly sum?: number;
  readonly notDue?: string;
  readonly unknown?: readonly string[];
  readonly missing?: readonly string[];
  readonly derived?: boolean;
  readonly component?: string;
}
export type Expected = ExpectedRight | { readonly total: number };

/** What the case says and the law does not, in words; empty when they agree. */
export type Differences = readonly string[];

const laws = new WeakMap<LawFiles, Map<string, Law>>();

/** Runs a case against the law of these files. A case that leaves a month of a right without expectation is refused. */
export function runCase(one: CaseFile, files: LawFiles): Differences {
  const from = month(one.ask.from);
  const to = month(one.ask.to);
  const uncovered = coverage(one, from, to);
  if (uncovered.length > 0) return uncovered;
  const person = personFacts({ ...one.person, region: one.region, rights: one.rights });
  const answers = months(entitle(person, lawOf(one, files), from, to));
  return one.expect.flatMap((expected) =>
    judge(
      expected,
      answers,
      person.spells.map(({ id }) => id),
    ),
  );
}

function lawOf(one: CaseFile, files: LawFiles): Law {
  const name = one.local || one.settings ? one.case : (one.known ?? '');
  const known = laws.get(files) ?? new Map<string, Law>();
  laws.set(files, known);
  const found = known.get(name) ?? compiled(one, files);
  known.set(name, found);
  return found;
}

function compiled(one: CaseFile, files: LawFiles): Law {
  const local = one.local ? [{ package: 'case', title: one.case, tables: one.local }] : [];
  const made = compileLaw(
    {
      sources: [...files.sources, { id: 'case', title: one.case }],
      packages: [...files.packages, ...local],
      settings: [...files.settings, ...(one.settings ?? [])],
    },
    one.known === undefined ? {} : { knownOn: day(one.known) },
  );
  if (!made.ok) throw new Error(`${one.case}: ${JSON.stringify(made.refusals.slice(0, 5))}`);
  return made.law;
}

function coverage(one: CaseFile, from: Month, to: Month): Differences {
  const said: string[] = [];
  for (let right = 1; right <= one.rights.length; right += 1)
    for (let at = from; at <= to; at = (at + 1) as Month) {
      const count = one.expect.filter(
        (expected) => 'right' in expected && expected.right === right && isIn(expected, at),
      ).length;
      if (count !== 1) said.push(`right ${right} ${monthText(at)}: ${count} expectations`);
    }
  return said;
}

const isIn = ({ from, to }: { readonly from: string; readonly to: string }, at: Month) =>
  month(from) <= at && at <= month(to);

function judge(expected: Expected, answers: readonly MonthAnswer[], ids: readonly string[]): Differences {
  if ('total' in expected) {
    const total = answers.reduce((sum, { fen }) => sum + fen, 0);
    return total === expected.total ? [] : [`total ${total}, expected ${expected.total}`];
  }
  const own = answers.filter(
    ({ spell, month: at }) => spell.id === ids[expected.right - 1] && isIn(expected, at),
  );
  const sum = own.reduce((all, { fen }) => all + fen, 0);
  const inSum =
    expected.sum === undefined || expected.sum === sum ? [] : [`sum ${sum}, expected ${expected.sum}`];
  const where = `right ${expected.right} ${expected.from}…${expected.to}`;
  return [...inSum, ...own.flatMap((answer) => judgeMonth(expected, answer))].map(
    (text) => `${where}: ${text}`,
  );
}

function judgeMonth(expected: ExpectedRight, { month: at, outcome, fen, lines }: MonthAnswer): Differences {
  const told =
    outcome.kind === 'due'
      ? dueText(fen, outcome.missing, outcome.derived)
      : outcome.kind === 'notDue'
        ? `notDue ${outcome.why}`
        : `unknown ${sorted(outcome.missing)}`;
  const wanted =
    expected.notDue !== undefined
      ? `notDue ${expected.notDue}`
      : expected.unknown !== undefined
        ? `unknown ${sorted(expected.unknown)}`
        : dueText(expected.each ?? fen, expected.missing ?? [], expected.derived ?? false);
  const isOther =
    expected.component !== undefined && !lines.every(({ component }) => component === expected.component);
  const component = isOther ? [`${monthText(at)}: not ${expected.component}`] : [];
  return told === wanted ? component : [`${monthText(at)}: ${told}, expected ${wanted}`, ...component];
}

const dueText = (fen: number, missing: readonly string[], isDerived: boolean) =>
  `due ${fen} missing ${sorted(missing)}${isDerived ? ' derived' : ''}`;
const sorted = (list: readonly string[]) => `[${[...list].sort().join(' ')}]`;

function month(text: string): Month {
  const parsed = parseIsoMonth(text);
  if (parsed === undefined) throw new RangeError(`not a month: ${text}`);
  return parsed;
}
