import { expect, test } from 'vitest';
import { readPackage } from './files.ts';

const FILE = `package: 某县-2026-08
title: 某县生活补助
sources:
  - { id: 某县-15, title: 通知, issued: 2026-08-20 }
tables:
  - code: illness.base
    unit: fen_per_month
    axes: []
    combine: replace
    values:
      - region: "341524"
        from: 2026-08
        knownOn: 2026-08-20
        source: 某县-15
        status: published
        cells: { "-": 90000 }
`;

/** Each line ten times the one before. */
const BOMB = ['a: &a [x, x]', 'b: &b', 'c: &c', 'd: &d', 'e: &e']
  .map((head, index) => (index === 0 ? head : `${head} [${Array(10).fill(`*${'abcd'[index - 1]}`)}]`))
  .join('\n');

const PLACE = '第 1 张表 illness.base，第 1 段 341524 2026-08';

test.each([
  ['90000', '"九百"', `标准包格式不对：${PLACE}，cells.-：要写成数字，不加引号`],
  ['published', 'sure', `标准包格式不对：${PLACE}，status：只能是 published、derived`],
  ['source: 某县-15', 'note: 一', `标准包格式不对：${PLACE}，source：没有写`],
  ['knownOn: 2026-08-20', 'knownOn: 2026-02-30', `${PLACE}，knownOn：日期要写成 2017-10-13，而且真有这一天`],
  [
    'issued: 2026-08-20',
    'issued: 2026-02-30',
    'sources 第 1 项，issued：日期要写成 2017-10-13，而且真有这一天',
  ],
  ['status:', 'bogus: 1\n        status:', `标准包格式不对：${PLACE}：没有「bogus」这一项`],
  ['"341524"', '341524', `${PLACE}，region：要写成文字（数字要加引号）`],
  ['package: 某县-2026-08\n', '', '标准包格式不对：package：没有写'],
  ['values:', 'values: [', '标准包读不出：第 12 行第 15 个字附近写法不对'],
  ['    unit', '\tunit', '标准包读不出：第 7 行第 1 个字附近写法不对'],
])('%s written as %s is told with its place', (before, after, message) => {
  expect(readPackage(FILE).package).toBe('某县-2026-08');
  expect(() => readPackage(FILE.replace(before, after))).toThrow(message);
});

test.each([
  ['', '标准包格式不对：整个文件：要写成一组「名称: 值」'],
  ['hello', '标准包格式不对：整个文件：要写成一组「名称: 值」'],
  [`${FILE}---\n${FILE}`, '标准包读不出：一个文件只放一个标准包'],
  [BOMB, '引用（& 和 *）太多'],
])('what is no package is refused in words', (text, message) => {
  expect(() => readPackage(text)).toThrow(message);
});
