import { addMonths, type Day, type Month, monthOf, monthOfDay, monthText, yearOf } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { peopleOnRoll, type RollPerson } from '../benefits/index.ts';
import type { FindingCode } from './codes.ts';
import type { Draft } from './draft.ts';
import { type Finding, findingOf } from './finding.ts';
import { answersIn, type Ground, groundOf } from './ground.ts';
import { isOfMonths, type Payment, shareIn } from './payment.ts';
import { paymentsOf } from './queries.ts';
import { hitsIn, type RosterHit, rosterRows } from './roster-find.ts';
import { DEATH_KINDS, EXCLUDED_BY_PENSION, type RosterKind } from './roster-kinds.ts';
import { likenessKey } from './roster-show.ts';
import type { CheckPlace, Years } from './run.ts';
import { verdictsOf } from './verdicts.ts';
import { runsText, yuan } from './words.ts';

/** What the lists of other offices show beside the books: how many rows were held against the roll, and findings. */
export interface RosterChecks {
  readonly deathRows: number;
  readonly sentenceRows: number;
  readonly pensionRows: number;
  readonly findings: readonly Finding[];
}

/** What a test by lists needs of one person. */
interface Listed {
  readonly hit: RosterHit;
  readonly person: RollPerson;
  readonly payments: readonly Payment[];
  readonly from: Month;
  readonly to: Month;
  readonly place: CheckPlace;
}

type Test = (listed: Listed) => Draft | undefined;

/** Whoever the lists name and the roll does not heed, in the months of some years. Without a list nothing is found. */
export async function checkRosters(
  db: Db,
  keys: Keys,
  place: CheckPlace,
  years: Years,
): Promise<RosterChecks> {
  const rows = await rosterRows(db, place);
  const count = (...kinds: readonly RosterKind[]) =>
    kinds.reduce((sum, kind) => sum + (rows.get(kind) ?? 0), 0);
  const counts = {
    deathRows: count(...DEATH_KINDS),
    sentenceRows: count('服刑'),
    pensionRows: count('养老金'),
  };
  const findings: Finding[] = [];
  const run = async (kinds: readonly RosterKind[], which: 'newest' | 'all', test: Test) =>
    findings.push(...(await found(db, keys, place, years, await hitsIn(db, place, kinds, which), test)));
  if (counts.deathRows > 0) await run(DEATH_KINDS, 'all', unregisteredDeath);
  if (counts.sentenceRows > 0) await run(['服刑'], 'newest', notSuspended);
  if (counts.pensionRows > 0) await run(['养老金'], 'newest', besidePension);
  return { ...counts, findings };
}

/** Hits of the same number, and likenesses of which somebody said that they are one person. One a person. */
async function certain(db: Db, countyId: number, hits: readonly RosterHit[]): Promise<readonly RosterHit[]> {
  const likes = hits.filter(({ likeness }) => likeness === 'like');
  const verdicts = await verdictsOf(db, countyId, likes.map(likenessKey));
  const isOne = (hit: RosterHit) =>
    hit.likeness === 'same' || verdicts.get(likenessKey(hit))?.verdict === 'confirmed';
  const one = new Map<string, RosterHit>();
  for (const hit of hits.filter(isOne)) if (!one.has(hit.personId)) one.set(hit.personId, hit);
  return [...one.values()];
}

async function found(
  db: Db,
  keys: Keys,
  place: CheckPlace,
  { first, last, today }: Years,
  all: readonly RosterHit[],
  test: Test,
): Promise<readonly Finding[]> {
  const hits = await certain(db, place.countyId, all);
  const ids = hits.map(({ personId }) => personId);
  const people = new Map((await peopleOnRoll(db, place, ids)).map((person) => [person.id, person]));
  const paid = await paymentsOf(db, place, ids);
  const from = monthOf(first, 1);
  const to = Math.min(monthOf(last, 12), monthOfDay(today as Day)) as Month;
  return hits.flatMap((hit) => {
    const person = people.get(hit.personId);
    if (person === undefined || from > to) return [];
    const draft = test({ hit, person, payments: paid.get(hit.personId) ?? [], from, to, place });
    if (draft === undefined) return [];
    return [
      findingOf(draft, person, keys, hit.kind, draft.code === 'pension_beside' ? lasting(draft) : draft),
    ];
  });
}

/** What kind of pension somebody draws stays true when the next month is paid: that changes no verdict. */
const lasting = (draft: Draft): Draft => ({
  ...draft,
  ...{ from: null, to: null, expectedFen: null, actualFen: null, reason: '', payments: [] },
});

/** `火化名册有他，日期 2018-01-20`: when and in which row it was seen stands apart, so that a newer list asks nothing anew. */
const toldIn = ({ kind, onDay }: RosterHit) =>
  `${kind}名册有他，${onDay === null ? '没写日期' : `日期 ${onDay}`}`;

/** The month from which he is no longer due: after the list's day, else after the day on which it was compared. */
const monthAfter = ({ onDay, comparedOn }: RosterHit) => addMonths(monthOfDay(onDay ?? comparedOn), 1);

/** Of several months the sum of what was paid for them; a payment for more months counts by equal shares. */
function paidIn(payments: readonly Payment[], from: Month, to: Month) {
  const own = payments.filter((one) => one.from <= to && one.to >= from && isOfMonths(one));
  return { own, fen: own.reduce((sum, one) => sum + shareIn(one, from, to), 0) };
}

const MONTHS_LISTED = 24;

function drafted(code: FindingCode, listed: Listed, months: readonly Month[], words: string): Draft {
  const [from = listed.from] = months;
  const to = months.at(-1) ?? from;
  const { own, fen } = paidIn(listed.payments, from, to);
  const money = own.length > 0 ? { expectedFen: 0, actualFen: fen } : { expectedFen: null, actualFen: null };
  const paid = own.length > 0 ? `已发 ${yuan(fen)}` : '还没有发放记录';
  const reason = `${toldIn(listed.hit)}；${words.replace('{paid}', paid)}`;
  const payments = own.slice(0, MONTHS_LISTED);
  const source = { sheet: `${listed.hit.kind}名册 ${listed.hit.sheet}`, row: listed.hit.row };
  return { code, severity: 'look', from, to, ...money, reason, source, payments };
}

/** A list of deaths names somebody who lives by the roll. Told in the year of the death, and in years paid after it. */
const unregisteredDeath: Test = (listed) => {
  const { hit, person, payments, from, to } = listed;
  if (person.plain.died !== null && person.plain.died !== undefined) return undefined;
  const after = monthAfter(hit);
  const standing = person.rights.some(({ rows }) =>
    rows.some(({ stop_month: stop }) => stop === null || stop > after),
  );
  const start = Math.max(after, from) as Month;
  const paid = start <= to && paidIn(payments, start, to).own.length > 0;
  const isOfYear = yearOf(hit.onDay ?? hit.comparedOn) === Math.floor(to / 12);
  if (!standing || !(paid || isOfYear)) return undefined;
  const words = `台账没有登记去世，${monthText(after)} 起{paid}。请核实，真的去世就报「去世」。`;
  return drafted('listed_dead', listed, start <= to ? [start, to] : [after], words);
};

/** Months from…to in which the law gives something by some rights. */
function dueMonths(ground: Ground, from: Month, to: Month, isAsked: (category: string) => boolean) {
  const rights = ground.rights.filter(({ category }) => isAsked(category));
  const due: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1))
    if (answersIn(ground, month, rights).some(({ fen }) => fen > 0)) due.push(month);
  return due;
}

function dueAfter({ hit, person, place, from, to }: Listed, isAsked: (category: string) => boolean) {
  const start = Math.max(monthAfter(hit), from) as Month;
  if (start > to) return [];
  return dueMonths(groundOf(person, place.law, from, to), start, to, isAsked);
}

/** Somebody who serves a sentence, and whose right goes on: it is suspended for the time. */
const notSuspended: Test = (listed) => {
  const months = dueAfter(listed, () => true);
  if (months.length === 0) return undefined;
  const words = `名册 ${runsText(months)} 还在享受，{paid}。请核对判决书，真的服刑就报「服刑」中止。`;
  return drafted('not_suspended', listed, months, words);
};

/** Somebody who draws a pension, and whose right is excluded by it. */
const besidePension: Test = (listed) => {
  const months = dueAfter(listed, (category) => category === EXCLUDED_BY_PENSION);
  if (months.length === 0) return undefined;
  const words = `「${EXCLUDED_BY_PENSION}」${runsText(months)} 还在享受，{paid}。领退休金或职工养老金的不享受；居民养老金不影响，是居民养老金的选「不属实」。`;
  return drafted('pension_beside', listed, months, words);
};
