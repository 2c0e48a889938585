import { CATEGORIES, type Category } from '@shuangyong/policy';

/**
 * What a 项目 says of its line: a pension of all rights together (`general`) or of one (`own`); 补发 and 扣回
 * (`change`); 护理费; months after death (`funeral`); or something that is no pension (`apart`).
 */
export type ItemRole = 'general' | 'own' | 'change' | 'nursing' | 'funeral' | 'apart';

const ROLES: Readonly<Record<string, ItemRole>> = {
  抚恤补助: 'general',
  补发: 'change',
  扣回: 'change',
  护理费: 'nursing',
  丧葬补助: 'funeral',
  优待金: 'apart',
  慰问金: 'apart',
  其他: 'apart',
};

export const roleOf = (item: string): ItemRole => (Object.hasOwn(ROLES, item) ? ROLES[item] : 'own') ?? 'own';

const OWN_BENEFITS: Readonly<Record<string, Category['benefit']>> = {
  残疾抚恤金: 'disability',
  定期抚恤金: 'survivor',
  农村籍退役士兵老年生活补助: 'ruralVeteran',
};

/** Whether a pension of its own name is the one of this 对象类别. */
export function isItemOf(item: string, category: string): boolean {
  const benefit = OWN_BENEFITS[item];
  return benefit === undefined ? item === `${category}生活补助` : CATEGORIES[category]?.benefit === benefit;
}
