import type { Law } from '@shuangyong/policy';
import { type Month, parseIsoMonth } from '@shuangyong/values';
import type { RollPerson } from '../benefits/index.ts';
import { type Judged, looseFuneral } from './bundle.ts';
import { judgeByRight } from './by-right.ts';
import { type Draft, type Question, sourceOfRow } from './draft.ts';
import { type Ground, groundOf, type RightGround, sumsOf } from './ground.ts';
import { type Bundle, bundlesOf, type Payment, roleOf } from './payment.ts';
import { pairDrafts, startDrafts, stopDrafts, unknownDrafts } from './roll-rules.ts';
import { settle } from './settle.ts';
import { unpaidDrafts } from './unpaid.ts';

/** All that is found about one person of the roll, and in how many months there was something to check. */
export interface Checked {
  readonly drafts: readonly Draft[];
  readonly months: number;
}

/** No right is continued longer than this after a death. */
const MOST_MONTHS_AFTER = 24;

/** A person of the roll with every payment to him that touches the months asked, or may make up for one. */
export function checkPerson(
  person: RollPerson,
  payments: readonly Payment[],
  law: Law,
  question: Question,
): Checked {
  const died = person.plain.died ? parseIsoMonth(person.plain.died) : undefined;
  const ground = groundFor(person, payments, law, question, died);
  const { counted, loose } = countedOf(payments, ground, died);
  const bundles = bundlesOf(counted);
  const judged = bundles.flatMap((bundle) => judgeIn(bundle, ground, question));
  const owner = ownerRow(person, question);
  const unpaid = unpaidDrafts(ground, counted, question, owner);
  const money = settle(judged, unpaid, question).map((draft) => rowOf(draft, person, question));
  const rolls = [
    ...startDrafts(person, law, question),
    ...stopDrafts(person, question),
    ...unknownDrafts(person, ground, law, question),
  ];
  const pairs = onePair([...pairDrafts(person, ground, question), ...money.filter(isPair)]);
  const drafts = [
    ...money.filter((one) => !isPair(one)),
    ...loose.filter((one) => touches(one, question)),
    ...pairs,
    ...rolls,
  ];
  return { drafts, months: monthsChecked(ground, counted, question) };
}

const touches = ({ from, to }: Pick<Draft, 'from' | 'to'>, question: Question) =>
  from !== null && to !== null && from <= question.to && to >= question.from;

function groundFor(
  person: RollPerson,
  payments: readonly Payment[],
  law: Law,
  question: Question,
  died: Month | undefined,
): Ground {
  let { from, to } = question;
  for (const one of payments) {
    if (one.from < from) from = one.from;
    if (one.to > to) to = one.to;
  }
  if (died !== undefined && payments.some(({ item }) => roleOf(item) === 'funeral')) {
    from = Math.min(from, died) as Month;
    to = Math.max(to, died + MOST_MONTHS_AFTER) as Month;
  }
  return groundOf(person, law, from, to);
}

/** Payments that count as pensions, 丧葬补助 put into the months it is for; and what is said of other 丧葬补助. */
function countedOf(
  payments: readonly Payment[],
  ground: Ground,
  died: Month | undefined,
): { readonly counted: readonly Payment[]; readonly loose: readonly Draft[] } {
  const after = monthsAfterDeath(ground.rights);
  const counted: Payment[] = [];
  const loose: Draft[] = [];
  for (const payment of payments) {
    const role = roleOf(payment.item);
    if (role === 'apart' || (role === 'nursing' && !isNursingKnown(payment, ground))) continue;
    if (role !== 'funeral') counted.push(payment);
    else if (after.due) counted.push({ ...payment, from: after.due.from, to: after.due.to });
    else if (!after.isUnknown) loose.push(looseFuneral(payment, died !== undefined));
  }
  return { counted, loose };
}

interface AfterDeath {
  readonly due: { readonly from: Month; readonly to: Month } | undefined;
  readonly isUnknown: boolean;
}

function monthsAfterDeath(rights: readonly RightGround[]): AfterDeath {
  const all = rights.flatMap(({ months }) => months);
  const own = all.filter(({ lines }) => lines.some(({ component }) => component === 'afterDeath'));
  const at = own.map(({ month }) => month);
  const due = at.length > 0 ? { from: Math.min(...at) as Month, to: Math.max(...at) as Month } : undefined;
  return { due, isUnknown: all.some(({ outcome }) => outcome.kind === 'unknown') };
}

/** 护理费 is held against what is due only where a disability pension is and its local wage is known. */
function isNursingKnown({ from, to }: Payment, { rights }: Ground): boolean {
  const own = rights.filter(({ months }) => months.some(({ spell }) => spell.benefit === 'disability'));
  const lacks = own.some(({ months }) =>
    months.some(
      ({ month, outcome }) =>
        month >= from && month <= to && outcome.kind === 'due' && outcome.missing.length > 0,
    ),
  );
  return own.length > 0 && !lacks;
}

const isChange = ({ item }: Payment) => roleOf(item) === 'change';

/** Months outside the question only matter where a 补发 or 扣回 in them makes up for one inside. */
function judgeIn(bundle: Bundle, ground: Ground, question: Question): readonly Judged[] {
  if (touches(bundle, question)) return judgeByRight(bundle, ground, question);
  // Regular payments of other years need not be in the books: a 补发 alone there is money on top.
  if (bundle.payments.every(isChange)) return [{ bundle, offFen: bundle.fen, draft: undefined }];
  if (!bundle.payments.some(isChange)) return [];
  const { isUnknown } = sumsOf(ground, bundle.from, bundle.to);
  return isUnknown ? changesAlone(bundle) : judgeByRight(bundle, ground, question);
}

/** What nobody can judge says nothing, but the 补发 or 扣回 in it may be the very sum that is off elsewhere. */
function changesAlone(bundle: Bundle): readonly Judged[] {
  const offFen = bundle.payments.filter(isChange).reduce((sum, { fen }) => sum + fen, 0);
  return [{ bundle, offFen, draft: undefined }];
}

function ownerRow({ rights }: RollPerson, { from, to }: Question) {
  const rows = rights.flatMap((right) => right.rows);
  const inForce = rows.find(
    (row) => row.from_month <= to && (row.stop_month === null || row.stop_month > from),
  );
  return sourceOfRow(inForce ?? rows[0]);
}

/** An unpaid right has no payment to point at: its row of the roll stands for it. */
function rowOf(draft: Draft, person: RollPerson, question: Question): Draft {
  return draft.source === null ? { ...draft, source: ownerRow(person, question) } : draft;
}

const isPair = ({ code }: Draft) => code === 'excluded_pair';

/** One finding of a person's excluded pair, with the money of all its months. */
function onePair(drafts: readonly Draft[]): readonly Draft[] {
  const [first, ...rest] = drafts;
  if (first === undefined || rest.length === 0) return drafts;
  const money = drafts.filter(({ actualFen }) => actualFen !== null);
  const sum = (pick: (draft: Draft) => number | null) =>
    money.reduce((total, one) => total + (pick(one) ?? 0), 0);
  return [
    {
      ...first,
      severity: money.length > 0 ? 'must' : first.severity,
      from: Math.min(...drafts.map(({ from }) => from ?? Infinity)) as Month,
      to: Math.max(...drafts.map(({ to }) => to ?? 0)) as Month,
      expectedFen: money.length > 0 ? sum(({ expectedFen }) => expectedFen) : null,
      actualFen: money.length > 0 ? sum(({ actualFen }) => actualFen) : null,
      reason: pairReason(first, money),
      payments: drafts.flatMap(({ payments }) => payments),
    },
  ];
}

function pairReason(first: Draft, money: readonly Draft[]): string {
  const own = first.actualFen === null ? [first.reason] : [];
  return [...own, ...money.map(({ reason }) => reason)].join('');
}

/** Months asked for in which something is or may be due, or was paid. */
function monthsChecked(ground: Ground, payments: readonly Payment[], question: Question): number {
  let count = 0;
  for (let month = question.from; month <= question.to; month = (month + 1) as Month) {
    const isOpen = ground.rights.some(({ months }) => months[month - ground.from]?.outcome.kind !== 'notDue');
    if (isOpen || payments.some(({ from, to }) => from <= month && month <= to)) count += 1;
  }
  return count;
}
