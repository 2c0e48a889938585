import type { Code, Component, Fund, Missing, NotDueReason, Rounding } from '../index.ts';

/** What each table of the law is called on screen. */
export const CODE_WORDS: Readonly<Record<Code, string>> = {
  'disability.base': '残疾抚恤金',
  'nursing.ratio': '护理费比例',
  'nursing.wage': '护理费的当地月平均工资',
  'survivor.byResidence': '定期抚恤金（分城乡）',
  'survivor.base': '定期抚恤金',
  'redArmy.base': '红军人员生活补助',
  'demobilised.base': '在乡复员军人生活补助',
  'demobilised.increment': '在乡复员军人提标额',
  'illness.base': '带病回乡退伍军人生活补助',
  'illness.topUp': '带病回乡增发',
  'combat.base': '参战、参试退役人员生活补助',
  'combat.topUp': '参战、参试增发',
  'martyrChild.base': '烈士子女生活补助',
  'ruralVeteran.rate': '农村籍退役士兵老年生活补助',
  'conscript.rate': '义务兵家庭优待金',
  'conscript.merit': '立功受奖增发比例',
  'fund.share': '资金分担',
  'deathGrant.multiple': '一次性抚恤金倍数',
  'deathGrant.merit': '一次性抚恤金功勋增发',
  'honour.multiple': '烈士褒扬金倍数',
  'statistics.urbanIncome': '全国城镇居民人均可支配收入',
};

export const COMPONENT_WORDS: Readonly<Record<Component, string>> = {
  base: '基本标准',
  topUp: '增发',
  nursing: '护理费',
  merit: '立功增发',
  afterDeath: '去世后继续发放',
};

export const FUND_WORDS: Readonly<Record<Fund, string>> = {
  central: '国家',
  province: '省',
  city: '市',
  county: '县',
};

/** Why a month is not due, as one would say it to the person. */
export const REASON_WORDS: Readonly<Record<NotDueReason, string>> = {
  beforeStart: '还没到享受起始年月',
  ended: '已停止享受',
  afterDeath: '去世的次月起不再发放',
  suspended: '中止期间不发，以后也不补',
  paidElsewhere: '由外地发放',
  underAge: '未满 60 周岁',
  excludedBy: '已享受另一项待遇，不能同时享受',
  lowerOfTwo: '几项待遇取最高的一项，这项较低',
  noNationalRule: '国家没有定期补助的规定',
  disqualified: '已取消资格',
  notApproved: '还没有批准',
  otherMonth: '每年只在规定的月份发一次',
};

const FACT_WORDS: Readonly<Record<string, string>> = {
  bornIn: '出生日期',
  grade: '残疾等级',
  cause: '致残性质',
  era: '入伍时期',
  group: '遗属类别',
  class: '红军人员类别',
  serviceYears: '服役年限',
  residence: '户籍性质',
  deathCause: '死亡原因',
  housed: '供养方式（集中或分散）',
};

/** A fact of the roll, a table or a setting that is missing, by its name. */
export function missingName(missing: Missing): { readonly kind: 'fact' | 'table' | 'setting'; name: string } {
  const [kind = '', name = ''] = missing.split(/:(.*)/s);
  if (kind === 'fact') return { kind, name: FACT_WORDS[name] ?? name };
  if (kind === 'table') return { kind, name: CODE_WORDS[name as Code] ?? name };
  return { kind: 'setting', name };
}

/** A missing fact or table as it is told on screen. */
export function missingWords(missing: Missing): string {
  const { kind, name } = missingName(missing);
  if (kind === 'fact') return name;
  return kind === 'table' ? `这个月的「${name}」标准` : `口径「${name}」`;
}

export const ROUNDING_WORDS: Readonly<Record<Rounding, string>> = {
  spreadYear: '年数额分到 12 个月，分到的零头前后找平，全年正好',
  floorYuan: '每月舍去元以下的零头',
  halfUpFen: '每月四舍五入到分',
  fixed: '按去世当月的数额',
};

const KEY_WORDS: Readonly<Record<string, string>> = {
  combat: '因战',
  duty: '因公',
  illness: '因病',
  mental: '因精神障碍',
  martyr: '烈士遗属',
  dutyDeath: '因公牺牲军人遗属',
  illnessDeath: '病故军人遗属',
  urban: '城镇',
  rural: '农村',
  veteran: '在乡退伍红军老战士',
  westRoute: '在乡西路军红军老战士',
  scattered: '红军失散人员',
  resistance: '抗日战争时期入伍',
  liberation: '解放战争时期入伍',
  afterFounding: '建国后入伍',
  honour: '荣誉称号',
  theatreHonour: '战区级荣誉称号',
  first: '一等功',
  second: '二等功',
  third: '三等功',
  outstanding: '优秀士兵',
};

/** `9/duty` as «9 级 因公»; nothing for a table without axes. */
export function keyWords(key: string): string {
  if (key === '-' || key === '') return '';
  return key
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? `${part} 级` : (KEY_WORDS[part] ?? part)))
    .join(' ');
}

/** Whose table it is, from the region's six digits. */
export function regionWords(region: number): string {
  const text = String(region).padStart(6, '0');
  if (text === '000000') return '国家';
  if (text.endsWith('0000')) return '省';
  return text.endsWith('00') ? '市' : '县';
}
