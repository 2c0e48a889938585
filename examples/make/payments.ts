import type { Row } from './contract.ts';
import { day, month } from './days.ts';
import type { Conscript } from './others.ts';
import { monthFen, rateOf } from './rates.ts';
import type { Right } from './roll.ts';

/** The number of the filed list of the conscripts' allowance. */
const ALLOWANCE_LIST = '映财优〔2017〕优待金';

/** The benefit's own name, as pay sheets carry it. */
function benefitName(category: string): string {
  if (category === '残疾军人') return '残疾抚恤金';
  if (category.endsWith('遗属')) return '定期抚恤金';
  return category === '农村籍退役士兵' ? '农村籍退役士兵老年生活补助' : `${category}生活补助`;
}

/** One line a person and month: nine months at the level of October 2016, three at that of October 2017. */
export function payments(rights: readonly Right[]): Row[] {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  return months.flatMap((k) => rights.filter((r) => r.paid).map((r) => payLine(r, k)));
}

function payLine(r: Right, k: number): Row {
  const rate = rateOf(r.category, r.years, r.grade);
  return {
    姓名: r.person.name,
    身份证号: r.person.id,
    项目: benefitName(r.category),
    所属起始年月: month(2017, k),
    所属截止年月: month(2017, k),
    金额: monthFen(k <= 9 ? rate.before : rate.after, k) / 100,
    发放日期: day(2017, k, k % 2 === 0 ? 20 : 21),
    凭证号: `映财优〔2017〕${k}号`,
  };
}

/** 7,134 yuan for each conscript's family, paid before Army Day. */
export function allowances(all: readonly Conscript[]): Row[] {
  return all.map(({ soldier, payee, enlisted }, i) => ({
    士兵姓名: soldier.name,
    士兵身份证号: i === 4 ? undefined : soldier.id,
    入伍时间: enlisted,
    领取人: payee.name,
    领取人身份证号: payee.id,
    金额: 7134,
    发放日期: '2017-07-26',
    所属年度: 2017,
    佐证: ALLOWANCE_LIST,
  }));
}
