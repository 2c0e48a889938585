import type { Missing } from '@shuangyong/policy';

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
  'conscript.rate': '本县义务兵家庭优待金标准',
};

/** The fact or table that is missing, as the office calls it. */
export function missingName(missing: Missing): { readonly isFact: boolean; readonly name: string } {
  const fact = FACTS[missing];
  if (fact !== undefined) return { isFact: true, name: fact };
  const table = missing.replace(/^\w+:/, '');
  return { isFact: false, name: TABLES[table] ?? `「${table}」` };
}
