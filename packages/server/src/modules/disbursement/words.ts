import type { Vocabulary } from '../../platform/contract/kind.ts';
import { CATEGORIES, type Category } from '../registry/index.ts';

/** 项目 of a payment: the general words, then each benefit by its own name. */
const PAY_ITEMS = [
  '抚恤补助',
  '残疾抚恤金',
  '定期抚恤金',
  '在乡退伍红军老战士生活补助',
  '在乡西路军红军老战士生活补助',
  '红军失散人员生活补助',
  '在乡复员军人生活补助',
  '带病回乡退伍军人生活补助',
  '参战退役人员生活补助',
  '参试退役人员生活补助',
  '铀矿开采退役人员生活补助',
  '烈士子女生活补助',
  '农村籍退役士兵老年生活补助',
  '优待金',
  '慰问金',
  '护理费',
  '丧葬补助',
  '补发',
  '扣回',
  '其他',
] as const;

const PAY_ITEM_ALIASES: Readonly<Record<string, string>> = {
  抚恤金: '抚恤补助',
  抚恤: '抚恤补助',
  生活补助: '抚恤补助',
  定补: '抚恤补助',
  优抚补助: '抚恤补助',
  抚恤和生活补助: '抚恤补助',
  抚恤生活补助: '抚恤补助',
  伤残抚恤金: '残疾抚恤金',
  伤残抚恤: '残疾抚恤金',
  残疾抚恤: '残疾抚恤金',
  残疾军人抚恤金: '残疾抚恤金',
  定期抚恤: '定期抚恤金',
  烈属定期抚恤金: '定期抚恤金',
  三属定期抚恤金: '定期抚恤金',
  复员军人生活补助: '在乡复员军人生活补助',
  老复员军人生活补助: '在乡复员军人生活补助',
  带病回乡生活补助: '带病回乡退伍军人生活补助',
  参战生活补助: '参战退役人员生活补助',
  参战人员生活补助: '参战退役人员生活补助',
  参试生活补助: '参试退役人员生活补助',
  参试人员生活补助: '参试退役人员生活补助',
  涉核人员生活补助: '参试退役人员生活补助',
  铀矿开采生活补助: '铀矿开采退役人员生活补助',
  烈士老年子女生活补助: '烈士子女生活补助',
  农村籍退役士兵生活补助: '农村籍退役士兵老年生活补助',
  老年生活补助: '农村籍退役士兵老年生活补助',
  '60岁以上农村籍退役士兵老年生活补助': '农村籍退役士兵老年生活补助',
  '60周岁以上农村籍退役士兵老年生活补助': '农村籍退役士兵老年生活补助',
  义务兵优待金: '优待金',
  义务兵家庭优待金: '优待金',
  八一优待金: '优待金',
  节日慰问金: '慰问金',
  慰问: '慰问金',
  护理补贴: '护理费',
  丧葬费: '丧葬补助',
  丧葬补助费: '丧葬补助',
  补差: '补发',
  提标补发: '补发',
  追回: '扣回',
  退回: '扣回',
  扣款: '扣回',
};

function benefitOf(category: Category): string {
  const own: readonly string[] = PAY_ITEMS;
  const named = [`${category}生活补助`, `${category}老年生活补助`].find((item) => own.includes(item));
  if (named !== undefined) return named;
  if (/^(?:残疾|伤残)/.test(category)) return '残疾抚恤金';
  return category.endsWith('遗属') ? '定期抚恤金' : '抚恤补助';
}

/** <类别>生活补助 is what offices write for every category, also where the benefit is a pension. */
const CATEGORY_ITEMS: Readonly<Record<string, string>> = Object.fromEntries(
  CATEGORIES.map((category) => [`${category}生活补助`, benefitOf(category)] as const).filter(
    ([word, item]) => word !== item,
  ),
);

export const PAY_ITEM_WORDS: Vocabulary = {
  words: PAY_ITEMS,
  aliases: { ...CATEGORY_ITEMS, ...PAY_ITEM_ALIASES },
};

/** Items that are not pensions or subsidies: left out of F01–F03. */
export const NOT_PENSION_ITEMS: readonly string[] = ['优待金', '慰问金', '丧葬补助'];

export const FUND_WORDS: Vocabulary = {
  words: ['预算', '支出', '其他'],
  aliases: { 年度预算: '预算', 经费预算: '预算', 开支: '支出', 经费支出: '支出', 使用: '支出' },
  open: true,
};
