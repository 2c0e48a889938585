import { expect, test } from 'vitest';
import type { WaitingChange } from './changes.ts';
import {
  acceptedWords,
  changeText,
  decisionWords,
  lacksProof,
  paidAfterWords,
  proofWords,
  rejectedWords,
} from './changeWords.ts';

const change: WaitingChange = {
  ...{ id: 'c', type: 'correct', reason: '认定表', askedOn: '2017-11-20', askedBy: '王某', mine: false },
  ...{ personId: 'p', personName: '李某', village: '河湾村', right: '参战退役人员，2007-08 起' },
  ...{ paperId: null, paperTitle: null, dueOn: null },
  changes: [{ field: 'from_month', header: '享受起始年月', before: '2007-08', after: '2007-09' }],
};
const death: WaitingChange = {
  ...change,
  type: 'death',
  dueOn: '2017-12-20',
  changes: [{ field: 'died_on', header: '死亡日期', before: null, after: '2017-08-14' }],
};
const paidAfter = { fromMonth: '2017-09', payments: 1, fen: 50_500 };
const effects = { figures: [], signedReports: [], paidAfter };

test('old and new stand in one line, a fact that was not known without an old one', () => {
  expect(changeText(change)).toBe('享受起始年月 2007-08 → 2007-09');
  expect(changeText(death)).toBe('死亡日期 2017-08-14');
});

test('a report needs a proof by its day, a correction does not', () => {
  expect(proofWords(death, '2017-11-24')).toBe('缺证明，12 月 20 日前');
  expect(proofWords(death, '2017-12-21')).toBe('缺证明，已过期');
  expect(proofWords(change, '2017-11-24')).toBe('—');
  expect([lacksProof(death), lacksProof(change), lacksProof({ ...death, paperId: 'x' })]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the buttons of a report are its own', () => {
  expect(decisionWords('death')).toEqual({ accept: '核实无误', reject: '误报，恢复' });
  expect(decisionWords('correct')).toEqual({ accept: '同意', reject: '退回' });
});

test('what was paid after the end is named, before and after it is confirmed', () => {
  expect(paidAfterWords({ paidAfter })).toEqual(['2017-09 起已发 1 笔 ¥505.00，核实后要追回。']);
  const money = { claims: [], claimFen: 0, months: [], continued: [], afterDeath: [], isSetOff: false };
  const kept = { ...effects, money: { ...money, through: '2018-01', moreFen: 0, lessFen: 0 } };
  expect(acceptedWords(death, kept)).toBe(
    '已核实：李某 2017-09 起停发。2017-09 起已发 1 笔 ¥505.00，是启用记账以前发的：由批准的人到「结账 → 启用」带进追回。',
  );
  expect(acceptedWords(death, effects)).toBe(
    '已核实：李某 2017-09 起停发。2017-09 起已发 1 笔 ¥505.00，要追回。',
  );
  expect(acceptedWords(change, undefined)).toBe('已同意：李某的更正从现在起算。');
});

test('a mistake pays on, a correction sent back changes nothing', () => {
  expect(rejectedWords(death)).toBe('误报已恢复：李某照常发放。');
  expect(rejectedWords(change)).toBe('已退回：李某的资料没有改动。');
});
