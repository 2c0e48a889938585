import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { type NoticeDebt, noticeOf, spansOf } from './claim-notice.ts';

const claim = (month: string, openFen: number, kind = '参战退役人员') => ({ kind, month, openFen });
const debtOf = (claims: NoticeDebt['claims'], diedOn: string | null = '2018-01-20'): NoticeDebt => ({
  person: { name: '施某', diedOn, office: '示例镇' },
  openFen: claims.reduce((sum, { openFen }) => sum + openFen, 0),
  claims,
});
const textOf = (debt: NoticeDebt, today = '2018-04-05') =>
  noticeOf(debt, day(today)).paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));

test('funds of one month are one sum, months that follow each other one line, gaps and rights apart', () => {
  const claims = [
    claim('2017-12', 50_000),
    claim('2017-12', 500),
    claim('2018-01', 50_500),
    claim('2018-03', 50_500),
    claim('2018-02', 0),
    claim('2018-03', 100, '烈士子女'),
  ];
  expect(spansOf(claims)).toEqual([
    { kind: '参战退役人员', from: '2017-12', to: '2018-01', months: 2, fen: 101_000 },
    { kind: '参战退役人员', from: '2018-03', to: '2018-03', months: 1, fen: 50_500 },
    { kind: '烈士子女', from: '2018-03', to: '2018-03', months: 1, fen: 100 },
  ]);
});

test('the letter goes to the family of who died, says since when, which months and the sum in capitals', () => {
  const text = textOf(debtOf([claim('2018-02', 55_000), claim('2018-03', 55_000)]));
  expect(text.slice(0, 4)).toEqual([
    '施某家属：',
    '经核对，施某2018年1月20日去世，以后月份的待遇不应发放，已经发出，现予追回：',
    '参战退役人员：2018年2月至2018年3月，2个月，1,100.00元。',
    '共计人民币壹仟壹佰元整（1,100.00元）。',
  ]);
  expect(text[4]).toContain('《中华人民共和国民法总则》第一百二十二条');
});

test('the law of the day: none before it, the Civil Code from 2021; the living are addressed themselves', () => {
  const debt = debtOf([claim('2017-02', 100)], null);
  expect(textOf(debt, '2017-03-01')[0]).toBe('施某：');
  expect(textOf(debt, '2017-03-01').join('')).not.toContain('民法');
  expect(textOf(debt, '2021-01-01').join('')).toContain('《中华人民共和国民法典》第一百二十二条');
});

test('a family is not told that a dead man’s money could be taken from what is to come', () => {
  const claims = [claim('2018-02', 100)];
  expect(textOf(debtOf(claims)).join('')).toContain('可以商定分期。有异议的');
  expect(textOf(debtOf(claims, null)).join('')).toContain('可以商定分期或从以后的待遇中按月扣还。');
});

test('many spans stay on one page: what does not fit is summed, nothing is lost from the sum', () => {
  const claims = Array.from({ length: 12 }, (_, at) => claim(`20${17 + at}-01`, 1_000));
  const text = textOf(debtOf(claims));
  expect(text.filter((words) => words.includes('月，'))).toHaveLength(3);
  expect(text[4]).toBe('其余10个月，100.00元，明细附后备查。');
  expect(text[5]).toBe('共计人民币壹佰贰拾元整（120.00元）。');
});

test('nothing open, no letter', () => {
  expect(() => textOf(debtOf([claim('2018-02', 0)]))).toThrow('已经结清');
});
