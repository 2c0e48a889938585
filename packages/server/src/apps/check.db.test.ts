import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identityCheckDigit } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { type CheckAnswer, decide, runChecks, testLines, verdictsOf } from '../modules/checks/index.ts';
import { book, UNIT, VILLAGES } from '../modules/imports/testing/book.ts';
import { testOffice } from '../modules/imports/testing/office.ts';
import { lawOf } from '../modules/standards/index.ts';

const office = await testOffice();
const SAMPLE = fileURLToPath(new URL('../../../../examples/sample/', import.meta.url));

type Cell = string | number | null;

let serial = 0;
function number(born = '19460315'): string {
  const first17 = `341524${born}${String(++serial).padStart(3, '0')}`;
  return first17 + identityCheckDigit(first17);
}

interface Town {
  readonly code: string;
  readonly roll: Cell[][];
  readonly paid: Cell[][];
  readonly visits: Cell[][];
}

const ROLL = [
  ...['姓名', '身份证号', '村(社区)', '对象类别', '残疾等级', '致残性质', '服役年限', '户籍性质', '认定时间'],
  ...['享受起始年月', '停止年月', '停止原因', '死亡日期', '银行账号'],
];
const PAID = ['姓名', '身份证号', '项目', '所属起始年月', '所属截止年月', '金额', '发放日期', '凭证号'];
const VISITS = ['日期', '姓名', '身份证号', '户主', '方式', '慰问金', '签收'];

function town(code: string): Town {
  return { code, roll: [], paid: [], visits: [] };
}

interface Facts {
  readonly category?: string;
  readonly grade?: number;
  readonly years?: number;
  readonly approved?: string;
  readonly from?: string;
  readonly stop?: string;
  readonly why?: string;
  readonly died?: string;
  readonly account?: string;
}

/** A row of the roll; answers the number. */
function enrol(at: Town, name: string, facts: Facts = {}, id = number()): string {
  const { category = '参战退役人员', grade = null, years = null, approved = null, from = '2007-08' } = facts;
  at.roll.push([
    ...[
      name,
      id,
      '河湾村',
      category,
      grade,
      category === '残疾军人' ? '因公' : null,
      years,
      '农村',
      approved,
    ],
    ...[from, facts.stop ?? null, facts.why ?? null, facts.died ?? null, facts.account ?? null],
  ]);
  return id;
}

function pay(
  at: Town,
  name: string,
  id: string,
  from: string,
  to: string,
  yuan: number,
  more: { on?: string; item?: string } = {},
) {
  const voucher = `凭${at.paid.length + 1}`;
  at.paid.push([name, id, more.item ?? '抚恤补助', from, to, yuan, more.on ?? `${to}-20`, voucher]);
}

/** As the veteran of the war was due through 2017: 505 yuan, from October 555. */
function payYear(at: Town, name: string, id: string): void {
  pay(at, name, id, '2017-01', '2017-06', 3030);
  pay(at, name, id, '2017-07', '2017-09', 1515);
  pay(at, name, id, '2017-10', '2017-12', 1665);
}

function unitOf(code: string) {
  const [header = [], unit = []] = UNIT;
  return [header, [code, ...unit.slice(1)]];
}

/** Imports the township and asks on a day. */
async function check(at: Town, { today = '2018-06-01', year = 2017 } = {}): Promise<CheckAnswer> {
  const { division } = await office.take(
    await book({
      单位: unitOf(at.code),
      '村(社区)': VILLAGES,
      优抚对象: [ROLL, ...at.roll],
      发放记录: [PAID, ...at.paid],
      走访慰问: [VISITS, ...at.visits],
    }),
  );
  return ask(division, { today, year });
}

function ask(
  { countyId, id }: { readonly countyId: number; readonly id: string },
  { today = '2018-06-01', year = 2017 } = {},
): Promise<CheckAnswer> {
  return office.db.transaction().execute(async (tx) => {
    const law = await lawOf(tx, { countyId, divisionId: id });
    const place = { countyId, divisionIds: [id], law };
    return runChecks(tx, office.keys, place, { first: year, last: year, today });
  });
}

const told = ({ findings }: CheckAnswer) =>
  findings.map(({ code, person, sheet, row }) => [code, person.name, sheet, row]);

test('the sample: everybody is paid as was due, one gift is not signed for', async () => {
  const { division } = await office.take(join(SAMPLE, '双拥台账-2017.xlsx'));
  const answer = await ask(division);
  expect(answer.checked).toMatchObject({ persons: 360, personMonths: 4320, payments: 4320, gifts: 4 });
  expect(answer.findings.map(({ code }) => code)).toEqual(['gift_unsigned']);
});

test('what is planted is found with its row, and what lies beside it is not', async () => {
  const at = town('341524101');
  const dead = enrol(at, '去世者', { died: '2017-08-14' });
  pay(at, '去世者', dead, '2017-01', '2017-08', 8 * 505);
  pay(at, '去世者', dead, '2017-09', '2017-09', 505);
  const last = enrol(at, '末月去世', { died: '2017-12-30' });
  payYear(at, '末月去世', last);
  const old = enrol(at, '旧标准');
  pay(at, '旧标准', old, '2017-01', '2017-12', 12 * 505);
  const twice = enrol(at, '发两次');
  payYear(at, '发两次', twice);
  pay(at, '发两次', twice, '2017-05', '2017-05', 505, { on: '2017-06-20' });
  const raised = enrol(at, '补差额');
  pay(at, '补差额', raised, '2017-01', '2017-12', 12 * 505);
  pay(at, '补差额', raised, '2017-10', '2017-12', 150, { on: '2018-03-20', item: '补发' });
  const stopped = enrol(at, '已停发', { stop: '2017-12', why: '迁出' });
  payYear(at, '已停发', stopped);
  const early = enrol(at, '早发', { from: '2017-02' });
  payYear(at, '早发', early);
  const stranger = number();
  pay(at, '生人', stranger, '2017-03', '2017-03', 505);
  const never = enrol(at, '从未发');
  const young = enrol(
    at,
    '不满六十',
    { category: '农村籍退役士兵', years: 4, from: '2017-09' },
    number('19571002'),
  );
  pay(at, '不满六十', young, '2017-09', '2017-09', 100);
  pay(at, '不满六十', young, '2017-10', '2017-12', 360);
  const start = enrol(at, '起发早', {
    category: '残疾军人',
    grade: 8,
    from: '2017-05',
    approved: '2017-05-09',
  });
  pay(at, '起发早', start, '2017-05', '2017-09', 5 * 962.5);
  pay(at, '起发早', start, '2017-10', '2017-12', 3177.5);
  const answer = await check(at);
  expect(told(answer)).toEqual([
    ['paid_after_death', '去世者', '发放记录', 3],
    ['paid_twice', '发两次', '发放记录', 11],
    ['wrong_amount', '旧标准', '发放记录', 7],
    ['paid_after_stop', '已停发', '发放记录', 16],
    ['paid_before_start', '早发', '发放记录', 17],
    ['not_on_roll', '生人', '发放记录', 20],
    ['unpaid_due', '从未发', '优抚对象', 9],
    ['under_age', '不满六十', '发放记录', 21],
    ['start_month', '起发早', '优抚对象', 11],
  ]);
  expect(answer.findings.map(({ person: { idTail } }) => idTail)[6]).toBe(never.slice(-4));
  expect(JSON.stringify(answer)).not.toContain(dead);
});

test('on the roll, in accounts and in gifts: each hit beside its near miss', async () => {
  const at = town('341524102');
  const shared = '6217000000000000011';
  for (const [name, account] of [
    ['同号甲', shared],
    ['同号乙', shared],
    ['独号', '6217000000000000029'],
  ] as const)
    payYear(at, name, enrol(at, name, { account }));
  payYear(
    at,
    '同号前任',
    enrol(at, '同号前任', { account: '6217000000000000029', stop: '2016-12', why: '迁出' }),
  );
  at.paid.splice(-3);
  const both = enrol(at, '两项', { account: '6217000000000000037' });
  enrol(
    at,
    '两项',
    { category: '农村籍退役士兵', years: 4, from: '2011-08', account: '6217000000000000037' },
    both,
  );
  payYear(at, '两项', both);
  pay(at, '两项', both, '2017-01', '2017-09', 900);
  const died = enrol(at, '对不上', { died: '2017-06-10', stop: '2017-09', why: '死亡' });
  pay(at, '对不上', died, '2017-01', '2017-06', 3030);
  const blank = enrol(at, '缺等级', { category: '残疾军人' });
  pay(at, '缺等级', blank, '2017-01', '2017-12', 9999);
  const visit = (name: string, id: string | null, householder: string, signed: string | null) =>
    at.visits.push(['2017-07-30', name, id, householder, '上门', 500, signed]);
  visit('独号', null, '独号', '是');
  visit('独号', null, '独号', '否');
  visit('外人', number(), '外人', '是');
  visit('独号之妻', null, '独号', '是');
  const answer = await check(at);
  expect(told(answer)).toEqual([
    ['excluded_pair', '两项', '优抚对象', 7],
    ['shared_account', '同号甲', '优抚对象', 2],
    ['shared_account', '同号乙', '优抚对象', 3],
    ['stop_disagrees', '对不上', '优抚对象', 8],
    ['due_unknown', '缺等级', '优抚对象', 9],
    ['gift_not_on_roll', '外人', '走访慰问', 4],
    ['gift_unsigned', '独号', '走访慰问', 3],
  ]);
  const [pair] = answer.findings;
  expect([pair?.severity, pair?.expectedFen, pair?.actualFen]).toEqual(['must', 454_500, 544_500]);
  expect(answer.checked).toMatchObject({ accounts: 3, gifts: 4 });
});

test('before 31 January nothing is called unpaid, and payments of the next year count', async () => {
  const at = town('341524103');
  const half = enrol(at, '只发半年');
  pay(at, '只发半年', half, '2017-01', '2017-06', 3030);
  const late = enrol(at, '年后补');
  pay(at, '年后补', late, '2017-01', '2017-12', 12 * 505);
  pay(at, '年后补', late, '2017-10', '2018-01', 3 * 50 + 555, { on: '2018-01-25' });
  expect(told(await check(at, { today: '2018-01-31' }))).toEqual([]);
  expect(told(await check(at, { today: '2018-02-01' }))).toEqual([['unpaid_due', '只发半年', '优抚对象', 2]]);
});

test('a verdict stays with its finding until a fact changes; 不属实 wants a reason', async () => {
  const at = town('341524104');
  const old = enrol(at, '少发者');
  pay(at, '少发者', old, '2017-01', '2017-12', 12 * 505);
  const answer = await check(at);
  const [found] = answer.findings;
  expect(found?.code).toBe('wrong_amount');
  const { division } = await office.take(await book({ 单位: unitOf(at.code) }));
  const place = { countyId: division.countyId, divisionId: division.id };
  const about = { code: 'wrong_amount', year: 2017, personId: found?.person.id ?? null } as const;
  const made = { ...about, key: found?.key ?? '', verdict: 'dismissed', reason: '' } as const;
  await expect(decide(office.db, office.ctx, place, made)).rejects.toMatchObject({ code: 'reason_empty' });
  await decide(office.db, office.ctx, place, { ...made, verdict: 'confirmed' });
  await decide(office.db, office.ctx, place, { ...made, reason: '10 月的补差另册发放' });
  const verdicts = await verdictsOf(office.db, division.countyId, [made.key]);
  expect(verdicts.get(made.key)).toMatchObject({
    verdict: 'dismissed',
    reason: '10 月的补差另册发放',
    by: '测试',
  });
  const line = testLines(answer, verdicts).find(({ code }) => code === 'wrong_amount');
  expect(line).toMatchObject({
    hits: 1,
    waiting: 0,
    confirmed: 0,
    dismissed: 1,
    offFen: 15_000,
    looked: '12 人月',
  });
  pay(at, '少发者', old, '2017-10', '2017-12', 100, { item: '补发', on: '2018-01-20' });
  const again = await check(at);
  expect(again.findings.map(({ code, key }) => [code, key === made.key])).toEqual([['wrong_amount', false]]);
  const pending = testLines(
    again,
    await verdictsOf(
      office.db,
      division.countyId,
      again.findings.map(({ key }) => key),
    ),
  );
  expect(pending.find(({ code }) => code === 'wrong_amount')?.waiting).toBe(1);
});

test('a test without facts says so instead of passing', async () => {
  const answer = await check(town('341524105'));
  const lines = testLines(answer, new Map());
  const said = new Map(lines.map(({ title, lacks, looked }) => [title, lacks ?? looked]));
  expect(said.get('在册未发')).toBe('没有发放记录，本项未查');
  expect(said.get('慰问无签收')).toBe('没有慰问记录，本项未查');
  expect(said.get('领养老金仍领')).toBe('没有养老金领取名册，本项未查');
});
