import { expect, test } from 'vitest';
import { callWords, toldOf } from './words.ts';

const typed = { answer: 'differs', yuan: ' 500.00 ', calledOn: '2018-01-10', remark: '' } as const;
const line = { fen: 55_500 };

test('a call is sent when it says what was heard; a sum only where another one came', () => {
  const { yuan: _, ...sent } = typed;
  expect(toldOf(typed, line)).toEqual({ ...sent, toldFen: 50_000 });
  expect(toldOf({ ...typed, answer: 'agrees' }, line)).toMatchObject({ toldFen: undefined });
  expect(toldOf({ ...typed, answer: undefined }, line)).toEqual({ missing: '请选本人怎么说。' });
  expect(toldOf({ ...typed, yuan: '五百' }, line)).toHaveProperty('missing');
  expect(toldOf({ ...typed, yuan: '555' }, line)).toHaveProperty('missing');
  expect(toldOf({ ...typed, calledOn: '' }, line)).toHaveProperty('missing');
});

test('what was heard stands with who called and when', () => {
  const call = { lineId: 'l', toldFen: null, remark: null, by: '王某', calledOn: '2018-01-10', seed: 's' };
  expect(callWords({ ...call, answer: 'unreached' })).toBe('没联系上（王某 2018-01-10）');
  expect(callWords({ ...call, answer: 'differs', toldFen: 50_000, remark: '存折上少了' })).toBe(
    '对不上，说收到 500.00 元，存折上少了（王某 2018-01-10）',
  );
});
