import type { BenefitCode, GROUPS, RED_ARMY_CLASSES } from './codes.ts';

export interface Category {
  readonly benefit: BenefitCode | null;
  readonly group?: (typeof GROUPS)[number];
  readonly redArmyClass?: (typeof RED_ARMY_CLASSES)[number];
}

/** 对象类别 as the workbook writes them, and 义务兵; null where no national rule gives a regular payment. */
export const CATEGORIES: Readonly<Record<string, Category>> = {
  残疾军人: { benefit: 'disability' },
  伤残人民警察: { benefit: 'disability' },
  伤残国家机关工作人员: { benefit: 'disability' },
  伤残民兵民工: { benefit: 'disability' },
  烈士遗属: { benefit: 'survivor', group: 'martyr' },
  因公牺牲军人遗属: { benefit: 'survivor', group: 'dutyDeath' },
  病故军人遗属: { benefit: 'survivor', group: 'illnessDeath' },
  在乡退伍红军老战士: { benefit: 'redArmy', redArmyClass: 'veteran' },
  在乡西路军红军老战士: { benefit: 'redArmy', redArmyClass: 'westRoute' },
  红军失散人员: { benefit: 'redArmy', redArmyClass: 'scattered' },
  在乡复员军人: { benefit: 'demobilised' },
  带病回乡退伍军人: { benefit: 'illness' },
  参战退役人员: { benefit: 'combat' },
  参试退役人员: { benefit: 'nuclear' },
  铀矿开采退役人员: { benefit: 'nuclear' },
  农村籍退役士兵: { benefit: 'ruralVeteran' },
  烈士子女: { benefit: 'martyrChild' },
  其他退役军人: { benefit: null },
  现役军人家属: { benefit: null },
  义务兵: { benefit: 'conscript' },
};

/** The category's meaning. Throws a RangeError on another word: the roll takes no others. */
export function categoryOf(name: string): Category {
  const found = Object.hasOwn(CATEGORIES, name) ? CATEGORIES[name] : undefined;
  if (!found) throw new RangeError(`no such category: ${name}`);
  return found;
}
