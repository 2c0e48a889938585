/** Findings, in the order in which they are told. The contract of the command line names these codes. */
export const FINDING_CODES = [
  'paid_after_death',
  'paid_twice',
  'wrong_amount',
  'paid_after_stop',
  'paid_before_start',
  'not_on_roll',
  'unpaid_due',
  'under_age',
  'start_month',
  'excluded_pair',
  'shared_account',
  'stop_disagrees',
  'due_unknown',
  'gift_not_on_roll',
  'gift_unsigned',
  'unconfirmed',
  'same_hands',
  'listed_dead',
  'not_suspended',
  'pension_beside',
  'proxy_unproved',
  'sixty_unregistered',
  'over_budget',
  'payee_differs',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/**
 * What an imported workbook alone may show although nothing need be wrong: the screen asks, the command line, whose list
 * of codes is a contract, does not.
 */
export const SCREEN_ONLY: ReadonlySet<FindingCode> = new Set([
  ...(['proxy_unproved', 'sixty_unregistered', 'over_budget'] as const),
]);

/** `must` is wrong by what the books say; `look` wants a person's eyes. */
export type Severity = 'must' | 'look';

/** What a test looks at, for «查了多少». */
export type Looked =
  | 'personMonths'
  | 'payments'
  | 'persons'
  | 'accounts'
  | 'gifts'
  | 'confirmations'
  | 'batches'
  | 'deathRows'
  | 'sentenceRows'
  | 'pensionRows'
  | 'proxies'
  | 'veterans'
  | 'budgets'
  | 'calls';

export interface TestDef {
  readonly title: string;
  /** The rule the test rests on, as the screen and the printed sheet say it. */
  readonly basis: string;
  readonly looked: Looked;
}

/** The tests that are run, by the code of what they find. */
export const TESTS: Readonly<Record<FindingCode, TestDef>> = {
  paid_after_death: { title: '死亡后仍发放', basis: '死亡当月发完，次月起停发', looked: 'payments' },
  paid_twice: { title: '重复发放', basis: '同人同项目一个月只发一次', looked: 'personMonths' },
  wrong_amount: { title: '标准不符', basis: '当月施行的标准', looked: 'personMonths' },
  paid_after_stop: { title: '停发后仍发放', basis: '停止年月起不发', looked: 'payments' },
  paid_before_start: { title: '起发前发放', basis: '享受起始年月起发', looked: 'payments' },
  not_on_roll: { title: '不在册发放', basis: '只发给在册对象', looked: 'payments' },
  unpaid_due: { title: '在册未发', basis: '当年的应在次年 1 月 31 日前发', looked: 'personMonths' },
  under_age: { title: '不满 60 周岁发放', basis: '民发〔2011〕110号：满 60 周岁当月起', looked: 'payments' },
  start_month: { title: '起发月份不符', basis: '认定时间对应的起发月份', looked: 'persons' },
  excluded_pair: { title: '一人多项', basis: '不能同领的不并发，多种身份取高', looked: 'persons' },
  shared_account: { title: '账号共用', basis: '一人一账户', looked: 'accounts' },
  stop_disagrees: { title: '停发与死亡对不上', basis: '死亡次月为停止年月', looked: 'persons' },
  due_unknown: { title: '应发算不出', basis: '缺事实或缺标准的不判对错', looked: 'personMonths' },
  gift_not_on_roll: { title: '慰问对象不在册', basis: '慰问在册对象和军人家庭', looked: 'gifts' },
  gift_unsigned: { title: '慰问无签收', basis: '慰问款物由本人或家属签收', looked: 'gifts' },
  unconfirmed: {
    title: '未年度确认',
    basis: '领取定期待遇的每年确认一次',
    looked: 'confirmations',
  },
  same_hands: { title: '同一人制作又批准', basis: '制作、复核、批准是三个人', looked: 'batches' },
  listed_dead: {
    title: '死亡未登记',
    basis: '火化、户籍注销名册和台账对照',
    looked: 'deathRows',
  },
  not_suspended: {
    title: '应中止未中止',
    basis: '《军人抚恤优待条例》（2024）第五十九条：服刑期间中止',
    looked: 'sentenceRows',
  },
  pension_beside: {
    title: '领养老金仍领',
    basis: '民发〔2011〕110号：领退休金、职工养老金的不享受',
    looked: 'pensionRows',
  },
  proxy_unproved: { title: '代领无手续', basis: '他人代领要有委托书或证明', looked: 'proxies' },
  sixty_unregistered: {
    title: '满 60 未登记',
    basis: '民发〔2011〕110号：农村籍退役士兵满 60 周岁',
    looked: 'veterans',
  },
  over_budget: { title: '超预算', basis: '支出不超过当年预算和到账资金', looked: 'budgets' },
  payee_differs: { title: '发后抽查对不上', basis: '钱到人、数相符', looked: 'calls' },
};

/** Tests whose facts the books do not hold yet: shown as not run, never as passed. */
export const LACKING: readonly { readonly title: string; readonly lacks: string }[] = [
  { title: '子女满 18 未停', lacks: '烈士等遗属子女的登记' },
];
