import { expect, test } from 'vitest';
import { doubleWords, offered, twinRows } from './twinRows.ts';
import type { Twin, TwinPair } from './twins.ts';

const left: Twin = {
  ...{
    id: 'l',
    name: '程某',
    identity: '341524********0018',
    sex: '男',
    bornOn: '1950-01-02',
    village: '河湾村',
  },
  ...{ categories: ['参战退役人员'], account: '尾号 0123', payments: 12, paidFen: 606_000 },
};
const right: Twin = { ...left, id: 'r', identity: '341524********0026', payments: 0, paidFen: 0 };
const pair: TwinPair = { left, right, why: '', doublePayments: 2, doubleFen: 101_000 };

test('what differs is marked, what is the same is not', () => {
  expect(twinRows(left, right).flatMap(({ head, differs }) => (differs ? [head] : []))).toEqual([
    '身份证',
    '已发',
  ]);
});

test('money paid twice is named before the merge', () => {
  expect(doubleWords(pair)).toEqual(['同一月份同一项目发过两次的 2 笔，多发 ¥1,010.00，合并后要追回。']);
  expect(doubleWords({ ...pair, doublePayments: 0 })).toEqual(['没有同一月份同一项目发过两次的。']);
});

test('the one that was paid stays unless somebody says otherwise', () => {
  expect([offered(pair), offered({ ...pair, left: right, right: left })]).toEqual(['left', 'right']);
});
