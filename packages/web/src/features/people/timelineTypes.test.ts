import { expect, test } from 'vitest';
import type { TimelineLine } from './data.ts';
import { linesUntil, typesOf } from './timelineTypes.ts';

const line = (type: string, day: string): TimelineLine => ({
  day,
  type,
  text: '',
  amountFen: null,
  record: { kind: 'spell', id: day },
  papers: 0,
  source: null,
});
const lines = [line('变更', '2018-03-01'), line('发放', '2018-01-20'), line('发放', '2017-12-20')];

test('a past day shows what had happened by then, and every correction known since', () => {
  expect(linesUntil(lines, '2017-12-31').map((one) => one.day)).toEqual(['2018-03-01', '2017-12-20']);
});

test('only types that occur are offered, payments before corrections', () => {
  expect(typesOf(lines).map(({ label, count }) => `${label} ${count}`)).toEqual([
    '时间线 全部 3',
    '发放 2',
    '变更 1',
  ]);
});
