import { describe, expect, test } from 'vitest';
import type { RollPerson } from '../benefits/index.ts';
import { lawWith } from '../standards/index.ts';
import type { Draft, Question } from './draft.ts';
import { outsiderDrafts } from './others.ts';
import type { Payment } from './payment.ts';
import { checkPerson } from './person.ts';
import { month, paid, somebody, wholeYear } from './testing/made.ts';

const law = lawWith([]);
const question: Question = {
  ...{ from: month('2017-01'), to: month('2017-12'), today: '2018-06-01' },
  paidYears: new Set([2017]),
};
const check = (person: RollPerson, payments: readonly Payment[]) =>
  checkPerson(person, payments, law, question).drafts;
const told = (drafts: readonly Draft[]) =>
  drafts.map(({ code, severity, expectedFen, actualFen }) => [code, severity, expectedFen, actualFen]);
const YEAR_FEN = 9 * 50_500 + 3 * 55_500;

describe('several rights of one person', () => {
  const war = { category: '参战退役人员', row: 5 };
  const rural = { category: '农村籍退役士兵', from: '2011-08', years: 4, row: 9 };
  const both = somebody([war, rural]);
  const RURAL = [paid('2017-01', '2017-09', 900), paid('2017-10', '2017-12', 360)];

  test('农村籍 on the roll beside another, nothing paid for it: somebody should look', () => {
    const found = check(both, wholeYear());
    expect(told(found)).toEqual([['excluded_pair', 'look', null, null]]);
    expect(found[0]?.source?.row).toBe(9);
  });

  test('… and paid as well: one finding with the money, under the general item and under its own name', () => {
    const all = [['excluded_pair', 'must', YEAR_FEN, YEAR_FEN + 126_000]];
    expect(told(check(both, [...wholeYear(), ...RURAL]))).toEqual(all);
    const named = RURAL.map((one) => ({ ...one, item: '农村籍退役士兵老年生活补助' }));
    expect(told(check(both, [...wholeYear(), ...named]))).toEqual(all);
  });

  test('the due month paid again beside a quarter is paid twice, whatever other right is barred', () => {
    const again = paid('2017-05', '2017-05', 505);
    const [, ...money] = told(check(both, [paid('2017-01', '2017-12', YEAR_FEN / 100), again])).reverse();
    expect(money).toEqual([['paid_twice', 'must', YEAR_FEN, YEAR_FEN + 50_500]]);
  });

  test('two rights of one amount, each paid under its own name: a pair, not twice', () => {
    const alike = somebody([war, { category: '参试退役人员', row: 9 }]);
    const named = (item: string) => ({ item: `${item}生活补助` });
    const payments = [
      ...wholeYear(),
      paid('2017-05', '2017-05', 505, named('参试退役人员')),
      paid('2017-05', '2017-05', 505, { ...named('参战退役人员'), on: '2017-07-20' }),
    ].map((one) => (one.item === '抚恤补助' ? { ...one, ...named('参战退役人员') } : one));
    expect(told(check(alike, payments.slice(0, -1)))).toEqual([['excluded_pair', 'must', 50_500, 101_000]]);
    const [twice, pair] = check(alike, payments);
    expect([twice?.code, pair?.code]).toEqual(['paid_twice', 'excluded_pair']);
    expect(pair?.reason).toContain('几项取高，不应发');
  });

  test('one right after the other is no pair', () => {
    const after = somebody([
      { ...war, from: '2017-06' },
      { ...rural, stop: '2017-06', stopReason: '转参战' },
    ]);
    const payments = [paid('2017-01', '2017-05', 500), ...wholeYear().slice(5)];
    expect(told(check(after, payments))).toEqual([]);
  });

  test('of two the higher is paid; the lower beside it is too much', () => {
    const person = somebody([war, { category: '残疾军人', grade: 8, cause: '因公' }]);
    const disability = { item: '残疾抚恤金' };
    // 11,550 yuan a year before October 2017 and 12,710 from then on.
    const high = [
      paid('2017-01', '2017-09', 8662.5, disability),
      paid('2017-10', '2017-12', 3177.5, disability),
    ];
    expect(told(check(person, high))).toEqual([]);
    const low = paid('2017-03', '2017-03', 505, { item: '参战退役人员生活补助' });
    const found = check(person, [...high, low]);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['excluded_pair', 'must']]);
  });

  test('one right ends while the other goes on: only the months of the other are unpaid', () => {
    const person = somebody([
      { category: '残疾军人', grade: 8, cause: '因公', stop: '2017-07', row: 5 },
      { category: '参战退役人员', from: '2017-04', row: 6 },
    ]);
    const disability = paid('2017-01', '2017-06', 5775, { item: '残疾抚恤金' });
    const found = check(person, [disability]);
    // From July on the other right is due and nobody paid it.
    expect(told(found)).toEqual([['unpaid_due', 'must', 3 * 50_500 + 3 * 55_500, 0]]);
    expect(found[0]?.source?.row).toBe(6);
  });

  test('the lower paid in the place of the higher is a wrong amount', () => {
    const person = somebody([war, { category: '残疾军人', grade: 8, cause: '因公' }]);
    const low = paid('2017-01', '2017-09', 4545, { item: '参战退役人员生活补助' });
    const codes = check(person, [low]).map(({ code }) => code);
    expect(codes).toEqual(['wrong_amount', 'unpaid_due']);
  });
});

describe('after a death', () => {
  const widow = somebody([{ category: '病故军人遗属' }], { died: '2017-06-10' });
  // 16,980 yuan a year: 1,415 a month.
  const alive = paid('2017-01', '2017-06', 8490, { item: '定期抚恤金' });

  test('six months as 丧葬补助, whatever month it is written under', () => {
    for (const at of ['2017-07', '2017-06', '2017-08']) {
      const funeral = paid(at, at, 8490, { item: '丧葬补助' });
      expect(told(check(widow, [alive, funeral]))).toEqual([]);
    }
    const spread = paid('2017-07', '2017-12', 8490, { item: '丧葬补助' });
    expect(told(check(widow, [alive, spread]))).toEqual([]);
  });

  test('five months for six is wrong, none at all somebody should look at', () => {
    const short = paid('2017-07', '2017-07', 7075, { item: '丧葬补助' });
    expect(told(check(widow, [alive, short]))).toEqual([['wrong_amount', 'must', 849_000, 707_500]]);
    expect(told(check(widow, [alive]))).toEqual([['unpaid_due', 'look', 849_000, 0]]);
  });

  test('the pension goes on beside the 丧葬补助', () => {
    const funeral = paid('2017-07', '2017-07', 8490, { item: '丧葬补助' });
    const on = paid('2017-07', '2017-07', 1415, { item: '定期抚恤金' });
    const [found] = check(widow, [alive, funeral, on]);
    expect([found?.expectedFen, found?.actualFen, found?.severity]).toEqual([849_000, 990_500, 'must']);
  });

  test('where the law continues nothing, 丧葬补助 is to be looked at; a disabled veteran’s waits for the cause', () => {
    const funeral = paid('2017-07', '2017-07', 3030, { item: '丧葬补助' });
    const half = paid('2017-01', '2017-06', 3030);
    const veteran = somebody([{}], { died: '2017-06-10' });
    expect(told(check(veteran, [half, funeral]))).toEqual([['paid_after_death', 'look', 0, 303_000]]);
    const disabled = somebody([{ category: '残疾军人', grade: 8, cause: '因公' }], { died: '2017-06-10' });
    const paidSix = paid('2017-01', '2017-06', 5775);
    expect(check(disabled, [paidSix, funeral]).map(({ code }) => code)).toEqual(['due_unknown']);
  });
});

describe('nobody can say what was due', () => {
  test('a blank grade: named, with what is missing, and nothing called wrong', () => {
    const found = check(somebody([{ category: '残疾军人', grade: null, cause: '因公' }]), wholeYear());
    expect(told(found)).toEqual([['due_unknown', 'look', null, null]]);
    expect(found[0]?.reason).toContain('名册没写「残疾等级」');
  });

  test('the missing part of a known base makes it a least: 护理费 is not judged, less than the base is wrong', () => {
    const first = somebody([{ category: '残疾军人', grade: 4, cause: '因公' }]);
    const codes = (yuan: number) =>
      check(first, [paid('2017-01', '2017-09', yuan), paid('2017-01', '2017-09', 9000, { item: '护理费' })])
        .filter(({ from }) => from !== month('2017-10'))
        .map(({ code }) => code);
    expect(codes(60_000)).toEqual(['due_unknown']);
    expect(codes(10_000)).toEqual(['wrong_amount', 'due_unknown']);
  });
});

describe('what the roll says', () => {
  const disabled = { category: '残疾军人', grade: 8, cause: '因公' } as const;
  const codes = (person: RollPerson) =>
    check(person, [])
      .map(({ code }) => code)
      .filter((code) => code !== 'unpaid_due');

  test('a start that the rule of the day does not give', () => {
    expect(codes(somebody([{ ...disabled, from: '2017-05', approved: '2017-05-09' }]))).toEqual([
      'start_month',
    ]);
    expect(codes(somebody([{ ...disabled, from: '2017-06', approved: '2017-05-09' }]))).toEqual([]);
    expect(codes(somebody([{ ...disabled, from: '2017-06', approved: '2016-05-09' }]))).toEqual([]);
    expect(codes(somebody([{ ...disabled, from: '2013-05', approved: '2013-05-09' }]))).toEqual([]);
  });

  test('approved before the birthday, paid from its month on', () => {
    const rural = { category: '农村籍退役士兵', years: 4, approved: '2017-03-09' };
    expect(codes(somebody([{ ...rural, from: '2017-05' }], { born: '1957-05-20' }))).toEqual([]);
    expect(codes(somebody([{ ...rural, from: '2017-06' }], { born: '1957-05-20' }))).toEqual(['start_month']);
    expect(codes(somebody([{ ...rural, from: '2017-03' }], { born: '1957-05-20' }))).toEqual([]);
    // Started years before: told in the year of the start, not again in that of the birthday.
    const early = { ...rural, approved: '2013-03-09', from: '2013-05' };
    expect(codes(somebody([early], { born: '1957-05-20' }))).toEqual([]);
  });

  test('stop and death disagree; a right that ended earlier for another reason does not', () => {
    const died = { died: '2017-08-14' };
    expect(codes(somebody([{ stop: '2017-11' }], died))).toEqual(['stop_disagrees']);
    expect(codes(somebody([{ stop: '2017-07', stopReason: '死亡' }], died))).toEqual(['stop_disagrees']);
    expect(codes(somebody([{ stop: '2017-07', stopReason: '因病' }], died))).toEqual(['stop_disagrees']);
    expect(codes(somebody([{ stop: '2017-09', stopReason: '死亡' }], died))).toEqual([]);
    expect(codes(somebody([{ stop: '2015-03', stopReason: '迁出' }], died))).toEqual([]);
    expect(codes(somebody([{}], died))).toEqual([]);
  });
});

describe('not on the roll', () => {
  test('each payment apart, money returned left out, 优待金 never', () => {
    const payments = [
      paid('2017-05', '2017-05', 505),
      paid('2017-06', '2017-06', 505),
      paid('2017-06', '2017-06', -505, { item: '扣回' }),
      paid('2017-07', '2017-07', 7134, { item: '优待金' }),
      paid('2017-07', '2017-07', 500, { item: '慰问金' }),
      paid('2016-07', '2016-07', 505),
    ];
    expect(told(outsiderDrafts(payments, question))).toEqual([
      ['not_on_roll', 'must', 0, 50_500],
      ['gift_not_on_roll', 'look', null, 50_000],
    ]);
  });
});
