import { expect, test } from 'vitest';
import { claimedWords, type MoneyEffect, moneyWords } from './moneyWords.ts';

const nothing: MoneyEffect = {
  ...{ through: '2025-06', months: [], moreFen: 0, lessFen: 0, claimFen: 0, claims: [] },
  ...{ continued: [], afterDeath: [], isSetOff: false },
};
const grant = {
  ...{ kind: '参战退役人员', from: '2025-04', to: '2025-09', months: 6, monthFen: 88_200, fen: 529_200 },
  basis: '《军人抚恤优待条例》第六十二条',
};

test('died in January, told in April: what stops, and what was paid too much, month by amount', () => {
  const money = {
    ...nothing,
    months: [
      { month: '2018-02', fen: -55_000 },
      { month: '2018-03', fen: -55_000 },
      { month: '2018-04', fen: -55_000 },
    ],
    ...{ lessFen: -165_000, claimFen: 110_000 },
    claims: [
      { month: '2018-02', fen: 55_000 },
      { month: '2018-03', fen: 55_000 },
    ],
  };
  expect(moneyWords(money)).toEqual([
    '2018-04 不再发 1 个月：¥550.00。',
    '2018-02 至 2018-03 多发 2 个月：2 × ¥550.00 = ¥1,100.00，应追回。',
  ]);
  expect(claimedWords(money)).toBe('多发 2 个月 ¥1,100.00，已列入追回。');
  expect(claimedWords(money, false)).toBe(
    '多发 2 个月 ¥1,100.00，生成下一批时列入追回；接着登记同类待遇的，先抵过。',
  );
});

test('months that were paid as if he lived stand for the grant; the rest of it is still to be paid', () => {
  const money = {
    ...{ ...nothing, continued: ['2025-04', '2025-05', '2025-06'], moreFen: 0, afterDeath: [grant] },
  };
  expect(moneyWords(money)).toEqual([
    '丧葬补助（参战退役人员）：2025-04 至 2025-09，6 × ¥882.00 = ¥5,292.00，依据《军人抚恤优待条例》第六十二条。',
    '其中 3 个月已经发了，抵作丧葬补助，还要发 ¥2,646.00。',
  ]);
});

test('with both sides the county’s setting tells whether they are settled together', () => {
  const both = {
    ...nothing,
    claimFen: 88_200,
    claims: [{ month: '2025-10', fen: 88_200 }],
    afterDeath: [grant],
  };
  expect(moneyWords(both).at(-1)).toBe('分开办：丧葬补助照发，多发的另行追回。');
  expect(moneyWords({ ...both, isSetOff: true }).at(-1)).toBe('本县设「相抵」：净补 ¥4,410.00。');
  expect(moneyWords({ ...both, isSetOff: true, claimFen: 600_000 }).at(-1)).toBe(
    '本县设「相抵」：净追 ¥708.00。',
  );
});

test('nothing is said of money where none is touched, and said plainly where no ledger is kept', () => {
  expect(moneyWords(undefined)).toEqual([]);
  expect(moneyWords(nothing)).toEqual([]);
  expect(claimedWords(nothing)).toBe('');
  expect(moneyWords(null)).toEqual(['本单位还没有由系统记账，金额不在这里算。']);
});
