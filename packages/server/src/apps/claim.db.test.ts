import { day } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Action, Ctx } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { accrueAndOpen, recomputeBatch } from '../modules/benefits/index.ts';
import {
  cancelBatch,
  closeMonth,
  debtsOf,
  decideAwards,
  enterOpeningDebt,
  giveNotice,
  listClaims,
  listPeriods,
  nameLedgerStart,
  offsetClaims,
  offsettable,
  openBatch,
  planClaims,
  proposeWriteOff,
  receiveCash,
  rollForward,
  setOffBefore,
  trialBalance,
  undoRecovery,
  writeOff,
} from '../modules/disbursement/index.ts';
import { ledgerBegin } from '../modules/disbursement/ledger-begin.ts';
import { addSetting } from '../platform/settings/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTown, m } from './ledger-testing.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';

const database = await testDatabase();
let codes = 621221100000;
let place: LedgerTown;
let scope: { countyId: number; divisionIds: readonly string[] };
let person: string;
let paperId: string;

type Tx = LedgerTown['db'];
/** Somebody who holds these roles' rights on money only. */
const only = (ctx: Ctx, ...actions: readonly Action[]): Ctx => ({
  ...{ ...ctx, may: (action) => actions.includes(action) || !action.startsWith('pay.') },
});
const clerkOnly = () => only(clerk(), 'pay.read', 'pay.make');
const bossOnly = () => only(boss(), 'pay.read', 'pay.approve');
const within = <T>(work: (tx: Tx) => Promise<T>) => place.db.transaction().execute(work);
const clerk = (on = '2018-04-05') => place.on(on, '王某');
const boss = (on = '2018-04-06') => place.on(on, '李某');

/** Somebody who died in January, reported in March: two months of 550 yuan are to be claimed. */
beforeEach(async () => {
  codes += 1_000;
  place = await ledgerTown(database, String(codes));
  scope = { countyId: place.countyId, divisionIds: [place.divisionId] };
  await within((tx) =>
    nameLedgerStart(tx, place.on('2018-01-02'), place, { month: m('2018-01'), reason: '新建' }),
  );
  person = await place.enrol('施某', {
    ...{ category: '参战退役人员', from_month: m('2010-01') },
  });
  await place.run('2018-03-05', '2018-03');
  await place.payOut('2018-03-20', '2018-03');
  await place.correct(person, { died_on: '2018-01-20' });
  await place.run('2018-03-25', '2018-03');
  await place.payOut('2018-04-01', '2018-04');
  paperId = newId();
  await place.db
    .insertInto('paper')
    .values({
      ...{
        county_id: place.countyId,
        id: paperId,
        division_id: place.divisionId,
        title: '协议',
        signed_on: '2018-04-05',
      },
      ...{ paper_class: '其他', row_key: Buffer.from(paperId), origin: 'screen' },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
});

const claims = (all = false) => within((tx) => listClaims(tx, clerk(), scope, { all }));

async function first(): Promise<string> {
  return (await claims())[0]?.id ?? '';
}

const provesItself = async () => expect(await within((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);

const roll = (from: string, to: string) =>
  within((tx) => rollForward(tx, scope, { from: day(from), to: day(to) }));

test('a claim is told with its person, month and what is open', async () => {
  expect(await claims()).toMatchObject(
    ['2018-02', '2018-03'].map((month) => ({
      ...{ month, fen: 55_000, openFen: 55_000, kind: '参战退役人员', on: '2018-04-01', steps: [] },
      person: { id: person, name: '施某' },
    })),
  );
});

test('nothing is set off before notice and plan; then no more than the plan says, from its month on', async () => {
  const id = await first();
  const plan = { monthlyCapFen: 20_000, fromMonth: m('2018-06') };
  await expect(within((tx) => planClaims(tx, clerk(), scope, [id], plan))).rejects.toMatchObject({
    code: 'notice_missing',
  });
  await within((tx) => giveNotice(tx, clerk(), scope, [id], { paperId }));
  const open = (month: string) => within((tx) => offsettable(tx, place.countyId, [person], m(month)));
  expect(await open('2018-06')).toEqual([]);
  await within((tx) => planClaims(tx, clerk(), scope, [id], plan));
  expect(await open('2018-05')).toEqual([]);
  expect(await open('2018-06')).toEqual([{ claimId: id, personId: person, openFen: 55_000, capFen: 20_000 }]);
  await expect(
    within((tx) => planClaims(tx, clerk(), scope, [id], { ...plan, monthlyCapFen: 0 })),
  ).rejects.toMatchObject({ code: 'plan_invalid' });
});

test('cash comes in up to what is open, is undone once, and the books go back', async () => {
  const id = await first();
  const pay = (fen: number) =>
    within((tx) => receiveCash(tx, clerk(), scope, [id], { fen, receiptNo: 'S-1', paperId }));
  await expect(pay(55_001)).rejects.toMatchObject({ code: 'over_claim', details: { openFen: 55_000 } });
  const receipt = await pay(30_000);
  await expect(pay(25_001)).rejects.toMatchObject({ code: 'over_claim' });
  await pay(25_000);
  await expect(pay(1)).rejects.toMatchObject({ code: 'claim_settled' });
  expect((await claims()).map(({ id: left }) => left)).not.toContain(id);
  const undo = () => within((tx) => undoRecovery(tx, clerk(), scope, receipt, '收据开错'));
  await undo();
  await expect(undo()).rejects.toMatchObject({ code: 'undone_already' });
  const told = (await claims()).find((one) => one.id === id);
  expect(told).toMatchObject({ openFen: 30_000 });
  expect(told?.recoveries.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
    ['cash', true],
    ['cash', false],
    ['undone', false],
  ]);
  const { rows } = await sql<{
    fen: number;
  }>`select sum(case when debit = 'bank' then fen when credit = 'bank'
    then -fen end)::bigint as fen from ledger where division_id = ${place.divisionId} and 'claim' in (debit, credit)`.execute(
    place.db,
  );
  expect(rows).toEqual([{ fen: 25_000 }]);
  await provesItself();
});

test('the same receipt with the same amount is the same step once more, until it was taken back', async () => {
  const pay = async (receiptNo: string, fen: number) => {
    const open = (await claims()).map(({ id }) => id);
    return within((tx) => receiveCash(tx, clerk(), scope, open, { fen, receiptNo }));
  };
  await pay('S-7', 20_000);
  // It settles one claim and a part of the other, and is still the same receipt when only the other is asked for.
  const receipt = await pay('S-8', 45_000);
  expect(receipt.length).toBe(2);
  await expect(pay('S-8', 45_000)).rejects.toMatchObject({ code: 'receipt_twice' });
  await within((tx) => undoRecovery(tx, clerk(), scope, receipt, '收据开错'));
  await pay('S-8', 45_000);
  expect((await claims()).map(({ openFen }) => openFen)).toEqual([45_000]);
});

test('a write-off is another hand’s, with paper', async () => {
  const id = await first();
  await within((tx) => giveNotice(tx, clerk(), scope, [id], {}));
  const off = { reason: '无遗产可追', paperId };
  await expect(within((tx) => writeOff(tx, clerk(), scope, [id], off))).rejects.toMatchObject({
    code: 'same_actor',
  });
  await expect(
    within((tx) => writeOff(tx, boss(), scope, [id], { ...off, paperId: newId() })),
  ).rejects.toMatchObject({ code: 'not_found' });
  await within((tx) => writeOff(tx, boss(), scope, [id], off));
  await expect(within((tx) => writeOff(tx, boss(), scope, [id], off))).rejects.toMatchObject({
    code: 'claim_settled',
  });
  await provesItself();
});

test('each hand on a claim asks its own right: a write-off is taken back by who may write off', async () => {
  const id = await first();
  const off = { reason: '无遗产可追', paperId };
  const refused = { code: 'not_allowed' };
  const cash = { fen: 100, receiptNo: 'S-5' };
  const plan = { monthlyCapFen: 100, fromMonth: m('2018-06') };
  const steps: readonly ((tx: Tx, ctx: Ctx) => Promise<unknown>)[] = [
    (tx, ctx) => giveNotice(tx, ctx, scope, [id], {}),
    (tx, ctx) => planClaims(tx, ctx, scope, [id], plan),
    (tx, ctx) => receiveCash(tx, ctx, scope, [id], cash),
    (tx, ctx) => proposeWriteOff(tx, ctx, scope, [id], off),
  ];
  for (const step of steps) {
    await expect(within((tx) => step(tx, bossOnly()))).rejects.toMatchObject(refused);
    await within((tx) => step(tx, clerkOnly()));
  }
  await expect(within((tx) => writeOff(tx, clerkOnly(), scope, [id], off))).rejects.toMatchObject({
    ...refused,
    message: '这一步由批准办理，您没有这个角色。',
  });
  const made = await within((tx) => writeOff(tx, bossOnly(), scope, [id], off));
  const undo = (ctx: Ctx) => within((tx) => undoRecovery(tx, ctx, scope, made, '写错了人'));
  await expect(undo(clerkOnly())).rejects.toMatchObject(refused);
  expect((await claims(true)).find((one) => one.id === id)?.openFen).toBe(0);
  await undo(bossOnly());
  expect((await claims(true)).find((one) => one.id === id)?.openFen).toBe(54_900);
  await within((tx) => writeOff(tx, bossOnly(), scope, [id], off));
  const [receipt = ''] = (await claims(true)).flatMap(({ recoveries }) =>
    recoveries.flatMap(({ kind, id: own }) => (kind === 'cash' ? [own] : [])),
  );
  await expect(
    within((tx) => undoRecovery(tx, bossOnly(), scope, [receipt], '收据开错')),
  ).rejects.toMatchObject(refused);
  await provesItself();
});

test('all of a debtor’s claims are one debt: one receipt reaches the oldest first and is taken back whole', async () => {
  const ids = (await claims()).map(({ id }) => id);
  await within((tx) => giveNotice(tx, clerk(), scope, ids, { paperId }));
  const receipt = { fen: 70_000, receiptNo: 'S-6', paperId };
  const made = await within((tx) => receiveCash(tx, clerk(), scope, ids, receipt));
  const debt = async () =>
    debtsOf(bossOnly(), await within((tx) => listClaims(tx, bossOnly(), scope, { all: true })))[0];
  expect(await debt()).toMatchObject({
    ...{ fen: 110_000, openFen: 40_000, state: 'noticed' },
    person: { name: '施某', diedOn: '2018-01-20', idMasked: expect.stringMatching(/^341524\*{8}/) },
    claims: [
      { month: '2018-02', openFen: 0, fund: 'central', paidIn: [{ number: expect.any(String) }] },
      { month: '2018-03', openFen: 40_000 },
    ],
    steps: [{ step: 'notice', paperTitle: '协议', by: '王某' }],
    recoveries: [{ kind: 'cash', fen: 70_000, receiptNo: 'S-6', ids: made, isUndone: false }],
    may: { act: { ok: false }, writeOff: { ok: true }, undoCash: { ok: false }, undoWriteOff: { ok: true } },
  });
  await within((tx) => undoRecovery(tx, clerk(), scope, made, '重复'));
  expect(await debt()).toMatchObject({ openFen: 110_000 });
  const of = await within((tx) => listClaims(tx, clerk(), scope, { of: made[1] ?? '' }));
  expect(of.map(({ id }) => id)).toEqual(ids);
  await provesItself();
});

test('claims of two people are not one debt', async () => {
  const other = await place.enrol('洪某', { category: '参战退役人员', from_month: m('2017-01') });
  const debt = { personId: other, kind: '参战退役人员', month: m('2017-11'), fen: 1_000, fund: 'central' };
  await within((tx) =>
    enterOpeningDebt(tx, boss(), place, { ...debt, commandKey: newId(), reason: '审计发现', paperId }),
  );
  const all = await claims();
  expect(debtsOf(clerk(), all).map(({ person: { name }, claims: own }) => [name, own.length])).toEqual([
    ['施某', 2],
    ['洪某', 1],
  ]);
  const mixed = all.map(({ id }) => id);
  await expect(within((tx) => giveNotice(tx, clerk(), scope, mixed, {}))).rejects.toMatchObject({
    code: 'claims_mixed',
  });
});

test('what is set off in a month is capped by the plan over all claims and all payments of the month', async () => {
  const code = String(codes);
  const payer = { ...place, code, level: 'township' as const, divisionIds: [place.divisionId] };
  const other = await place.enrol('洪某', { category: '参战退役人员', from_month: m('2018-04') });
  const ids: string[] = [];
  for (const month of ['2017-10', '2017-11']) {
    const debt = { personId: other, kind: '参战退役人员', month: m(month), fen: 30_000, fund: 'central' };
    await within((tx) =>
      enterOpeningDebt(tx, boss(), place, { ...debt, commandKey: newId(), reason: '审计发现', paperId }),
    );
  }
  for (const { id, person: own } of await claims()) if (own.id === other) ids.push(id);
  await within((tx) => giveNotice(tx, clerk(), scope, ids, {}));
  const plan = { monthlyCapFen: 20_000, fromMonth: m('2018-04') };
  await within((tx) => planClaims(tx, clerk(), scope, ids, plan));
  const open = () =>
    within((tx) =>
      accrueAndOpen(tx, clerk('2018-04-20'), payer, {
        ...{ commandKey: newId(), kind: '抚恤补助', month: m('2018-04') },
      }),
    );
  const left = async () =>
    (await claims()).filter(({ person: own }) => own.id === other).map(({ openFen }) => openFen);
  const apart = await open();
  expect([apart.batch.totalFen, await left()]).toEqual([55_000, [30_000, 30_000]]);
  const on = { value: true, effectiveFrom: day('2018-01-01'), basis: '县里同意' };
  await within((tx) => addSetting(tx, clerk(), place, offsetClaims, on));
  const again = await within((tx) => recomputeBatch(tx, clerk('2018-04-20'), payer, apart.batch.batch));
  expect([again.batch.totalFen, await left()]).toEqual([35_000, [10_000, 30_000]]);
  const more = {
    personId: other,
    month: m('2018-04'),
    fen: 50_000,
    fund: 'township',
    reason: '困难',
  } as const;
  expect(await within((tx) => setOffBefore(tx, place.countyId, [other], m('2018-04')))).toEqual(
    new Map([[other, 20_000]]),
  );
  await within((tx) =>
    decideAwards(tx, boss('2018-04-20'), place, {
      ...{ commandKey: newId(), kind: '困难救助' },
      awards: [more],
    }),
  );
  const second = await within((tx) =>
    openBatch(tx, clerk('2018-04-20'), payer, { commandKey: newId(), kind: '困难救助', month: m('2018-04') }),
  );
  expect([second.totalFen, await left()]).toEqual([50_000, [10_000, 30_000]]);
  await within((tx) => cancelBatch(tx, clerk('2018-04-21'), payer, again.batch.batch, '算错了'));
  expect(await left()).toEqual([30_000, 30_000]);
  await provesItself();
});

test('only pensions and subsidies are set off: relief goes out whole while the plan has not been met', async () => {
  const code = String(codes);
  const payer = { ...place, code, level: 'township' as const, divisionIds: [place.divisionId] };
  const on = { value: true, effectiveFrom: day('2018-01-01'), basis: '县里同意' };
  await within((tx) => addSetting(tx, clerk(), place, offsetClaims, on));
  const ids = (await claims()).map(({ id }) => id);
  await within((tx) => giveNotice(tx, clerk(), scope, ids, {}));
  const plan = { monthlyCapFen: 20_000, fromMonth: m('2018-04') };
  await within((tx) => planClaims(tx, clerk(), scope, ids, plan));
  const offered = (kind: Parameters<typeof offsettable>[4]) =>
    within((tx) => offsettable(tx, place.countyId, [person], m('2018-04'), kind));
  expect((await offered('抚恤补助')).map(({ claimId }) => claimId).sort()).toEqual([...ids].sort());
  for (const kind of ['优待金', '立功奖励', '慰问金', '困难救助'] as const)
    expect(await offered(kind)).toEqual([]);
  const relief = {
    personId: person,
    month: m('2018-04'),
    fen: 50_000,
    fund: 'township',
    reason: '困难',
  } as const;
  const award = { commandKey: newId(), kind: '困难救助', awards: [relief] } as const;
  await within((tx) => decideAwards(tx, boss('2018-04-20'), place, award));
  const batch = await within((tx) =>
    openBatch(tx, clerk('2018-04-20'), payer, { commandKey: newId(), kind: '困难救助', month: m('2018-04') }),
  );
  expect(batch.totalFen).toBe(50_000);
  expect((await claims()).reduce((sum, { openFen }) => sum + openFen, 0)).toBe(110_000);
});

test('opening and raised, less recovered and written off, is closing, for any span', async () => {
  const [one = '', two = ''] = (await claims()).map(({ id }) => id);
  const cash = (fen: number, on: string) => ({ fen, receiptNo: 'S-2', onDay: day(on) });
  await within((tx) => receiveCash(tx, clerk('2018-05-05'), scope, [one], cash(10_000, '2018-05-01')));
  const wrong = await within((tx) =>
    receiveCash(tx, clerk('2018-05-05'), scope, [one], cash(5_000, '2018-05-02')),
  );
  await within((tx) => undoRecovery(tx, clerk('2018-06-05'), scope, wrong, '重复'));
  await within((tx) => writeOff(tx, boss('2018-06-06'), scope, [two], { reason: '无法追回', paperId }));
  expect(await roll('2018-04-01', '2018-04-30')).toEqual({
    ...{ openingFen: 0, raisedFen: 110_000, recoveredFen: 0, writtenOffFen: 0, closingFen: 110_000 },
  });
  expect(await roll('2018-05-01', '2018-05-31')).toEqual({
    ...{ openingFen: 110_000, raisedFen: 0, recoveredFen: 15_000, writtenOffFen: 0, closingFen: 95_000 },
  });
  expect(await roll('2018-06-01', '2018-06-30')).toEqual({
    ...{ openingFen: 95_000, raisedFen: 0, recoveredFen: -5_000, writtenOffFen: 55_000, closingFen: 45_000 },
  });
  expect((await claims(true)).reduce((sum, { openFen }) => sum + openFen, 0)).toBe(45_000);
});

test('two receipts at once do not take more than is open', async () => {
  const id = await first();
  const both = await Promise.allSettled(
    ['S-3', 'S-4'].map((receiptNo) =>
      within((tx) => receiveCash(tx, clerk(), scope, [id], { fen: 40_000, receiptNo })),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await provesItself();
});

test('a closed month takes nothing more: what is late goes into the next one', async () => {
  const other = await place.enrol('张某', { category: '参战退役人员', from_month: m('2010-01') });
  const close = (month: string, on = '2018-04-28') =>
    within((tx) => closeMonth(tx, boss(on), place, m(month)));
  await expect(close('2018-04')).rejects.toMatchObject({ code: 'month_order' });
  await sql`insert into batch_event select county_id, id, 1, 1, 'closed', 'township', 'pass_code', null, null, 1, 0, '',
    null, 'x', '王某', now(), date '2018-03-21' from batch where division_id = ${place.divisionId}`.execute(
    place.db,
  );
  const { balance } = await close('2018-03');
  const sum = (of: 'debitFen' | 'creditFen') => balance.reduce((total, line) => total + line[of], 0);
  expect(sum('debitFen')).toBe(sum('creditFen'));
  expect(balance.find(({ account }) => account === 'bank')?.creditFen).toBe(3 * 55_000);
  await expect(close('2018-03')).rejects.toMatchObject({ code: 'month_closed' });
  const april = (await close('2018-04')).balance;
  // The bank takes money back on a day whose month is closed by the time it is known.
  await sql`insert into line_event (county_id, line_id, seq, state, on_day, actor_id, actor_name, at)
    select county_id, id, 3, 'taken_back', date '2018-03-30', 'x', '王某', now() + interval '1 s' from pay_line
    where person_id = ${person} and fen > 0`.execute(place.db);
  await expect(close('2018-05')).rejects.toMatchObject({ code: 'month_ahead' });
  await place.run('2018-04-29', '2018-04');
  const { rows } = await sql<{ month: number; on: string }>`select distinct posted_month as month,
    posted_on::text as on from accrual where person_id = ${other}`.execute(place.db);
  expect(rows).toEqual([{ month: m('2018-05'), on: '2018-04-29' }]);
  const id = await first();
  await within((tx) => receiveCash(tx, clerk('2018-04-29'), scope, [id], { fen: 100, receiptNo: 'S-9' }));
  expect((await roll('2018-05-01', '2018-05-01')).recoveredFen).toBe(100);
  const periods = await within((tx) => listPeriods(tx, boss(), place));
  expect(periods.closed.map(({ month }) => month)).toEqual(['2018-04', '2018-03']);
  expect(await within((tx) => trialBalance(tx, place, m('2018-03')))).toMatchObject({ balance });
  expect(await within((tx) => trialBalance(tx, place, m('2018-04')))).toMatchObject({ balance: april });
  await provesItself();
});

test('a month with money in transit or a batch undecided is not closed', async () => {
  await place.enrol('孔某', { category: '参战退役人员', from_month: m('2018-03') });
  await place.run('2018-03-26', '2018-03');
  await place.payOut('2018-03-27', '2018-03', 'held');
  const close = () => within((tx) => closeMonth(tx, boss(), place, m('2018-03')));
  await sql`insert into batch_event select county_id, id, 1, 1, 'approved', 'township', 'pass_code', null, null, 1, 0, '',
    null, 'x', '王某', now(), date '2018-03-21' from batch where division_id = ${place.divisionId}`.execute(
    place.db,
  );
  await expect(close()).rejects.toMatchObject({ code: 'batch_open' });
  await sql`insert into line_event (county_id, line_id, seq, state, on_day, actor_id, actor_name, at)
    select e.county_id, e.line_id, 2, 'in_file', date '2018-03-28', 'x', '王某', now() from line_event e
    join pay_line l on l.id = e.line_id where l.division_id = ${place.divisionId} and e.state = 'held'`.execute(
    place.db,
  );
  await expect(close()).rejects.toMatchObject({ code: 'in_transit' });
});

test('a debt from before the ledger is a claim at once, and no run takes it for a mistake', async () => {
  const debt = {
    ...{ commandKey: newId(), personId: person, kind: '参战退役人员', month: m('2017-11'), fen: 70_000 },
    ...{ fund: 'central', reason: '审计发现多发', paperId },
  };
  const enter = (more: Partial<typeof debt> = {}) =>
    within((tx) => enterOpeningDebt(tx, boss(), place, { ...debt, ...more }));
  await expect(enter({ month: m('2018-01') })).rejects.toMatchObject({ code: 'in_ledger' });
  await expect(enter({ fen: 0 })).rejects.toMatchObject({ code: 'amount_invalid' });
  await expect(enter({ kind: '参战人员' })).rejects.toMatchObject({ code: 'kind_unknown' });
  await expect(enter({ month: m('2018-05'), kind: '烈士子女' })).rejects.toMatchObject({ code: 'in_ledger' });
  await expect(enter({ paperId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  const run = await enter();
  expect(await enter()).toEqual(run);
  expect((await claims()).find(({ month }) => month === '2017-11')).toMatchObject({ openFen: 70_000 });
  expect(await place.run('2018-04-28', '2018-04', { all: true })).toMatchObject({ lines: 0 });
  await provesItself();
});

test('debts brought in first do not settle where the ledger begins; the month named then keeps its own months', async () => {
  codes += 1_000;
  const fresh = await ledgerTown(database, String(codes));
  const own = await fresh.enrol('郑某', { category: '参战退役人员', from_month: m('2010-01') });
  const name = (month: string) =>
    within((tx) => nameLedgerStart(tx, fresh.on('2018-01-02'), fresh, { month: m(month), reason: '新建' }));
  const paper = newId();
  await sql`insert into paper (county_id, id, division_id, title, signed_on, paper_class, row_key, origin, recorded_at,
      recorded_by) values (${fresh.countyId}, ${paper}, ${fresh.divisionId}, '审计决定', '2018-01-03', '其他',
      ${Buffer.from(paper)}, 'screen', now(), '王某')`.execute(fresh.db);
  const debt = {
    personId: own,
    kind: '参战退役人员',
    fund: 'central',
    fen: 100,
    reason: '多发',
    paperId: paper,
  };
  const enter = (month: string) =>
    within((tx) =>
      enterOpeningDebt(tx, fresh.on('2018-01-03'), fresh, { ...debt, commandKey: newId(), month: m(month) }),
    );
  await expect(enter('2018-02')).rejects.toMatchObject({ code: 'date_order' });
  await name('2018-02');
  await expect(enter('2018-02')).rejects.toMatchObject({ code: 'in_ledger' });
  await enter('2017-12');
  await name('2018-01');
  const begin = await within((tx) => ledgerBegin(tx, fresh));
  expect(begin).toMatchObject({
    ...{ named: { month: '2018-01', reason: '新建' }, importedThrough: null, isPosted: false },
    openings: [{ person: { name: '郑某' }, month: '2017-12', fen: 100, openFen: 100 }],
  });
  await fresh.run('2018-01-05', '2018-01');
  await expect(name('2018-02')).rejects.toMatchObject({ code: 'already_posted' });
});
