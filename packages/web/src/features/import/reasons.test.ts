import { expect, test } from 'vitest';
import type { Issue } from './data.ts';
import { reasonsOf, rowsOf } from './reasons.ts';

const issue = (row: number, code: string, value = '', column = '身份证号', sheet = '优抚对象'): Issue => ({
  ...{ sheet, row, column, value, code, reason: '请核对。' },
});

test('refusals are grouped by what has to be mended, most rows first', () => {
  const errors = [
    issue(12, 'word_unknown', '老兵', '对象类别'),
    issue(13, 'id_check_digit'),
    issue(14, 'id_check_digit'),
    issue(15, 'word_unknown', '荣军', '对象类别'),
    issue(9, 'date_invalid', '', '日期', '活动'),
  ];
  expect(
    reasonsOf({ errors }, '优抚对象').map((reason) => [reason.words, rowsOf(reason), reason.word]),
  ).toEqual([
    ['身份证号：身份证号校验位不对', 2, undefined],
    ['对象类别「老兵」不认识', 1, '老兵'],
    ['对象类别「荣军」不认识', 1, '荣军'],
  ]);
});

test('a row refused twice for one reason counts once', () => {
  const [reason] = reasonsOf(
    { errors: [issue(3, 'required_empty'), issue(3, 'required_empty')] },
    '优抚对象',
  );
  expect(reason && rowsOf(reason)).toBe(1);
});
