import { monthOf } from '@shuangyong/values';
import { CAUSES, COMPONENTS } from '../codes.ts';
import { rate } from '../rate.ts';
import { type Facts, type LawAt, OPEN } from '../types.ts';
import { answer, gap, line, lineSteps, type Part, readPart, regime, state } from './build.ts';

const causeOf = ({ cause }: Facts) => CAUSES[cause - 1] ?? '';

const LOWEST_OF_ILLNESS = 6;

interface Proof {
  readonly source: string;
  readonly article: string;
}

/**
 * Grades 1–10 by cause: one yearly figure a cell, a month is its twelfth. 因病 is paid at grades 1–6 only; `illness` is
 * where the decree says so, which holds in months whose table is not known, too.
 */
function pension(facts: Facts, law: LawAt, illness: Proof): Part {
  const cause = causeOf(facts);
  const found = readPart(law, 'disability.base', `${facts.grade}/${cause}`, 'base');
  return found.kind === 'gap' && cause === 'illness' && facts.grade > LOWEST_OF_ILLNESS
    ? { kind: 'none', steps: [{ op: 'absent', what: 'disability.base', ...illness }] }
    : found;
}

/**
 * 护理费: a percentage of the local average monthly wage, for those not housed centrally. It is due beside the
 * pension; without the county's wage the pension stays due and the wage is named as missing.
 */
function nursing(facts: Facts, law: LawAt, cause: string): Part {
  const ratio = law.cell('nursing.ratio', `${facts.grade}/${cause}`);
  if (ratio.kind === 'absent') return { kind: 'none', steps: [] };
  if (ratio.kind === 'missing') return gap(law, 'table:nursing.ratio');
  const { steps, missing } = state(facts, 'housed');
  if (facts.housed === 2) return { kind: 'none', steps };
  const wage = law.cell('nursing.wage', '-');
  const lacking = wage.kind === 'cell' ? missing : [...missing, 'table:nursing.wage' as const];
  if (wage.kind !== 'cell' || lacking.length > 0) return gap(law, ...lacking);
  const exact = rate(wage.cell.amount * ratio.cell.amount, 100);
  const lines = [line(COMPONENTS[2], wage.cell.fund, exact)];
  return {
    kind: 'part',
    lines,
    cells: [wage.cell, ratio.cell],
    steps: [
      ...steps,
      { op: 'read', what: 'nursing.wage', value: wage.cell.amount, cell: wage.cell },
      { op: 'read', what: 'nursing.ratio', value: ratio.cell.amount, cell: ratio.cell },
      { op: 'ratio', what: 'percent', value: ratio.cell.amount },
      ...lineSteps(lines),
    ],
  };
}

const HIGHEST_NURSED = 4;

/**
 * 残疾抚恤金 under 军人抚恤优待条例 (Decree 413 with its amendments), articles 21–23 of the text of 2019, and 护理费 of
 * grades 1–4 under article 30. Assimilated groups (伤残人民警察, 国家机关工作人员, 民兵民工) are paid on the same table.
 */
export const disability2004 = regime({
  id: 'disability-2004',
  benefit: 'disability',
  from: monthOf(2004, 10),
  to: monthOf(2024, 9),
  source: 'decree-413',
  article: '第二十一条至第二十三条、第三十条',
  reads: ['disability.base', 'nursing.ratio', 'nursing.wage'],
  key: ({ grade, cause, housed }) => (grade * 4 + cause) * 3 + housed,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'grade', 'cause');
    if (missing.length > 0) return answer({ regime: disability2004, law, steps, missing });
    const parts = [pension(facts, law, { source: 'decree-413', article: '第二十三条' })];
    if (facts.grade <= HIGHEST_NURSED) parts.push(nursing(facts, law, causeOf(facts)));
    return answer({ regime: disability2004, law, steps }, ...parts);
  },
});

/**
 * 残疾抚恤金 under 军人抚恤优待条例 (Decree 788), articles 25–27; 护理费 under article 34, which adds mental disorders of
 * grades 5–6.
 */
export const disability2024 = regime({
  id: 'disability-2024',
  benefit: 'disability',
  from: monthOf(2024, 10),
  to: OPEN,
  source: 'decree-788',
  article: '第二十五条至第二十七条、第三十四条',
  reads: ['disability.base', 'nursing.ratio', 'nursing.wage'],
  key: ({ grade, cause, housed, mental }) => ((grade * 4 + cause) * 3 + housed) * 2 + mental,
  entitle(facts, law) {
    const { steps, missing } = state(facts, 'grade', 'cause');
    if (missing.length > 0) return answer({ regime: disability2024, law, steps, missing });
    const parts = [pension(facts, law, { source: 'decree-788', article: '第二十五条至第二十七条' })];
    if (facts.grade <= HIGHEST_NURSED) parts.push(nursing(facts, law, causeOf(facts)));
    else if (facts.grade <= 6 && facts.mental === 1) parts.push(nursing(facts, law, 'mental'));
    return answer({ regime: disability2024, law, steps }, ...parts);
  },
});
