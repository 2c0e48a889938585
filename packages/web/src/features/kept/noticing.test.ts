import { expect, it } from 'vitest';
import { daysFrom, lastDay, noticeState } from './noticing.ts';

it('counts the first and the last day', () => {
  expect([lastDay('2017-12-28', 7), lastDay('', 7)]).toEqual(['2018-01-03', '']);
  expect([daysFrom('2017-12-28', '2018-01-03'), daysFrom('', '2018-01-03')]).toEqual([7, undefined]);
});

it('says how far a notice is, an open objection before anything else', () => {
  const notice = { fromDay: '2017-10-09', toDay: '2017-10-15', objections: [], voidReason: null };
  const objection = { seq: 1, text: '不是本村人', onDay: '2017-10-10', outcome: null, outcomeOn: null };
  const answered = { ...objection, outcome: '属本村', outcomeOn: '2017-10-12' };
  expect(['2017-10-08', '2017-10-15', '2017-10-16'].map((day) => noticeState(notice, day))).toEqual([
    '未开始',
    '公示中',
    '期满无异议',
  ]);
  expect(noticeState({ ...notice, objections: [objection, answered] }, '2017-10-20')).toBe('异议待处理 1');
  expect(noticeState({ ...notice, objections: [answered] }, '2017-10-20')).toBe('期满，异议已处理');
  expect(noticeState({ ...notice, voidReason: '没张贴' }, '2017-10-20')).toBe('已作废');
});
