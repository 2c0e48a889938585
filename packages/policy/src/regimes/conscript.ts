import { addMonths, type Month, monthOf } from '@shuangyong/values';
import { AWARDS } from '../codes.ts';
import { rate } from '../rate.ts';
import {
  type Facts,
  type LawAt,
  type OncePaid,
  OPEN,
  type Outcome,
  type Regime,
  type Spell,
} from '../types.ts';
import { answer, gap, line, lineSteps, type Part, regime, state } from './build.ts';

const HALF_YEAR = 6;
/** Two years of compulsory service: the most that is paid for. */
const MOST_HALF_YEARS = 4;
const NOTICE_2022 = monthOf(2022, 2);

/** The year's allowance for the half-years paid now: rate × half-years ÷ 2, whole at once, not by the month. */
function allowance(facts: Facts, law: LawAt): Part {
  const found = law.cell('conscript.rate', '-');
  if (found.kind !== 'cell') return gap(law, 'table:conscript.rate');
  const lines = [line('base', found.cell.fund, rate(found.cell.amount * facts.halfYears, 2))];
  return {
    kind: 'part',
    lines,
    cells: [found.cell],
    steps: [
      { op: 'read', what: 'conscript.rate', value: found.cell.amount, cell: found.cell },
      { op: 'times', what: 'halfYears', value: facts.halfYears },
      { op: 'divide', what: 'halfYears', value: 2 },
      ...lineSteps(lines),
    ],
  };
}

/** Increase for the highest award: a percentage of the year's allowance, by the county's table. */
function merit(facts: Facts, law: LawAt, base: Part): Part {
  const award = AWARDS[facts.award - 1];
  if (award === undefined || base.kind !== 'part') return { kind: 'none', steps: [] };
  const found = law.cell('conscript.merit', award);
  const whole = base.cells[0];
  if (found.kind !== 'cell' || !whole) return gap(law, 'table:conscript.merit');
  const lines = [line('merit', found.cell.fund, rate(whole.amount * found.cell.amount, 100))];
  return {
    kind: 'part',
    lines,
    cells: [found.cell],
    steps: [
      { op: 'fact', what: 'award', value: facts.award },
      { op: 'read', what: 'conscript.merit', value: found.cell.amount, cell: found.cell },
      { op: 'ratio', what: 'percent', value: found.cell.amount },
      ...lineSteps(lines),
    ],
  };
}

function entitled(self: Regime, facts: Facts, law: LawAt): Outcome {
  const { steps } = state(facts, 'halfYears');
  const base = allowance(facts, law);
  return answer({ regime: self, law, steps, once: true }, base, merit(facts, law, base));
}

/** Months of the county's pay month within the service, in order. */
function payMonths(spell: Spell, law: LawAt): readonly Month[] {
  const payMonth = law.setting('conscript.month') ?? 7;
  const first = addMonths(spell.from, (payMonth - 1 - (spell.from % 12) + 12) % 12);
  const last = spell.periods.at(-1)?.to ?? spell.from;
  const months: Month[] = [];
  for (let month = first; month <= last && months.length < MOST_HALF_YEARS; month = addMonths(month, 12))
    months.push(month);
  return months;
}

/** One year's standard in each pay month, for two years. */
const byYears = (spell: Spell, law: LawAt): readonly OncePaid[] =>
  payMonths(spell, law)
    .slice(0, MOST_HALF_YEARS / 2)
    .map((month) => ({ month, halfYears: 2 }));

/** Half-years begun between the first month of service and a month, at most two years' worth. */
const begun = (from: Month, at: Month) => Math.min(MOST_HALF_YEARS, Math.ceil((at - from + 1) / HALF_YEAR));

/** Each half-year begun is paid once: in the pay months, and what is left in the last month of service. */
function byHalfYears(spell: Spell, law: LawAt, earlier: readonly OncePaid[]): readonly OncePaid[] {
  const last = spell.periods.at(-1)?.to ?? OPEN;
  const months = payMonths(spell, law).filter((month) => month >= NOTICE_2022);
  const all = last === OPEN || months.includes(last) ? months : [...months, last];
  let paid = earlier.reduce((sum, { halfYears }) => sum + halfYears, 0);
  return all.flatMap((month) => {
    const halfYears = begun(spell.from, month) - paid;
    if (halfYears <= 0) return [];
    paid += halfYears;
    return [{ month, halfYears }];
  });
}

/**
 * 义务兵家庭优待金 as Anhui paid it from 2014 to the national rule of 2022 (安徽省义务兵家庭优待金发放办法, articles 4–7): one
 * year's standard of the county in each pay month of the service, for two years at most.
 */
export const conscript2014 = regime({
  id: 'conscript-2014',
  benefit: 'conscript',
  from: monthOf(2004, 10),
  to: addMonths(NOTICE_2022, -1),
  source: 'anhui-conscript-2014',
  article: '第四条至第七条',
  reads: ['conscript.rate', 'conscript.merit'],
  key: ({ halfYears, award }) => halfYears * (AWARDS.length + 1) + award,
  onceAYear: byYears,
  entitle: (facts, law) => entitled(conscript2014, facts, law),
});

/**
 * 义务兵家庭优待金 under the national notice of 2022: paid by half-years of actual service, a shorter rest counting as one,
 * two years at most; from 2024-10 also 军人抚恤优待条例 (Decree 788), article 42.
 */
export const conscript2022 = regime({
  ...conscript2014,
  id: 'conscript-2022',
  from: NOTICE_2022,
  to: OPEN,
  source: 'conscript-2022',
  article: '标准、计发、停发',
  onceAYear: byHalfYears,
  entitle: (facts, law) => entitled(conscript2022, facts, law),
});
