import { monthOf } from '@shuangyong/values';
import { ERAS } from '../codes.ts';
import { addRates } from '../rate.ts';
import { type Cell, type LawAt, OPEN } from '../types.ts';
import { answer, gap, line, lineSteps, monthly, type Part, readPart, regime, state } from './build.ts';
import { splitByFund } from './funds.ts';

/**
 * 在乡复员军人 (enlisted by 1954-10-31): provinces or cities set the figure by period of enlistment, the nation raises
 * it by a sum each year (军人抚恤优待条例, Decree 413 articles 44 and 53; Decree 788 article 62). Where no local figure
 * is in force but an earlier one is known, that figure and the national raises since, marked derived; without any
 * local figure the amount is unknown.
 */
export const demobilised = regime({
  id: 'demobilised',
  benefit: 'demobilised',
  from: monthOf(2004, 10),
  to: OPEN,
  source: 'decree-413',
  article: '第四十四条、第五十三条',
  reads: ['demobilised.base', 'demobilised.increment', 'fund.share'],
  key: ({ era }) => era,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'era');
    if (missing.length > 0) return answer({ regime: demobilised, law, steps, missing });
    const era = ERAS[facts.era - 1] ?? '';
    const parts = splitByFund(law, `demobilised-${era}`, basePart(law, era));
    return answer({ regime: demobilised, law, steps }, ...parts);
  },
});

function basePart(law: LawAt, era: string): Part {
  const inForce = readPart(law, 'demobilised.base', era, 'base');
  if (inForce.kind !== 'gap') return inForce;
  const base = law.lastBefore('demobilised.base', era);
  if (!base) return inForce;
  const raises = law.incrementsSince('demobilised.increment', base);
  return raises ? raised(base, raises) : gap(law, 'table:demobilised.increment');
}

function raised(base: Cell, raises: readonly Cell[]): Part {
  const made = [base, ...raises].map((cell) => monthly(cell));
  const exact = made.map(({ rate }) => rate).reduce(addRates);
  const lines = [line('base', base.fund, exact)];
  return {
    kind: 'part',
    lines,
    // Worked out by the rule above, whatever the status of its parts.
    cells: [{ ...base, status: 'derived' }, ...raises],
    steps: [...made.flatMap(({ steps }) => steps), ...lineSteps(lines)],
  };
}
