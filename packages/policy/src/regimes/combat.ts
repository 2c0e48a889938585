import { addMonths, monthOf } from '@shuangyong/values';
import { type LawAt, OPEN } from '../types.ts';
import { answer, type Part, readPart, regime, topUpPart } from './build.ts';
import { splitByFund } from './funds.ts';

const DECREE_788 = monthOf(2024, 10);

const parts = (law: LawAt): readonly Part[] =>
  splitByFund(law, 'combat', readPart(law, 'combat.base', '-', 'base'), topUpPart(law, 'combat.topUp'));

/**
 * 参战退役人员生活补助 under 民发〔2007〕102号: a flat figure of the yearly notice, provinces add to it or set their own.
 * Nothing is continued after death.
 */
export const combat2007 = regime({
  id: 'combat-2007',
  benefit: 'combat',
  from: monthOf(2007, 8),
  to: addMonths(DECREE_788, -1),
  source: 'mca-2007-102',
  article: '人员范围',
  reads: ['combat.base', 'combat.topUp', 'fund.share'],
  key: () => 0,
  entitle: (_facts, law) => answer({ regime: combat2007, law }, ...parts(law)),
});

/** 参战退役人员 under 军人抚恤优待条例 (Decree 788), article 62, which continues six months after death (a setting). */
export const combat2024 = regime({
  ...combat2007,
  id: 'combat-2024',
  from: DECREE_788,
  to: OPEN,
  source: 'decree-788',
  article: '第六十二条',
  entitle: (_facts, law) => answer({ regime: combat2024, law }, ...parts(law)),
});

/**
 * 参试(涉核)退役人员, with those of 铀矿开采 units, under 民发〔2007〕102号: the figure of 参战, only for whoever draws
 * neither a disability pension nor the subsidy of 带病回乡.
 */
export const nuclear2007 = regime({
  ...combat2007,
  id: 'nuclear-2007',
  benefit: 'nuclear',
  excludedBy: ['disability', 'illness'],
  entitle: (_facts, law) => answer({ regime: nuclear2007, law }, ...parts(law)),
});

/** 参试退役人员 under 军人抚恤优待条例 (Decree 788), article 61: as 参战. */
export const nuclear2024 = regime({
  ...combat2024,
  id: 'nuclear-2024',
  benefit: 'nuclear',
  article: '第六十一条',
  excludedBy: ['disability', 'illness'],
  entitle: (_facts, law) => answer({ regime: nuclear2024, law }, ...parts(law)),
});
