import { describe, expect, test } from 'vitest';
import type { RollPerson } from '../benefits/index.ts';
import { lawWith } from '../standards/index.ts';
import type { Draft, Question } from './draft.ts';
import type { Payment } from './payment.ts';
import { checkPerson } from './person.ts';
import { month, paid, somebody, wholeYear } from './testing/made.ts';

const law = lawWith([]);

function asked(today = '2018-06-01', year = 2017): Question {
  return { from: month(`${year}-01`), to: month(`${year}-12`), today, paidYears: new Set([year]) };
}

const check = (person: RollPerson, payments: readonly Payment[], today?: string): readonly Draft[] =>
  checkPerson(person, payments, law, asked(today)).drafts;

const told = (drafts: readonly Draft[]) =>
  drafts.map(({ code, severity, expectedFen, actualFen }) => [code, severity, expectedFen, actualFen]);

const veteran = somebody();

describe('paid as it was due', () => {
  test.each<readonly [string, readonly Payment[]]>([
    ['month by month', wholeYear()],
    ['two months at once', [...wholeYear({ '2017-01': 0, '2017-02': 0 }), paid('2017-01', '2017-02', 1010)]],
    [
      'half a year at once',
      [paid('2017-01', '2017-06', 3030), paid('2017-07', '2017-12', 3 * 505 + 3 * 555)],
    ],
    [
      'a quarter across a raise',
      [...wholeYear({ '2017-08': 0, '2017-09': 0, '2017-10': 0 }), paid('2017-08', '2017-10', 1565)],
    ],
    [
      'a late raise paid as arrears in the next year',
      [
        ...wholeYear({ '2017-10': 505, '2017-11': 505, '2017-12': 505 }),
        paid('2017-10', '2017-12', 150, { item: '补发', on: '2018-01-20' }),
      ],
    ],
    [
      'arrears under the benefit’s own name, month by month',
      [
        ...wholeYear({ '2017-10': 505 }),
        paid('2017-10', '2017-10', 50, { item: '参战退役人员生活补助', on: '2018-03-20' }),
      ],
    ],
    [
      'arrears written under the month in which they were paid',
      [...wholeYear({ '2017-10': 505, '2017-11': 505 }), paid('2018-01', '2018-01', 100, { item: '补发' })],
    ],
    [
      'one month returned by the bank and sent again',
      [
        ...wholeYear(),
        paid('2017-05', '2017-05', -505, { item: '扣回' }),
        paid('2017-05', '2017-05', 505, { on: '2017-06-02' }),
      ],
    ],
    ['a fen less each month, by another rounding', wholeYear({ '2017-02': 504.99 })],
    ['greeting money beside it', [...wholeYear(), paid('2017-07', '2017-07', 500, { item: '慰问金' })]],
  ])('%s: nothing to say', (_, payments) => {
    expect(told(check(veteran, payments))).toEqual([]);
  });

  test('months asked are counted, not those around them', () => {
    const { months } = checkPerson(
      somebody([{ from: '2017-03', stop: '2017-11' }]),
      wholeYear({ '2017-01': 0, '2017-02': 0, '2017-11': 0, '2017-12': 0 }),
      law,
      asked(),
    );
    expect(months).toBe(8);
  });
});

describe('amounts', () => {
  test('last year’s rate is wrong by what was published, whatever rests on a derived top-up', () => {
    const found = check(veteran, wholeYear({ '2017-11': 505 }));
    expect(told(found)).toEqual([['wrong_amount', 'must', 55_500, 50_500]]);
    expect(found[0]?.reason).toContain('2017-11 应发 555.00 元，实发 505.00 元，少发 50.00 元');
    expect(found[0]?.source?.sheet).toBe('发放记录');
  });

  test('without the derived five yuan only: somebody should look', () => {
    expect(told(check(veteran, wholeYear({ '2017-11': 550 })))).toEqual([
      ['wrong_amount', 'look', 55_500, 55_000],
    ]);
  });

  test('cut to whole yuan, less than a yuan a month: somebody should look', () => {
    const disabled = somebody([{ category: '残疾军人', grade: 8, cause: '因公' }]);
    const found = check(disabled, [paid('2017-01', '2017-09', 9 * 962), paid('2017-10', '2017-12', 3177.5)]);
    expect(told(found)).toEqual([['wrong_amount', 'look', 866_250, 865_800]]);
    expect(found[0]?.reason).toContain('取整');
  });

  test('paid before the rate was known: arrears have time until 31 January', () => {
    const early = [...wholeYear({ '2017-10': 0 }), paid('2017-10', '2017-10', 505, { on: '2017-10-09' })];
    expect(told(check(veteran, early, '2018-01-31'))).toEqual([]);
    expect(told(check(veteran, early, '2018-02-01'))).toEqual([['wrong_amount', 'must', 55_500, 50_500]]);
  });

  test('too much arrears is a wrong amount, not a second payment', () => {
    const payments = [...wholeYear({ '2017-10': 505 }), paid('2017-10', '2017-10', 60, { item: '补发' })];
    expect(told(check(veteran, payments))).toEqual([['wrong_amount', 'must', 55_500, 56_500]]);
  });
});

describe('twice', () => {
  test('one month under two vouchers', () => {
    const again = paid('2017-05', '2017-05', 505, { on: '2017-06-20', voucher: '凭-又' });
    const found = check(veteran, [...wholeYear(), again]);
    expect(told(found)).toEqual([['paid_twice', 'must', 50_500, 101_000]]);
    expect(found[0]?.source?.row).toBe(again.row);
    expect(found[0]?.reason).toContain('凭-又');
  });

  test('a month again inside a quarter; at the old and at the new rate', () => {
    expect(told(check(veteran, [...wholeYear(), paid('2017-04', '2017-06', 1515)]))).toEqual([
      ['paid_twice', 'must', 151_500, 303_000],
    ]);
    expect(told(check(veteran, [...wholeYear(), paid('2017-10', '2017-10', 505)]))).toEqual([
      ['paid_twice', 'must', 55_500, 106_000],
    ]);
  });
});

test('a month again that its own batch set off whole is no second payment', () => {
  const again = { ...paid('2017-05', '2017-05', 505, { voucher: '批-8' }), kind: 'payLine' as const };
  const back = {
    ...paid('2017-05', '2017-05', -505, { item: '扣回', voucher: '批-8' }),
    kind: 'recovery' as const,
  };
  const over = wholeYear({ '2017-05': 605 });
  expect(told(check(veteran, [...over, again, back]))).toEqual([['wrong_amount', 'must', 50_500, 60_500]]);
  expect(told(check(veteran, [...over, again, { ...back, voucher: '收-1' }]))).toEqual([
    ['paid_twice', 'must', 50_500, 60_500],
  ]);
});

test('a month again beside a year at the old rate is still a second payment', () => {
  const again = paid('2017-05', '2017-05', 505, { on: '2017-12-28' });
  const found = check(veteran, [paid('2017-01', '2017-12', 12 * 505), again]);
  expect(told(found)).toEqual([['paid_twice', 'must', 621_000, 656_500]]);
  expect(found[0]?.source?.row).toBe(again.row);
});

test('taken back out of a month whose arrears may still come, it is made up', () => {
  const long = { ...asked('2018-01-15'), today: '2018-01-15' };
  const over = [
    ...wholeYear({ '2017-03': 605, '2017-11': 0 }),
    paid('2017-11', '2017-11', 505, { on: '2017-10-09' }),
  ];
  const back = paid('2017-11', '2017-11', -50, { item: '扣回' });
  const codes = (payments: readonly Payment[]) =>
    checkPerson(veteran, payments, law, long).drafts.map(({ code }) => code);
  expect(codes(over)).toEqual(['wrong_amount']);
  expect(codes([...over, back])).toEqual([]);
});

test('taken back in a year whose rate nobody knows yet, it is still made up', () => {
  const rural = somebody([{ category: '农村籍退役士兵', from: '2024-01', years: 4 }], { born: '1950-03-15' });
  const within: Question = {
    ...{ from: month('2025-01'), to: month('2025-12'), today: '2028-06-01' },
    paidYears: new Set([2025]),
  };
  const known = checkPerson(rural, [], law, within).drafts.map(({ code }) => code);
  expect(known).toEqual(['unpaid_due', 'due_unknown']);
  const fair = checkPerson(rural, [], law, within).drafts[0]?.expectedFen ?? 0;
  const months = [paid('2025-01', '2025-07', fair / 100 + 100), paid('2026-03', '2026-03', 250)];
  const told = (payments: readonly Payment[]) =>
    checkPerson(rural, payments, law, within).drafts.map(({ code }) => code);
  expect(told(months)).toEqual(['wrong_amount', 'due_unknown']);
  const back = paid('2026-03', '2026-03', -100, { item: '扣回' });
  expect(told([...months, back])).toEqual(['due_unknown']);
});

describe('months in which nothing is due', () => {
  test('after the death; the month of death itself is due', () => {
    const dead = somebody([{}], { died: '2017-08-14' });
    const year = wholeYear({ '2017-10': 0, '2017-11': 0, '2017-12': 0 });
    const found = check(dead, year);
    expect(told(found)).toEqual([['paid_after_death', 'must', 0, 50_500]]);
    expect(found[0]?.reason).toContain('2017-09 已去世，不应发');
    expect(told(check(dead, year.slice(0, 8)))).toEqual([]);
  });

  test('a quarter in which he died: only what is too much', () => {
    const dead = somebody([{}], { died: '2017-08-14' });
    const half = [paid('2017-01', '2017-06', 3030)];
    expect(told(check(dead, [...half, paid('2017-07', '2017-09', 1515)]))).toEqual([
      ['paid_after_death', 'must', 101_000, 151_500],
    ]);
    expect(told(check(dead, [...half, paid('2017-07', '2017-09', 1010)]))).toEqual([]);
    const back = paid('2017-12', '2017-12', -505, { item: '扣回' });
    expect(told(check(dead, [...half, paid('2017-07', '2017-09', 1515), back]))).toEqual([]);
  });

  test('after the stop, before the start', () => {
    const year = wholeYear();
    expect(told(check(somebody([{ stop: '2017-12' }]), year))).toEqual([
      ['paid_after_stop', 'must', 0, 55_500],
    ]);
    expect(told(check(somebody([{ from: '2017-02' }]), year))).toEqual([
      ['paid_before_start', 'must', 0, 50_500],
    ]);
  });

  test('a suspension between two rows of one right', () => {
    const person = somebody([{ stop: '2017-05', stopReason: '中止' }, { from: '2017-07' }]);
    expect(told(check(person, wholeYear({ '2017-05': 0 })))).toEqual([
      ['paid_after_stop', 'must', 0, 50_500],
    ]);
    expect(told(check(person, wholeYear({ '2017-05': 0, '2017-06': 0 })))).toEqual([]);
  });

  test('before the sixtieth birthday, and from its month on', () => {
    const rural = { category: '农村籍退役士兵', from: '2017-07', years: 4 };
    const payments = [
      paid('2017-07', '2017-07', 100),
      paid('2017-08', '2017-09', 200),
      paid('2017-10', '2017-12', 360),
    ];
    expect(told(check(somebody([rural], { born: '1957-08-02' }), payments))).toEqual([
      ['under_age', 'must', 0, 10_000],
    ]);
    expect(told(check(somebody([rural], { born: '1957-07-31' }), payments))).toEqual([]);
  });

  test('only on the roll as a former soldier without a pension: somebody should look', () => {
    const other = somebody([{ category: '其他退役军人' }]);
    expect(told(check(other, [paid('2017-05', '2017-05', 100)]))).toEqual([
      ['not_on_roll', 'look', 0, 10_000],
    ]);
  });
});

describe('never paid', () => {
  test('nothing at all: one finding with the row of the roll', () => {
    const found = check(veteran, []);
    expect(told(found)).toEqual([['unpaid_due', 'must', 9 * 50_500 + 3 * 55_500, 0]]);
    expect(found[0]?.source).toEqual({ sheet: '优抚对象', row: 2 });
  });

  test('a month left out; not before 31 January is over', () => {
    expect(told(check(veteran, wholeYear({ '2017-06': 0 })))).toEqual([['unpaid_due', 'must', 50_500, 0]]);
    expect(told(check(veteran, wholeYear({ '2017-06': 0 }), '2018-01-31'))).toEqual([]);
  });

  test('paid later than that is late, and told as such', () => {
    const payments = [...wholeYear({ '2017-12': 0 }), paid('2017-12', '2017-12', 555, { on: '2018-02-08' })];
    const found = check(veteran, payments);
    expect(told(found)).toEqual([['unpaid_due', 'look', 55_500, 0]]);
    expect(found[0]?.reason).toContain('2018-02-08 才发');
    const inTime = [...wholeYear({ '2017-12': 0 }), paid('2017-12', '2017-12', 555, { on: '2018-01-31' })];
    expect(told(check(veteran, inTime))).toEqual([]);
  });

  test('in a year without payments in the books nobody is called unpaid', () => {
    const question = { ...asked(), paidYears: new Set<number>() };
    expect(checkPerson(veteran, [], law, question).drafts).toEqual([]);
  });
});
