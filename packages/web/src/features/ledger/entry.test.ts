import { expect, test } from 'vitest';
import { entryRules } from './entry.ts';

const paper = (title: string) => ({
  ...{ file: null, title, caption: '', signedOn: '2017-07-28', paperClass: '佐证材料', originalAt: '1 盒' },
});

test('a head-count with neither 签到 nor 估 is refused at its field', () => {
  const { check } = entryRules('activity');
  const heads = { attendance: '32', is_estimate: '否' };
  expect(check?.(heads, []).map(({ field }) => field)).toEqual(['is_estimate']);
  expect(check?.({ attendance: '32' }, [paper('现场照片')])).toHaveLength(1);
  expect(check?.(heads, [paper('座谈会签到表')])).toEqual([]);
  expect(check?.({ attendance: '200', is_estimate: '是' }, [])).toEqual([]);
});
