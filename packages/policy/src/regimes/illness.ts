import { monthOf } from '@shuangyong/values';
import { OPEN } from '../types.ts';
import { answer, readPart, regime, topUpPart } from './build.ts';
import { splitByFund } from './funds.ts';

/**
 * 带病回乡退伍军人生活补助: a flat figure of the yearly notice, provinces add to it or set their own
 * (军人抚恤优待条例, Decree 413 articles 44 and 53; who belongs to it: 民发〔2009〕166号).
 */
export const illness = regime({
  id: 'illness',
  benefit: 'illness',
  from: monthOf(2004, 10),
  to: OPEN,
  source: 'mca-2009-166',
  article: '认定条件',
  reads: ['illness.base', 'illness.topUp', 'fund.share'],
  key: () => 0,
  entitle(_facts, law) {
    const base = readPart(law, 'illness.base', '-', 'base');
    const parts = splitByFund(law, 'illness', base, topUpPart(law, 'illness.topUp'));
    return answer({ regime: illness, law }, ...parts);
  },
});
