import { describe, expect, test } from 'vitest';
import { effectCells, eventDone, missingOf, stopWords } from './events.ts';

describe('a reported death', () => {
  test('the month of death is due, the next one is not', () => {
    expect(stopWords('death', '2017-08-14', '2017-08')).toEqual([
      '去世当月照发，2017-09 起停发；核实前下一批先不发。',
    ]);
    expect(effectCells('death', '2017-08-14')).toEqual({ died_on: '2017-08-14' });
  });

  test('months paid after it are named', () => {
    expect(stopWords('death', '2017-08-14', '2017-10')[1]).toBe(
      '已发至 2017-10：2017-09 起的已发，核实后应追回。',
    );
  });

  test('what to bring and by when is said at once', () => {
    expect(eventDone('death', '2017-09-30', '2017-08-31', false)).toBe(
      '已登记去世，下一批先不发。请在 9 月 30 日前上传死亡证明、火化证或户籍注销之一。',
    );
    expect(eventDone('death', '2017-09-30', '2017-08-31', true)).toContain('证明已附上');
  });
});

test('a move in December ends with January of the next year', () => {
  expect(effectCells('move', '2017-12-05')).toEqual({ stop_month: '2018-01', stop_reason: '迁出' });
});

test('a day after today or before birth is refused beside its field', () => {
  const told = { type: 'death', source: '村报', reason: '' } as const;
  const born = { bornOn: '1946-03-15' };
  expect(missingOf({ ...told, day: '2018-01-01' }, born, '2017-12-31')[0]?.field).toBe('day');
  expect(missingOf({ ...told, day: '1940-01-01' }, born, '2017-12-31')[0]?.message).toContain('早于出生');
  expect(missingOf({ ...told, day: '2017-08-14' }, born, '2017-12-31')).toEqual([]);
});
