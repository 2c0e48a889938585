import { FINDING_CODES, type FindingCode, LACKING, type Looked as LookedName, TESTS } from './codes.ts';
import type { Finding } from './finding.ts';
import type { CheckAnswer, Looked } from './run.ts';
import type { Verdict } from './verdicts.ts';

/** One test as a line of the screen: how much it looked at, and what became of what it found. */
export interface TestLine {
  readonly code: FindingCode | null;
  readonly title: string;
  readonly basis: string;
  readonly hits: number;
  readonly waiting: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly offFen: number | null;
  readonly looked: string | null;
  readonly lacks: string | null;
}

const UNITS: Readonly<Record<LookedName, string>> = {
  personMonths: '人月',
  payments: '笔发放',
  persons: '人',
  accounts: '个账号',
  gifts: '次慰问',
  confirmations: '人应确认',
  batches: '个批次',
  deathRows: '行名册',
  sentenceRows: '行名册',
  pensionRows: '行名册',
  proxies: '个代领账户',
  veterans: '人',
  budgets: '项预算',
  calls: '个电话',
};

/** What has to be there for a test to say anything. */
const NEEDS: Readonly<Record<FindingCode, keyof typeof LACKS>> = {
  paid_after_death: 'payments',
  paid_twice: 'payments',
  wrong_amount: 'payments',
  paid_after_stop: 'payments',
  paid_before_start: 'payments',
  not_on_roll: 'payments',
  unpaid_due: 'payments',
  under_age: 'payments',
  start_month: 'persons',
  excluded_pair: 'persons',
  shared_account: 'accounts',
  stop_disagrees: 'persons',
  due_unknown: 'persons',
  gift_not_on_roll: 'gifts',
  gift_unsigned: 'gifts',
  unconfirmed: 'confirmations',
  same_hands: 'batches',
  listed_dead: 'deathRows',
  not_suspended: 'sentenceRows',
  pension_beside: 'pensionRows',
  proxy_unproved: 'proxies',
  sixty_unregistered: 'veterans',
  over_budget: 'budgets',
  payee_differs: 'calls',
};

const LACKS = {
  payments: '没有发放记录，本项未查',
  persons: '没有在册对象，本项未查',
  accounts: '没有银行账号，本项未查',
  gifts: '没有慰问记录，本项未查',
  confirmations: '没有到期的年度确认记录，本项未查',
  batches: '没有复核过的发放批次，本项未查',
  deathRows: '没有火化、户籍注销名册，只按已登记的去世查',
  sentenceRows: '没有服刑人员名册，本项未查',
  pensionRows: '没有养老金领取名册，本项未查',
  proxies: '没有发到他人账户的，本项未查',
  veterans: '名册没有农村户籍的其他退役军人，本项未查',
  budgets: '没有预算，也没有记到账资金，本项未查',
  calls: '还没有发后抽查，本项未查',
} as const;

/** Every test, those that found something and those that did not, and those whose facts the books lack. */
export function testLines(
  { checked, findings }: CheckAnswer,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly TestLine[] {
  const run = FINDING_CODES.map((code) => {
    const own = findings.filter((one) => one.code === code);
    return lineOf(code, checked, own, verdicts);
  });
  return [...run, ...LACKING.map(lackingLine)];
}

function lineOf(
  code: FindingCode,
  checked: Looked,
  own: readonly Finding[],
  verdicts: ReadonlyMap<string, Verdict>,
): TestLine {
  const { title, basis, looked } = TESTS[code];
  const of = (word: Verdict['verdict']) =>
    own.filter(({ key }) => verdicts.get(key)?.verdict === word).length;
  const [confirmed, dismissed] = [of('confirmed'), of('dismissed')];
  const need = NEEDS[code];
  const isRun = own.length > 0 || checked[need] > 0;
  const counts = { hits: own.length, waiting: own.length - confirmed - dismissed, confirmed, dismissed };
  return {
    ...{ code, title, basis, ...counts, offFen: offFen(own) },
    looked: isRun ? `${checked[looked].toLocaleString('en-US')} ${UNITS[looked]}` : null,
    lacks: isRun ? null : LACKS[need],
  };
}

function offFen(own: readonly Finding[]): number | null {
  const sums = own.flatMap(({ expectedFen, actualFen }) =>
    expectedFen === null || actualFen === null ? [] : [Math.abs(actualFen - expectedFen)],
  );
  return sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0);
}

function lackingLine({ title, lacks }: (typeof LACKING)[number]): TestLine {
  const none = { hits: 0, waiting: 0, confirmed: 0, dismissed: 0, offFen: null, looked: null };
  return { code: null, title, basis: '—', ...none, lacks: `没有${lacks}，本项未查` };
}
