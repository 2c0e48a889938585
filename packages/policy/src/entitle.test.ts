import { monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { changesOf } from './changes.ts';
import { entitle } from './entitle.ts';
import { personFacts } from './facts.ts';
import { months, sumOf } from './months.ts';
import type { PlainRight } from './plain.ts';
import { startMonth } from './start.ts';
import { type MadeValue, madeLaw, madeSetting } from './testing/make-law.ts';
import type { Law, MonthAnswer } from './types.ts';

const [FROM, TO] = [monthOf(2017, 1), monthOf(2017, 12)] as const;
const flat = (
  code: 'illness.base' | 'combat.base',
  fen: number,
  more: Partial<MadeValue> = {},
): MadeValue => ({
  code,
  cells: { '-': fen },
  ...more,
});
const illness: PlainRight = { id: 'i', category: '带病回乡退伍军人', from: '2010-01' };
const combat: PlainRight = { id: 'c', category: '参战退役人员', from: '2010-01' };

const ask = (law: Law, rights: readonly PlainRight[], more: object = {}) =>
  entitle(personFacts({ region: '341524', ...more, rights }), law, FROM, TO);
const january = (law: Law, rights: readonly PlainRight[]) =>
  months(ask(law, rights)).filter(({ month }) => month === FROM);
const tellOf = ({ spell, outcome, fen }: MonthAnswer) =>
  `${spell.id} ${outcome.kind === 'notDue' ? outcome.why : outcome.kind} ${fen}`;

describe('several rights', () => {
  const values = [flat('illness.base', 50_000), flat('combat.base', 55_000)];
  test('the highest, month by month, unless the place says otherwise', () => {
    expect(january(madeLaw(values), [illness, combat]).map(tellOf)).toEqual([
      'i lowerOfTwo 0',
      'c due 55000',
    ]);
    const all = madeLaw(values, [madeSetting('stacking', 'sum')]);
    expect(january(all, [illness, combat]).map(tellOf)).toEqual(['i due 50000', 'c due 55000']);
    const pair = madeLaw(values, [madeSetting('stacking.together', 'combat+illness', '340000')]);
    expect(january(pair, [illness, combat]).map(tellOf)).toEqual(['i due 50000', 'c due 55000']);
  });
  test('a right that cannot be computed makes the one it is compared with unknown too', () => {
    const law = madeLaw([flat('combat.base', 55_000)]);
    const [first, second] = january(law, [illness, combat]).map(({ outcome }) => outcome);
    expect(first).toMatchObject({ kind: 'unknown', missing: ['table:illness.base'] });
    expect(second).toMatchObject({ kind: 'unknown', missing: ['table:illness.base'] });
  });
  test('the rule changes in the month it says', () => {
    const law = madeLaw(values, [madeSetting('stacking', 'sum', '341524', '2017-07')]);
    expect(sumOf(ask(law, [illness, combat]))).toBe(12 * 55_000 + 6 * 50_000);
  });
});

describe('funds', () => {
  const topUp: MadeValue = { code: 'combat.topUp', region: '340000', cells: { '-': 500 } };
  const share = (central: number, province: number, county: number): MadeValue => ({
    code: 'fund.share',
    region: '340000',
    cells: { 'combat/central': central, 'combat/province': province, 'combat/county': county },
  });
  const linesOf = (values: readonly MadeValue[]) =>
    january(madeLaw(values), [combat])[0]?.lines.map(({ component, fund, fen }) => [component, fund, fen]);

  test('each level bears what it set', () => {
    expect(linesOf([flat('combat.base', 70_000), topUp])).toEqual([
      ['base', 'central', 70_000],
      ['topUp', 'province', 500],
    ]);
  });
  test('a split of exactly the whole is followed, the top-up taken out of its level’s share', () => {
    // 8,460 yuan a year: 5,040 + 2,052 + 1,368; a month 420.00, 171.00 of which 5 on top, 114.00.
    expect(linesOf([flat('combat.base', 70_000), topUp, share(504_000, 205_200, 136_800)])).toEqual([
      ['base', 'central', 42_000],
      ['base', 'province', 16_600],
      ['base', 'county', 11_400],
      ['topUp', 'province', 500],
    ]);
  });
  test('a split of another sum is not', () => {
    expect(linesOf([flat('combat.base', 70_000), topUp, share(504_000, 205_200, 136_801)])).toEqual([
      ['base', 'central', 70_000],
      ['topUp', 'province', 500],
    ]);
  });
});

describe('why', () => {
  test('facts, rate with its source, arithmetic, parts, rounding, in this order', () => {
    const law = madeLaw([{ code: 'ruralVeteran.rate', cells: { '-': 2_500 } }]);
    const right: PlainRight = { category: '农村籍退役士兵', from: '2011-08', serviceYears: 3.5 };
    const [answer] = months(ask(law, [right], { born: '1950-01' }));
    expect(answer?.fen).toBe(10_000);
    expect(answer?.outcome.trace).toMatchObject({ regime: 'rural-veteran', source: 'mca-2011-110' });
    expect(
      answer?.outcome.trace.steps.map(({ op, what, ...rest }) => [op, what, 'value' in rest && rest.value]),
    ).toEqual([
      ['fact', 'halfYears', 7],
      ['read', 'ruralVeteran.rate', 2_500],
      ['times', 'factor', 4],
      ['line', 'base', { num: 10_000, den: 1 }],
      ['sum', 'month', { num: 10_000, den: 1 }],
      ['round', 'spreadYear', { num: 10_000, den: 1 }],
    ]);
    const read = answer?.outcome.trace.steps.find((step) => step.op === 'read');
    expect(read).toMatchObject({ cell: { source: 'made', article: '附件', status: 'published' } });
  });
  test('under age says the month in which the age is reached', () => {
    const law = madeLaw([{ code: 'martyrChild.base', cells: { '-': 39_000 } }]);
    const [answer] = months(ask(law, [{ category: '烈士子女', from: '2015-01' }], { born: '1957-06' }));
    expect(answer?.outcome).toMatchObject({ kind: 'notDue', why: 'underAge' });
    expect(answer?.outcome.trace.steps).toEqual([
      { op: 'month', what: 'ageReached', value: monthOf(2017, 6) },
    ]);
  });
});

test('what a raise changes: the months from its beginning, each by the difference', () => {
  const was = madeLaw([flat('combat.base', 50_000)]);
  const is = madeLaw([flat('combat.base', 50_000), flat('combat.base', 55_000, { from: '2017-10' })]);
  const changes = changesOf(ask(was, [combat]), ask(is, [combat]));
  expect(changes.map(({ spellId, month, wasFen, isFen }) => [spellId, month, isFen - wasFen])).toEqual([
    ['c', monthOf(2017, 10), 5_000],
    ['c', monthOf(2017, 11), 5_000],
    ['c', monthOf(2017, 12), 5_000],
  ]);
});

test('months after death stay at the amount of the month of death, by the law known today', () => {
  const values = [flat('combat.base', 50_000), flat('combat.base', 55_000, { from: '2017-06' })];
  const law = madeLaw(values, [madeSetting('afterDeath.combat', 2)]);
  const told = months(ask(law, [combat], { died: '2017-05' })).map(tellOf);
  expect(told.slice(4, 8)).toEqual(['c due 50000', 'c due 50000', 'c due 50000', 'c afterDeath 0']);
});

test('the start rule of the month of approval, regional and dated', () => {
  const law = madeLaw([], [madeSetting('start.disability', 'monthAfterApproval')]);
  expect(startMonth('disability', monthOf(2017, 3), law, 341_524)).toMatchObject({
    month: monthOf(2017, 4),
    rule: 'monthAfterApproval',
    entry: { region: '000000' },
  });
  expect(startMonth('combat', monthOf(2017, 3), law, 341_524)).toEqual({
    month: monthOf(2017, 3),
    rule: 'monthOfApproval',
    entry: undefined,
  });
});
