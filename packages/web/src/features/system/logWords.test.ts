import { expect, it } from 'vitest';
import { actionWords, clockTime, detailWords, kindWords } from './logWords.ts';
import { sizeText } from './sizes.ts';

it('a line of the log is read in words, one nobody has words for as it stands', () => {
  expect(actionWords('record.void')).toBe('作废了记录');
  expect(actionWords('later.thing')).toBe('later.thing');
  expect(kindWords('paidLine', new Map([['paidLine', '发放记录']]))).toBe('发放记录');
  expect(kindWords('user', new Map())).toBe('用户');
  expect(kindWords(null, new Map())).toBe('—');
});

it('the facts of a line are said with their names, without identifiers', () => {
  expect(detailWords({ role: '管理', id: 'x' })).toBe('角色 管理');
  expect(detailWords({ fields: ['amount', 'day'], reason: '记错' })).toBe('栏 amount、day　理由 记错');
  expect(detailWords(null)).toBe('');
});

it('times are those of the office, also across midnight', () => {
  expect(clockTime('2018-01-05T17:03:04.000Z')).toBe('2018-01-06 01:03:04');
});

it('sizes are said in the unit people use', () => {
  expect([0, 1023, 1536, 5 * 1024 ** 2, 300 * 1024 ** 3].map(sizeText)).toEqual([
    '0 字节',
    '1023 字节',
    '1.5 KB',
    '5 MB',
    '300 GB',
  ]);
});
