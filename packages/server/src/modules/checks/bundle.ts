import type { NotDueReason } from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';
import type { FindingCode, Severity } from './codes.ts';
import { type Draft, lastDayFor, type Question, sourceOf, yearOfMonth } from './draft.ts';
import { type Ground, type RightGround, type Sums, sumsOf } from './ground.ts';
import { type Bundle, isItemOf, lastMade, type Payment, roleOf } from './payment.ts';
import { compared, runsText, span, whyWords, yuan } from './words.ts';

/** A bundle held against the law: how much too much (positive) or too little, and what is to be said of it. */
export interface Judged {
  readonly bundle: Bundle;
  readonly offFen: number;
  /** Undefined where it only matters for what it makes up for elsewhere. */
  readonly draft: Draft | undefined;
}

/** Fen a month by which rounding of one office may differ from ours without a word. */
const SILENT_FEN = 1;
/** Below a yuan a month a difference looks like another way of rounding. */
const ROUNDING_FEN = 100;

const lengthOf = ({ from, to }: { readonly from: Month; readonly to: Month }) => to - from + 1;

/** Undefined when the payments are what was due, or when nobody can say what was. */
export function judgeBundle(
  bundle: Bundle,
  ground: Ground,
  question: Question,
  rights: readonly RightGround[] = ground.rights,
): Judged | undefined {
  const sums = sumsOf(ground, bundle.from, bundle.to, rights);
  if (sums.isUnknown) return undefined;
  const offFen = bundle.fen - sums.dueFen;
  if (Math.abs(offFen) <= SILENT_FEN * lengthOf(bundle)) return undefined;
  const draft = offFen > 0 ? over(bundle, ground, sums, rights) : short(bundle, sums, question);
  // Nothing is said yet of too little, but a 扣回 in it may make up for too much elsewhere.
  const isChanged = bundle.payments.some(({ item }) => roleOf(item) === 'change');
  return draft || isChanged ? { bundle, offFen, draft } : undefined;
}

function drafted(
  bundle: Bundle,
  sums: Sums,
  code: FindingCode,
  severity: Severity,
  reason: string,
  at = lastMade(bundle.payments),
): Draft {
  const money = { expectedFen: sums.dueFen, actualFen: bundle.fen };
  const { from, to, payments } = bundle;
  return { code, severity, from, to, ...money, reason, source: sourceOf(at), payments };
}

// ── Too little ──────────────────────────────────────────────────────────────────────────────────────────────────

function short(bundle: Bundle, sums: Sums, question: Question): Draft | undefined {
  if (isPending(bundle, sums, question)) return undefined;
  return wrongAmount(bundle, sums);
}

/** The rate became known after the payment, and the time for the arrears is not over. */
function isPending({ payments, to }: Bundle, { knownOn }: Sums, { today }: Question): boolean {
  const paidOn = lastMade(payments)?.paidOn ?? '';
  if (knownOn === '' || knownOn <= paidOn) return false;
  return today <= lastDayFor(Math.max(Number(knownOn.slice(0, 4)), yearOfMonth(to)));
}

function wrongAmount(bundle: Bundle, sums: Sums): Draft {
  const off = Math.abs(bundle.fen - sums.dueFen);
  const isRounding = off < ROUNDING_FEN * lengthOf(bundle);
  const isDerived = off <= sums.derivedFen;
  const doubt = isRounding
    ? '差额每月不到一元，像是取整办法不同，请核对'
    : isDerived
      ? '这个标准是推算的，请找到原文件核对'
      : '';
  const reason = `${span(bundle.from, bundle.to)} ${compared(sums.dueFen, bundle.fen)}。${doubt && `${doubt}。`}`;
  return drafted(bundle, sums, 'wrong_amount', isRounding || isDerived ? 'look' : 'must', reason);
}

// ── Too much ────────────────────────────────────────────────────────────────────────────────────────────────────

const CODE_OF: Partial<Record<NotDueReason, FindingCode>> = {
  afterDeath: 'paid_after_death',
  ended: 'paid_after_stop',
  suspended: 'paid_after_stop',
  paidElsewhere: 'paid_after_stop',
  disqualified: 'paid_after_stop',
  beforeStart: 'paid_before_start',
  notApproved: 'paid_before_start',
  excludedBy: 'excluded_pair',
  lowerOfTwo: 'excluded_pair',
  underAge: 'under_age',
};

function over(bundle: Bundle, ground: Ground, sums: Sums, rights: readonly RightGround[]): Draft | undefined {
  if (sums.notDue.length > 0) return notDueDraft(bundle, sums, rights);
  const had: Bundle = { ...bundle, payments: bundle.payments.filter((one) => !isSetOff(one, bundle)) };
  const twins = sameLines(had.payments);
  if (sums.lacks.length > 0) return twins && twice(had, sums, twins, 'look');
  const again = twins ?? paidInFullAgain(had, ground, sums, rights);
  if (again) return twice(had, sums, again, 'must');
  if (isBarredPaid(had, ground, sums, rights)) return barred(bundle, sums);
  const extra = removable(had, ground, sums, rights);
  return extra ? twice(had, sums, extra, 'must') : wrongAmount(bundle, sums);
}

/** Its own batch set it off wholly against what was owed for the same months: nothing of it reached anybody. */
function isSetOff({ fen, from, to, voucher }: Payment, { payments }: Bundle): boolean {
  const back = payments.filter(
    (one) => one.kind === 'recovery' && one.voucher === voucher && one.from === from && one.to === to,
  );
  return fen > 0 && back.reduce((sum, one) => sum + one.fen, fen) === 0;
}

function notDueDraft(bundle: Bundle, sums: Sums, rights: readonly RightGround[]): Draft {
  const why = mainWhy(sums);
  const months = sums.notDue.filter((one) => one.why === why).map(({ month }) => month);
  const isUnpaidCategory = why === 'noNationalRule' && rights.every(({ isPaid }) => !isPaid);
  const code = CODE_OF[why] ?? (isUnpaidCategory ? 'not_on_roll' : 'wrong_amount');
  const words = isUnpaidCategory
    ? `名册里只登记为「${rights[0]?.category ?? ''}」，没有按月发的待遇`
    : `${runsText(months)} ${whyWords(why)}，不应发`;
  const reason = `${words}；${span(bundle.from, bundle.to)} ${compared(sums.dueFen, bundle.fen)}。`;
  const touching = bundle.payments.filter(
    ({ from, to, fen }) => fen > 0 && months.some((month) => from <= month && month <= to),
  );
  const at = lastMade(touching.length > 0 ? touching : bundle.payments);
  return drafted(bundle, sums, code, isUnpaidCategory ? 'look' : 'must', reason, at);
}

const ORDER: readonly NotDueReason[] = ['afterDeath', 'ended', 'suspended', 'underAge', 'beforeStart'];

function mainWhy({ notDue }: Sums): NotDueReason {
  const found = ORDER.find((why) => notDue.some((one) => one.why === why));
  return found ?? notDue[0]?.why ?? 'noNationalRule';
}

/** The later of two payments alike in item, months and amount. */
function sameLines(payments: readonly Payment[]): Payment | undefined {
  const seen = new Map<string, Payment>();
  for (const one of payments) {
    const name = `${one.item} ${one.from} ${one.to} ${one.fen}`;
    const other = seen.get(name);
    if (other && one.fen > 0) return lastMade([other, one]);
    seen.set(name, one);
  }
  return undefined;
}

/** All that is too much is one payment beside another, of just what is due in its months, none named after a barred right. */
function paidInFullAgain(
  bundle: Bundle,
  ground: Ground,
  { dueFen }: Sums,
  rights: readonly RightGround[],
): Payment | undefined {
  const { payments, fen } = bundle;
  const regular = payments.filter((one) => one.fen > 0 && roleOf(one.item) !== 'change');
  const isBarred = ({ item }: Payment) =>
    rights.some((right) => right.alone !== undefined && isItemOf(item, right.category));
  const isWhole = (one: Payment) =>
    Math.abs(one.fen - sumsOf(ground, one.from, one.to, rights).dueFen) <= SILENT_FEN * lengthOf(one);
  if (regular.some(isBarred)) return undefined;
  const found = regular.filter(
    (one) =>
      Math.abs(fen - one.fen - dueFen) <= SILENT_FEN * lengthOf(bundle) &&
      isWhole(one) &&
      regular.some((other) => other !== one && other.from <= one.to && one.from <= other.to),
  );
  return lastMade(found);
}

/**
 * A payment beside another for the same months that pays them again: without it at least what is due would still be
 * paid, or it is itself more than arrears would be.
 */
function removable(
  { payments, fen }: Bundle,
  ground: Ground,
  { dueFen }: Sums,
  rights: readonly RightGround[],
): Payment | undefined {
  const regular = payments.filter((one) => one.fen > 0 && roleOf(one.item) !== 'change');
  const isFull = (one: Payment) => one.fen * 2 >= sumsOf(ground, one.from, one.to, rights).dueFen;
  const found = regular.filter(
    (one) =>
      (fen - one.fen >= dueFen - SILENT_FEN || isFull(one)) &&
      regular.some((other) => other !== one && other.from <= one.to && one.from <= other.to),
  );
  return lastMade(found);
}

function twice(bundle: Bundle, sums: Sums, at: Payment, severity: Severity): Draft {
  const vouchers = [...new Set(bundle.payments.flatMap(({ voucher }) => (voucher ? [voucher] : [])))];
  const by = vouchers.length > 1 ? `（凭证 ${vouchers.join('、')}）` : '';
  const doubt = severity === 'look' ? '；另有一部分应发算不出，请核对' : '';
  const reason = `${span(at.from, at.to)} 发了不止一次${by}；${span(bundle.from, bundle.to)} ${compared(sums.dueFen, bundle.fen)}${doubt}。`;
  return drafted(bundle, sums, 'paid_twice', severity, reason, at);
}

/** A right that another excludes, or that is the lower of two, has been paid beside it. */
function isBarredPaid(
  bundle: Bundle,
  ground: Ground,
  { dueFen }: Sums,
  rights: readonly RightGround[],
): boolean {
  const regular = bundle.payments.filter((one) => one.fen > 0 && roleOf(one.item) !== 'change');
  const general = regular.filter(({ item }) => roleOf(item) === 'general');
  return rights.some((right) => {
    if (right.alone === undefined) return false;
    const aloneFen = right.alone
      .slice(bundle.from - ground.from, bundle.to - ground.from + 1)
      .reduce((sum, { fen }) => sum + fen, 0);
    const isBoth = Math.abs(bundle.fen - dueFen - aloneFen) <= SILENT_FEN * lengthOf(bundle);
    const isNamed = regular.some(({ item }) => isItemOf(item, right.category));
    return aloneFen > 0 && (isBoth || isNamed || general.length > 1);
  });
}

function barred(bundle: Bundle, sums: Sums): Draft {
  const reason = `${span(bundle.from, bundle.to)} 两种待遇都发了，只应发一种：${compared(sums.dueFen, bundle.fen)}。`;
  return drafted(bundle, sums, 'excluded_pair', 'must', reason);
}

/** What is said of 丧葬补助 where the law continues nothing after the death. */
export function looseFuneral(payment: Payment, isDead: boolean): Draft {
  const words = isDead ? '全国没有规定这一类去世后续发；本县有规定的请先登记' : '名册里没有死亡日期';
  return {
    code: isDead ? 'paid_after_death' : 'wrong_amount',
    severity: 'look',
    from: payment.from,
    to: payment.to,
    expectedFen: 0,
    actualFen: payment.fen,
    reason: `丧葬补助 ${yuan(payment.fen)}：${words}。`,
    source: sourceOf(payment),
    payments: [payment],
  };
}
