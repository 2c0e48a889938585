import { expect, test } from 'vitest';
import { effectWords, moneyWords } from './records.ts';

const money = {
  ...{ through: '2018-01', moreFen: 0, lessFen: -111_000, claimFen: 55_500, continued: [] },
  months: [
    { month: '2017-12', fen: -55_500 },
    { month: '2018-01', fen: -55_500 },
  ],
};

test('money a change moves is told by months, and what was paid already apart', () => {
  expect(moneyWords(money)).toEqual([
    '应发少 ¥1,110.00（2017-12 至 2018-01 共 2 个月）。',
    '其中已发出的 ¥555.00，列入追回。',
  ]);
  const more = {
    ...money,
    months: [{ month: '2017-12', fen: 100 }],
    moreFen: 100,
    lessFen: 0,
    claimFen: -300,
  };
  expect(moneyWords(more)).toEqual(['应发多 ¥1.00（2017-12），下一批补发。', '要追回的减少 ¥3.00。']);
  expect(moneyWords({ ...money, months: [], lessFen: 0, claimFen: 0 })).toEqual(['应发不变。']);
});

test('where the ledger has not begun it says so; where no right is touched nothing', () => {
  expect(moneyWords(null)).toEqual(['还没有启用记账，不影响金额。']);
  expect(moneyWords(undefined)).toEqual([]);
  expect(
    effectWords({ figures: [], signedReports: [{ year: 2017, signedOn: '2018-01-05' }], money })[0],
  ).toBe('应发少 ¥1,110.00（2017-12 至 2018-01 共 2 个月）。');
});
