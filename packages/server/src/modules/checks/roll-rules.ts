import {
  CATEGORIES,
  entitle,
  type Law,
  type Missing,
  type PersonFacts,
  personFacts,
  REGIMES,
  regionOf,
  type Spell,
  startMonth,
} from '@shuangyong/policy';
import { type Month, monthOfDay, monthText, parseIsoMonth } from '@shuangyong/values';
import type { RollPerson } from '../benefits/index.ts';
import { type Draft, type Question, type RollRow, type SheetRow, sourceOfRow } from './draft.ts';
import type { Ground, RightGround } from './ground.ts';
import { missingWords, runsText, span } from './words.ts';

const bare = { expectedFen: null, actualFen: null, payments: [], severity: 'look' } as const;
const inYear = (month: Month, { from, to }: Question) => from <= month && month <= to;

// ── start_month ─────────────────────────────────────────────────────────────────────────────────────────────────

/** An approval longer before the start than this is another one's. */
const MOST_MONTHS_BEFORE = 3;

/**
 * Whether the start of a row, or the month the rule gives instead, may lie in the years asked: a rule gives the month
 * after at most, and an approval counts for three months. A sixtieth birthday years later is told with the start.
 */
export function isStartNear(row: RollRow, { from, to }: Pick<Question, 'from' | 'to'>): boolean {
  const { approved_on: approved, from_month: start } = row;
  return approved !== null && start >= from - 1 && start <= to + MOST_MONTHS_BEFORE + 1;
}

/** Rows whose start is not the month that the rule of the day of approval gives. The county's month is what counts. */
export function startDrafts({ rights, plain }: RollPerson, law: Law, question: Question): readonly Draft[] {
  const born = plain.born ? parseIsoMonth(plain.born) : undefined;
  return rights.flatMap(({ category, rows }) =>
    rows.flatMap((row) => {
      const rule = ruleMonth(row, category, law, born);
      if (rule === undefined || rule === row.from_month) return [];
      if (!isStartNear(row, question) || (!inYear(rule, question) && !inYear(row.from_month, question)))
        return [];
      const reason = `${category}：${row.approved_on?.slice(0, 7)} 认定，按规定应从 ${monthText(rule)} 起发，名册写的是 ${monthText(row.from_month)}。`;
      const [from, to] = rule < row.from_month ? [rule, row.from_month] : [row.from_month, rule];
      return [{ ...bare, code: 'start_month', from, to, reason, source: sourceOfRow(row) } as const];
    }),
  );
}

function ruleMonth(row: RollRow, category: string, law: Law, born: Month | undefined): Month | undefined {
  const benefit = CATEGORIES[category]?.benefit ?? null;
  if (row.approved_on === null || benefit === null) return undefined;
  const approved = monthOfDay(row.approved_on);
  const before = row.from_month - approved;
  if (before < 0 || before > MOST_MONTHS_BEFORE) return undefined;
  const { month } = startMonth(benefit, approved, law, regionOf(row.code));
  const fromAge = REGIMES[benefit].at(-1)?.fromAge;
  // A start before the birthday is another finding.
  if (fromAge === undefined || born === undefined || month === row.from_month) return month;
  // Nobody is paid before his birthday, however early he was approved.
  return Math.max(month, born + fromAge * 12) as Month;
}

// ── stop_disagrees ──────────────────────────────────────────────────────────────────────────────────────────────

// 因病 and 旧伤复发 in 停止原因 are read as the cause of a death.
const NAMES_DEATH = /死|亡|去世|病故|逝|因病|旧伤/;

/** Rows whose 停止年月 is not the month after the death. A right that ended earlier for a reason of its own is none. */
export function stopDrafts({ rights, plain }: RollPerson, question: Question): readonly Draft[] {
  const died = plain.died ? parseIsoMonth(plain.died) : undefined;
  if (died === undefined) return [];
  const after = (died + 1) as Month;
  return rights.flatMap(({ category, rows }) => {
    const row = rows.at(-1);
    const stop = row?.stop_month ?? null;
    if (row === undefined || stop === null || stop === after || stop <= row.from_month) return [];
    const isOwnEnd = stop < after && row.stop_reason !== null && !NAMES_DEATH.test(row.stop_reason);
    const [from, to] = stop < after ? [stop, died] : [after, (stop - 1) as Month];
    const isAsked = (from <= question.to && to >= question.from) || inYear(died, question);
    if (isOwnEnd || !isAsked) return [];
    const reason = `${category}：${monthText(died)} 去世，应从 ${monthText(after)} 起停发，名册的停止年月是 ${monthText(stop)}；两个以早的为准。`;
    return [{ ...bare, code: 'stop_disagrees', from, to, reason, source: sourceOfRow(row) } as const];
  });
}

// ── excluded_pair, on the roll alone ────────────────────────────────────────────────────────────────────────────

/** Rights that stand on the roll beside one that excludes them, whether paid or not. */
export function pairDrafts(person: RollPerson, ground: Ground, question: Question): readonly Draft[] {
  return ground.rights.flatMap((right, index) => {
    const months = monthsWith(
      right,
      question,
      (outcome) => outcome.kind === 'notDue' && outcome.why === 'excludedBy',
    );
    const [from] = months;
    const to = months.at(-1);
    if (from === undefined || to === undefined) return [];
    const others = ground.rights.filter((one) => one !== right && one.isPaid).map(({ category }) => category);
    const reason = `${runsText(months)} 名册同时有「${right.category}」和「${others.join('」「')}」，两项不能同领，「${right.category}」不应发。`;
    const row = person.rights[index]?.rows.find((one) => one.stop_month === null || one.stop_month > from);
    return [{ ...bare, code: 'excluded_pair', from, to, reason, source: sourceOfRow(row) } as const];
  });
}

function monthsWith(
  { months }: RightGround,
  question: Question,
  is: (outcome: RightGround['months'][number]['outcome']) => boolean,
): readonly Month[] {
  return months.flatMap(({ month, outcome }) => (inYear(month, question) && is(outcome) ? [month] : []));
}

// ── due_unknown ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What nobody can compute, told once for all rights that lack the same thing. */
export function unknownDrafts(
  person: RollPerson,
  ground: Ground,
  law: Law,
  question: Question,
): readonly Draft[] {
  const told = new Map<string, Draft>();
  ground.rights.forEach((right, index) => {
    for (const [what, months] of lackingMonths(right, question)) {
      const missing = what.split(' ') as Missing[];
      const known = told.get(what);
      if (known && !isOwn(person, index, law, question, missing)) continue;
      const row = person.rights[index]?.rows.find(
        (one) => one.stop_month === null || one.stop_month > question.from,
      );
      told.set(what, unknownDraft(right.category, missing, months, sourceOfRow(row)));
    }
  });
  return [...told.values()];
}

function lackingMonths(right: RightGround, question: Question): ReadonlyMap<string, readonly Month[]> {
  const lacking = new Map<string, Month[]>();
  for (const { month, outcome } of right.months) {
    if (!inYear(month, question) || outcome.kind === 'notDue' || outcome.missing.length === 0) continue;
    const what = outcome.missing.join(' ');
    lacking.set(what, [...(lacking.get(what) ?? []), month]);
  }
  return lacking;
}

/** Whether the right lacks it by itself, not because of another it is compared with. */
function isOwn(
  { plain }: RollPerson,
  index: number,
  law: Law,
  { from, to }: Question,
  missing: readonly Missing[],
): boolean {
  const facts = personFacts(plain);
  const spell = facts.spells[index];
  if (spell === undefined) return false;
  return lackedAlone(facts, spell, law, from, to).some((one) => missing.includes(one));
}

function lackedAlone(facts: PersonFacts, spell: Spell, law: Law, from: Month, to: Month): readonly Missing[] {
  return entitle({ ...facts, spells: [spell] }, law, from, to).flatMap(({ timeline }) =>
    timeline.stretches.flatMap(({ outcome }) => (outcome.kind === 'notDue' ? [] : outcome.missing)),
  );
}

function unknownDraft(
  category: string,
  missing: readonly Missing[],
  months: readonly Month[],
  source: SheetRow | null,
): Draft {
  const [from = null] = months;
  const to = months.at(-1) ?? null;
  const when = from === null || to === null ? '' : span(from, to);
  const reason = `${category}：${missing.map(missingWords).join('，')}，${when} 应发多少算不出，不判对错。`;
  return { ...bare, code: 'due_unknown', from, to, reason, source };
}
