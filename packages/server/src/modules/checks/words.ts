import type { Missing, NotDueReason } from '@shuangyong/policy';
import { fen, type Month, monthText, yuanDisplay } from '@shuangyong/values';

export const yuan = (amount: number): string => `${yuanDisplay(fen(amount))} 元`;

/** `2017-09`, or `2017-10 至 2017-12（3 个月）`. */
export function span(from: Month, to: Month): string {
  return from === to ? monthText(from) : `${monthText(from)} 至 ${monthText(to)}（${to - from + 1} 个月）`;
}

/** Single months and runs of them: `2017-03、2017-05 至 2017-06（2 个月）`. */
export function runsText(months: readonly Month[]): string {
  return runsOf(months)
    .map(([from, to]) => span(from, to))
    .join('、');
}

/** Runs of months that follow each other; the months are in order. */
export function runsOf(months: readonly Month[]): readonly (readonly [Month, Month])[] {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && month === last[1] + 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}

/** `应发 555.00 元，实发 1,110.00 元，多发 555.00 元` */
export function compared(expected: number, actual: number): string {
  const more = actual - expected;
  const by = more > 0 ? `多发 ${yuan(more)}` : `少发 ${yuan(-more)}`;
  return `应发 ${yuan(expected)}，实发 ${yuan(actual)}，${by}`;
}

const WHYS: Partial<Record<NotDueReason, string>> = {
  afterDeath: '已去世',
  ended: '已停发',
  suspended: '在中止期间',
  paidElsewhere: '由别处发放',
  beforeStart: '还没到享受起始年月',
  underAge: '不满 60 周岁',
  noNationalRule: '没有这一项的标准',
};

export const whyWords = (why: NotDueReason): string => WHYS[why] ?? '不应发';

const FACTS: Readonly<Record<string, string>> = {
  'fact:bornIn': '出生日期',
  'fact:grade': '残疾等级',
  'fact:cause': '致残性质',
  'fact:era': '入伍时期',
  'fact:group': '遗属类别',
  'fact:class': '红军类别',
  'fact:serviceYears': '服役年限',
  'fact:residence': '户籍性质',
  'fact:deathCause': '死亡原因',
  'fact:housed': '供养方式',
};

const TABLES: Readonly<Record<string, string>> = {
  'disability.base': '残疾抚恤金标准',
  'nursing.ratio': '护理费比例',
  'nursing.wage': '当地月平均工资（护理费按它算）',
  'survivor.byResidence': '三属定期抚恤金标准',
  'survivor.base': '三属定期抚恤金标准',
  'redArmy.base': '红军老战士生活补助标准',
  'demobilised.base': '在乡复员军人生活补助标准（省、市定）',
  'demobilised.increment': '在乡复员军人提标数',
  'illness.base': '带病回乡退伍军人生活补助标准',
  'combat.base': '参战、参试退役人员生活补助标准',
  'martyrChild.base': '烈士子女生活补助标准',
  'ruralVeteran.rate': '农村籍退役士兵每年服役年限的标准',
};

/** What is missing, as the office calls it. */
export function missingWords(missing: Missing): string {
  const fact = FACTS[missing];
  if (fact !== undefined) return `名册没写「${fact}」`;
  const table = missing.replace(/^\w+:/, '');
  return `没有${TABLES[table] ?? `「${table}」`}`;
}
