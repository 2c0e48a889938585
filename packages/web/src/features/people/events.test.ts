import { describe, expect, test } from 'vitest';
import { eventDone, isEvent, missingOf, stopsFrom, stopWords } from './events.ts';

describe('a reported death', () => {
  test('the month of death is due, the next one is not', () => {
    expect(stopWords('death', '2017-08-14')).toEqual(['去世当月照发，2017-09 起停发；核实前下一批先不发。']);
  });

  test('what to bring and by when is said at once', () => {
    expect(eventDone('death', '2017-09-30', '2017-08-31', false)).toBe(
      '已登记去世，下一批先不发。请在 9 月 30 日前上传死亡证明、火化证或户籍注销之一。',
    );
    expect(eventDone('death', '2017-09-30', '2017-08-31', true)).toContain('证明已附上');
  });
});

test('a move in December ends with January of the next year', () => {
  expect(stopsFrom('2017-12-05')).toBe('2018-01');
  expect(stopsFrom('2017-13-05')).toBeUndefined();
});

test('a correction is no event of the person', () => {
  expect([isEvent('sentence'), isEvent('correct'), isEvent('void')]).toEqual([true, false, false]);
});

test('a day after today or before birth is refused beside its field', () => {
  const told = { type: 'death', source: '村报', reason: '' } as const;
  const born = { bornOn: '1946-03-15' };
  expect(missingOf({ ...told, day: '2018-01-01' }, born, '2017-12-31')[0]?.field).toBe('day');
  expect(missingOf({ ...told, day: '1940-01-01' }, born, '2017-12-31')[0]?.message).toContain('早于出生');
  expect(missingOf({ ...told, day: '2017-08-14' }, born, '2017-12-31')).toEqual([]);
});
