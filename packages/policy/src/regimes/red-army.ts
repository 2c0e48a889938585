import { monthOf } from '@shuangyong/values';
import { RED_ARMY_CLASSES } from '../codes.ts';
import { OPEN } from '../types.ts';
import { answer, readPart, regime, state } from './build.ts';

/**
 * Living subsidy of 三红 (在乡退伍红军老战士, 在乡西路军红军老战士, 红军失散人员): one yearly figure a class in each year's
 * national notice (军人抚恤优待条例, Decree 413 article 44; Decree 788 article 62).
 */
export const redArmy = regime({
  id: 'red-army',
  benefit: 'redArmy',
  from: monthOf(2004, 10),
  to: OPEN,
  source: 'decree-413',
  article: '第四十四条',
  reads: ['redArmy.base'],
  key: ({ redArmyClass }) => redArmyClass,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'redArmyClass');
    if (missing.length > 0) return answer({ regime: redArmy, law, steps, missing });
    const key = RED_ARMY_CLASSES[facts.redArmyClass - 1] ?? '';
    return answer({ regime: redArmy, law, steps }, readPart(law, 'redArmy.base', key, 'base'));
  },
});
