import { monthOf } from '@shuangyong/values';
import { OPEN } from '../types.ts';
import { answer, readPart, regime } from './build.ts';

/**
 * 部分烈士(含错杀后被平反人员)子女生活补助, from 2011-07 on: a flat figure of the yearly notice from the month of the
 * sixtieth birthday on (烈士褒扬条例 of 2024, article 21; Decree 788 article 62).
 */
export const martyrChild = regime({
  id: 'martyr-child',
  benefit: 'martyrChild',
  from: monthOf(2011, 7),
  to: OPEN,
  isFirst: true,
  source: 'mca-2011-07',
  article: '发放对象、补助标准',
  reads: ['martyrChild.base'],
  fromAge: 60,
  key: () => 0,
  entitle: (_facts, law) =>
    answer({ regime: martyrChild, law }, readPart(law, 'martyrChild.base', '-', 'base')),
});
