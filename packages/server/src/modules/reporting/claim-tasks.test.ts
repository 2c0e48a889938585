import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { claimRows } from './claim-tasks.ts';

type Debt = Parameters<typeof claimRows>[0][number];
type Step = Debt['steps'][number];
type Recovery = Debt['recoveries'][number];

const yes = { ok: true, why: null };
const no = { ok: false, why: '不归您办' };
const CLERK = { act: yes, writeOff: no, paper: no, undoCash: yes, undoWriteOff: no };
const APPROVER = { act: no, writeOff: yes, paper: no, undoCash: no, undoWriteOff: yes };

const step = (name: Step['step'], on: string, fromMonth: string | null = null): Step => ({
  ...{ step: name, on, by: '王某', monthlyCapFen: 10_000, fromMonth, paperId: null, paperTitle: null },
  reason: null,
});
const cash = (on: string, isUndone = false): Recovery => ({
  ...{ ids: [on], kind: 'cash', fen: 5_000, on, by: '王某', receiptNo: 'S', signer: null, paperId: null },
  ...{ paperTitle: null, reason: null, isUndone, batch: null },
});
const debt = (id: string, more: Partial<Debt> = {}): Debt => ({
  person: {
    ...{
      id,
      name: `${id}某`,
      idMasked: null,
      village: null,
      diedOn: null,
      office: '示例镇',
      isOnePerson: false,
    },
  },
  ...{ fen: 50_000, openFen: 50_000, state: 'raised', steps: [], recoveries: [], may: CLERK },
  claims: [
    {
      ...{
        id: `c${id}`,
        kind: '参战',
        component: 'base',
        fund: 'central',
        month: '2018-02',
        cause: 'correction',
      },
      ...{ fen: 50_000, openFen: 50_000, on: '2018-03-01', paidIn: [] },
    },
  ],
  ...more,
});
const rows = (debts: readonly Debt[], today: string) =>
  claimRows(debts, day(today)).map(({ text, due, href }) => [text, due, href]);

test('who has had no notice is a task at once: one person opens by himself, several in their list', () => {
  const late = debt('乙', { claims: debt('乙').claims.map((claim) => ({ ...claim, on: '2018-02-20' })) });
  expect(rows([debt('甲')], '2018-03-01')).toEqual([
    ['追回 甲某：还没有送告知书', '2018-03-11', '/pay/claims?id=甲'],
  ]);
  expect(rows([debt('甲'), late], '2018-03-01')).toEqual([
    ['追回 2 人还没有送告知书', '2018-03-02', '/pay/claims?state=raised'],
  ]);
  expect(rows([debt('甲', { may: APPROVER })], '2018-03-01')).toEqual([]);
});

test('thirty days after the notice there is a plan or money, or it is a task', () => {
  const noticed = (more: Partial<Debt> = {}) =>
    debt('甲', { state: 'noticed', steps: [step('notice', '2018-03-05')], ...more });
  expect(rows([noticed()], '2018-04-03')).toEqual([]);
  const task = ['追回 甲某：告知以后没有还款计划，也没有收到款', '2018-04-04', '/pay/claims?id=甲'];
  expect(rows([noticed()], '2018-04-04')).toEqual([task]);
  expect(rows([noticed({ recoveries: [cash('2018-03-20')] })], '2018-04-04')).toEqual([]);
  expect(rows([noticed({ recoveries: [cash('2018-03-20', true)] })], '2018-04-04')).toEqual([task]);
});

test('a plan is behind when nothing came in for the month that is over', () => {
  const steps = [step('notice', '2018-03-05'), step('plan', '2018-03-06', '2018-04')];
  const planned = (recoveries: readonly Recovery[] = []) =>
    debt('甲', { state: 'planned', steps, recoveries });
  expect(rows([planned()], '2018-04-30')).toEqual([]);
  const task = ['追回 甲某：上个月没有按计划还', '2018-05-01', '/pay/claims?id=甲'];
  expect(rows([planned()], '2018-05-02')).toEqual([task]);
  expect(rows([planned([cash('2018-04-30')])], '2018-05-02')).toEqual([]);
  expect(rows([planned([cash('2018-03-30'), cash('2018-05-01')])], '2018-05-02')).toEqual([task]);
});

test('a write-off that was asked for is the approver’s, and in an office of one person the clerk’s on paper', () => {
  const steps = [step('proposal', '2018-05-05')];
  const asked = (may: Debt['may']) => debt('甲', { state: 'proposed', steps, may });
  const task = ['追回 甲某：报请核销，等您批准', '2018-05-15', '/pay/claims?id=甲'];
  expect(rows([asked(APPROVER)], '2018-05-05')).toEqual([task]);
  expect(rows([asked(CLERK)], '2018-05-05')).toEqual([]);
  expect(rows([asked({ ...CLERK, paper: yes })], '2018-05-05')).toEqual([task]);
});
