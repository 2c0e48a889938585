import { addMonths, monthOf } from '@shuangyong/values';
import { GROUPS, RESIDENCES } from '../codes.ts';
import { OPEN } from '../types.ts';
import { answer, readPart, regime, state } from './build.ts';

const ONE_TABLE = monthOf(2016, 10);
const DECREE_788 = monthOf(2024, 10);

/**
 * 定期抚恤金 of 三属 up to 2016-09: by group and by urban or rural residence (军人抚恤优待条例, Decree 413, article 16:
 * the standard follows the income of town and country residents).
 */
export const survivor2004 = regime({
  id: 'survivor-2004',
  benefit: 'survivor',
  from: monthOf(2004, 10),
  to: addMonths(ONE_TABLE, -1),
  source: 'decree-413',
  article: '第十六条',
  reads: ['survivor.byResidence'],
  key: ({ group, residence }) => group * 3 + residence,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'group', 'residence');
    const key = `${GROUPS[facts.group - 1] ?? ''}/${RESIDENCES[facts.residence - 1] ?? ''}`;
    if (missing.length > 0) return answer({ regime: survivor2004, law, steps, missing });
    return answer({ regime: survivor2004, law, steps }, readPart(law, 'survivor.byResidence', key, 'base'));
  },
});

/** 定期抚恤金 of 三属 from 2016-10: one national table for town and country (article 16, raise of 2016-10). */
export const survivor2016 = regime({
  id: 'survivor-2016',
  benefit: 'survivor',
  from: ONE_TABLE,
  to: addMonths(DECREE_788, -1),
  source: 'decree-413',
  article: '第十六条',
  reads: ['survivor.base'],
  key: ({ group }) => group,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'group');
    if (missing.length > 0) return answer({ regime: survivor2016, law, steps, missing });
    const key = GROUPS[facts.group - 1] ?? '';
    return answer({ regime: survivor2016, law, steps }, readPart(law, 'survivor.base', key, 'base'));
  },
});

/** 定期抚恤金 of 三属 under 军人抚恤优待条例 (Decree 788), article 19; martyrs' also 烈士褒扬条例 (2024) article 17. */
export const survivor2024 = regime({
  ...survivor2016,
  id: 'survivor-2024',
  from: DECREE_788,
  to: OPEN,
  source: 'decree-788',
  article: '第十九条',
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'group');
    if (missing.length > 0) return answer({ regime: survivor2024, law, steps, missing });
    const key = GROUPS[facts.group - 1] ?? '';
    return answer({ regime: survivor2024, law, steps }, readPart(law, 'survivor.base', key, 'base'));
  },
});
