import { monthOf } from '@shuangyong/values';
import { BENEFITS } from '../codes.ts';
import { rate } from '../rate.ts';
import { OPEN } from '../types.ts';
import { answer, readPart, regime, state } from './build.ts';
import { splitByFund } from './funds.ts';

/**
 * 部分农村籍退役士兵老年生活补助 under 民发〔2011〕110号: service years times the rate from the month of the sixtieth
 * birthday on. A part of a year counts as a year (民办发〔2011〕11号) unless the place counts half-years. Whoever draws
 * any other regular pension or subsidy does not get it.
 */
export const ruralVeteran = regime({
  id: 'rural-veteran',
  benefit: 'ruralVeteran',
  from: monthOf(2011, 8),
  to: OPEN,
  isFirst: true,
  source: 'mca-2011-110',
  article: '发放对象、补助标准',
  reads: ['ruralVeteran.rate', 'fund.share'],
  fromAge: 60,
  excludedBy: BENEFITS.filter((benefit) => benefit !== 'ruralVeteran' && benefit !== 'conscript'),
  key: ({ halfYears }) => halfYears,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'halfYears');
    if (missing.length > 0) return answer({ regime: ruralVeteran, law, steps, missing });
    const years =
      law.setting('partYear') === 'half' ? rate(facts.halfYears, 2) : rate(Math.ceil(facts.halfYears / 2));
    const parts = splitByFund(law, 'ruralVeteran', readPart(law, 'ruralVeteran.rate', '-', 'base', years));
    return answer({ regime: ruralVeteran, law, steps }, ...parts);
  },
});
