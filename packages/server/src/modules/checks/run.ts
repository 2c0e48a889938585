import type { Law } from '@shuangyong/policy';
import { type Month, monthOf } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type RollPerson, readRoll } from '../benefits/index.ts';
import { checkBeside } from './beside.ts';
import { FINDING_CODES } from './codes.ts';
import type { Question } from './draft.ts';
import { type Finding, findingOf } from './finding.ts';
import { checkKept } from './kept.ts';
import { accountFindings, giftFindings, outsiderDrafts } from './others.ts';
import { type BookPlace, countIn, type PaidBook, type PaidLines, readPaidBook } from './paid-book.ts';
import { type Payment, roleOf } from './payment.ts';
import { checkPerson } from './person.ts';
import { giftsIn, mergedInto, namesOf, paymentsOf, sharedAccounts } from './queries.ts';
import { quickCheck } from './quick.ts';
import { isStartNear } from './roll-rules.ts';
import { checkRosters } from './roster-checks.ts';
import { checkSpots } from './spot-checks.ts';

/** How much was looked at. */
export interface Looked {
  readonly persons: number;
  readonly personMonths: number;
  readonly payments: number;
  readonly accounts: number;
  readonly gifts: number;
  /** People due for the yearly confirmations whose day has passed, where they are kept. */
  readonly confirmations: number;
  /** Batches that somebody reviewed or approved. */
  readonly batches: number;
  /** Rows of lists of other offices: of deaths, of people who serve a sentence, of people who draw a pension. */
  readonly deathRows: number;
  readonly sentenceRows: number;
  readonly pensionRows: number;
  /** Accounts of others that money went to. */
  readonly proxies: number;
  /** Rural veterans who draw nothing. */
  readonly veterans: number;
  readonly budgets: number;
  /** Payees who were reached by telephone. */
  readonly calls: number;
}

export interface CheckAnswer {
  readonly checked: Looked;
  /** By code in the order of the codes, then by row. */
  readonly findings: readonly Finding[];
}

export interface CheckPlace extends BookPlace {
  readonly law: Law;
}

export interface Years {
  readonly first: number;
  readonly last: number;
  readonly today: string;
}

/**
 * The auditor's tests over the months of some years: everybody of the roll and everybody paid, held against the law
 * and all payments known. Reads only.
 */
export async function runChecks(db: Db, keys: Keys, place: CheckPlace, years: Years): Promise<CheckAnswer> {
  const from = monthOf(years.first, 1);
  const to = monthOf(years.last, 12);
  const book = merged(await readPaidBook(db, place, from, to), await mergedInto(db, place.countyId));
  const question: Question = { from, to, today: years.today, paidYears: book.years };
  const sieve = await sieved(db, place, question, book);
  const people = await thorough(db, keys, place, question, sieve);
  const accounts = await sharedAccounts(db, place, from, to);
  const gifts = await giftsIn(db, place, from, to);
  const kept = await checkKept(db, keys, place, years);
  const { findings: listed, ...lists } = await checkRosters(db, keys, place, years);
  const { findings: besides, ...beside } = await checkBeside(db, keys, place, years);
  const spots = await checkSpots(db, keys, place, years);
  const others = [...accountFindings(accounts, keys), ...giftFindings(gifts, keys), ...kept.findings];
  const findings = [...people.findings, ...others, ...listed, ...besides, ...spots.findings];
  return {
    checked: {
      persons: sieve.persons + people.persons,
      personMonths: sieve.months + people.months,
      payments: paymentsIn(book, from, to),
      accounts: accounts.accounts,
      gifts: gifts.count,
      confirmations: kept.confirmations,
      batches: kept.batches,
      ...{ ...lists, ...beside, calls: spots.calls },
    },
    findings: findings.sort(byCode),
  };
}

const byCode = (a: Finding, b: Finding) =>
  FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code) || (a.row ?? 0) - (b.row ?? 0);

function paymentsIn({ byPerson }: PaidBook, from: Month, to: Month): number {
  let count = 0;
  for (const lines of byPerson.values()) count += countIn(lines, from, to);
  return count;
}

interface MergedBook extends PaidBook {
  /** Registrations whose payments a person's are, himself included; only of people who have others. */
  readonly registrations: ReadonlyMap<string, readonly string[]>;
}

/** Payments under a number that turned out to be another's stand with that other. */
function merged(book: PaidBook, into: ReadonlyMap<string, string>): MergedBook {
  const registrations = new Map<string, string[]>();
  if (into.size === 0) return { ...book, registrations };
  const byPerson = new Map(book.byPerson);
  for (const [id, owner] of into) {
    registrations.set(owner, [...(registrations.get(owner) ?? [owner]), id]);
    const lines = byPerson.get(id);
    if (lines === undefined) continue;
    byPerson.delete(id);
    byPerson.set(owner, [...(byPerson.get(owner) ?? []), ...lines]);
  }
  return { ...book, byPerson, registrations };
}

interface Sieve {
  /** People found in order at first sight, and their months. */
  readonly persons: number;
  readonly months: number;
  readonly suspects: readonly RollPerson[];
  readonly outsiders: readonly string[];
  readonly book: MergedBook;
}

const NO_LINES: PaidLines = [];

async function sieved(db: Db, place: CheckPlace, question: Question, book: MergedBook): Promise<Sieve> {
  const quick = quickCheck(place.law, question, book);
  const left = new Set(book.byPerson.keys());
  const suspects: RollPerson[] = [];
  let [persons, months] = [0, 0];
  for await (const person of readRoll(db, place)) {
    left.delete(person.id);
    const own = quick(person, book.byPerson.get(person.id) ?? NO_LINES);
    if (own === undefined || wantsRollRules(person, question)) suspects.push(person);
    else if (own > 0) {
      persons += 1;
      months += own;
    }
  }
  const outsiders = [...left].filter(
    (id) => countIn(book.byPerson.get(id) ?? NO_LINES, question.from, question.to) > 0,
  );
  return { persons, months, suspects, outsiders, book };
}

/** A row that begins in these years, or whose person died: what the roll itself says is looked at. */
function wantsRollRules({ rights, plain }: RollPerson, question: Question): boolean {
  if (plain.died !== null && plain.died !== undefined) return true;
  return rights.some(({ rows }) => rows.some((row) => isStartNear(row, question)));
}

interface Thorough {
  readonly findings: readonly Finding[];
  readonly persons: number;
  readonly months: number;
}

async function thorough(
  db: Db,
  keys: Keys,
  place: CheckPlace,
  question: Question,
  { suspects, outsiders, book }: Sieve,
): Promise<Thorough> {
  const idsOf = (id: string) => book.registrations.get(id) ?? [id];
  const wanted = [...suspects.map(({ id }) => id), ...outsiders].flatMap(idsOf);
  const payments = await paymentsOf(db, place, wanted);
  const paidTo = (id: string) => idsOf(id).flatMap((one) => payments.get(one) ?? []);
  const findings: Finding[] = [];
  let [persons, months] = [0, 0];
  for (const person of suspects) {
    const own = checkPerson(person, near(paidTo(person.id), question), place.law, question);
    findings.push(...own.drafts.map((draft) => findingOf(draft, person, keys)));
    months += own.months;
    if (own.months > 0) persons += 1;
  }
  const names = await namesOf(db, place.countyId, outsiders);
  for (const id of outsiders) {
    const who = names.get(id);
    if (who === undefined) continue;
    const own = outsiderDrafts(paidTo(id), question);
    findings.push(...own.map((draft) => findingOf(draft, who, keys)));
    const paid = monthsPaid(paidTo(id), question);
    months += paid;
    if (paid > 0) persons += 1;
  }
  return { findings, persons, months };
}

const MARGIN = 12;

/** The same payments as the lean reading has: those that may share a bundle with the months asked for, and 补发, 扣回. */
function near(payments: readonly Payment[], { from, to }: Question): readonly Payment[] {
  return payments.filter(
    (one) =>
      (one.from <= to + MARGIN && one.to >= from - MARGIN) || one.item === '补发' || one.item === '扣回',
  );
}

function monthsPaid(payments: readonly Payment[], { from, to }: Question): number {
  const months = new Set<number>();
  for (const one of payments)
    if (roleOf(one.item) !== 'apart')
      for (let month = Math.max(one.from, from); month <= Math.min(one.to, to); month += 1) months.add(month);
  return months.size;
}
