import { type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import {
  decideAwards,
  giveNotice,
  listClaims,
  type NewAward,
  planClaims,
  receiveCash,
  undoRecovery,
} from '../modules/disbursement/index.ts';
import { offsetClaims } from '../modules/disbursement/pay-settings.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { answerFigures, placedScope, traceFigure } from '../modules/indicators/index.ts';
import { mergePeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { addSetting } from '../platform/settings/index.ts';
import { INDICATORS } from './figures.ts';
import { recountMoney } from './figures-testing/live.ts';

const roll = await testRoll();
const {
  db,
  town,
  payee,
  post,
  approved,
  open,
  submit,
  review,
  approve,
  toBank,
  result,
  close,
  linesOf,
  inTx,
} = testBatches(roll);
const { clerk, paper } = roll;
const NOVEMBER = (OCTOBER + 1) as Month;
const people: Record<string, string> = {};

async function figures(codes: readonly string[], year = 2017) {
  const scope = await placedScope(db, { countyId: town.countyId, code: '341524199000' }, year);
  const answered = await answerFigures(db, scope, INDICATORS);
  return Object.fromEntries(
    codes.map((code) => [code, answered.find((one) => one.code === code)?.value ?? null]),
  );
}

async function traced(code: string) {
  const scope = await placedScope(db, { countyId: town.countyId, code: '341524199000' }, 2017);
  return traceFigure(db, scope, INDICATORS, code);
}

/** The product's answers are those of the tables, counted again line by line, and each trace adds up to its figure. */
async function agrees(): Promise<Record<string, unknown>> {
  const expected = await recountMoney(db, 2017);
  const answers = await figures(Object.keys(expected));
  const found = Object.fromEntries(
    Object.entries(expected).map(([code, value]) => [code, answers[code] === null ? null : value]),
  );
  expect(answers).toEqual(found);
  for (const [code, value] of Object.entries(answers)) {
    const { records } = await traced(code);
    const parts = records.reduce((whole, { contribution }) => whole + contribution, 0);
    const shown = typeof value === 'string' ? (parts / 100).toFixed(2) : parts;
    const told = value !== null && typeof value === 'object' ? (value as { num: number }).num : value;
    expect([code, shown]).toEqual([code, told ?? shown]);
  }
  return answers;
}

const said = (lines: readonly { id: string }[], word: string) =>
  ['流水号,结果', ...lines.map(({ id }) => `${id},${word}`)].join('\n');

async function paidOut(batch: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (const step of [submit, review, approve]) await step(batch);
  await toBank(batch);
  const sent = (await linesOf(batch)).filter(({ state }) => state === 'in_file');
  if (sent.length > 0) await result(batch, said(sent, '已到账'));
  await close(batch);
}

beforeAll(async () => {
  for (const name of ['安某', '白某', '蔡某']) people[name] = await payee(name);
  for (const personId of Object.values(people)) await post({ personId });
});

const CODES = ['F01', 'F02', 'F03.参战退役人员.people', 'F03.参战退役人员.amount', 'F07.amount'];

test('what batches paid counts on the day the bank paid it, each line a record; what came back does not', async () => {
  const batch = await approved();
  await toBank(batch);
  expect(Object.values(await figures(CODES))).toEqual([null, null, null, null, null]);
  const [an, bai, cai] = await linesOf(batch);
  await result(batch, `流水号,结果\n${an?.id},已到账\n${bai?.id},已到账\n${cai?.id},退回`);
  expect(Object.values(await figures(CODES))).toEqual([2, '1110.00', 2, '1110.00', '0.00']);
  const { records } = await traced('F02');
  expect(records.map(({ kind, id, contribution }) => [kind, id, contribution])).toEqual(
    expect.arrayContaining([an, bai].map((line) => ['payLine', line?.id, 55_500])),
  );
  await result(batch, `流水号,结果\n${bai?.id},冲回`);
  expect(Object.values(await figures(CODES))).toEqual([1, '555.00', 1, '555.00', '0.00']);
  await agrees();
  await close(batch);
});

test('returned and taken back, then sent again: each month once', async () => {
  await paidOut(await open());
  expect(await agrees()).toMatchObject({
    ...{ F01: 3, F02: '1665.00', F05: { num: 3, den: 3 }, F06: 0, 'F07.people': 0, 'F07.amount': '0.00' },
    // The bank paid in November what was due for October: the office's day is the 24th.
    F04: { num: 0, den: 3 },
  });
});

test('a raise makes the old lines fall short until the arrears are there; arrears are not late', async () => {
  const [an = '', bai = ''] = [people.安某, people.白某];
  await post({ personId: an, fen: 5_000 }, { personId: an, month: NOVEMBER, fen: 60_500 });
  expect(await agrees()).toMatchObject({ F05: { num: 2, den: 3 } });
  await paidOut(await open(NOVEMBER));
  expect(await agrees()).toMatchObject({
    ...{ F02: '2320.00', F05: { num: 4, den: 4 }, F04: { num: 1, den: 4 } },
  });
  await post({ personId: bai, month: NOVEMBER });
});

test('paid too much, claimed, come back in cash and set off: 追回多发 counts what came in and stayed in', async () => {
  const [bai = '', cai = ''] = [people.白某, people.蔡某];
  // 蔡某 was not due for October at all.
  await post({ personId: cai, fen: -55_500 });
  await paidOut(await open(NOVEMBER));
  expect(await agrees()).toMatchObject({ F02: '2875.00', 'F07.people': 0, F05: { num: 4, den: 5 } });
  const scope = { countyId: town.countyId, divisionIds: [town.divisionId] };
  const [claim] = await inTx((tx) => listClaims(tx, clerk, scope, { all: false }));
  const paperId = await paper('追回告知书');
  await inTx((tx) => giveNotice(tx, clerk, scope, [claim?.id ?? ''], { paperId }));
  const cash = (fen: number) =>
    inTx((tx) => receiveCash(tx, clerk, scope, [claim?.id ?? ''], { fen, receiptNo: 'S-1' }));
  await cash(10_000);
  const wrong = await cash(1_000);
  await inTx((tx) => undoRecovery(tx, clerk, scope, wrong, '收据开错'));
  expect(await agrees()).toMatchObject({ F02: '2775.00', 'F07.people': 1, 'F07.amount': '100.00' });

  const value = { value: true, effectiveFrom: clerk.today, basis: '县里同意' };
  await inTx((tx) => addSetting(tx, clerk, town, offsetClaims, value));
  await inTx((tx) =>
    planClaims(tx, clerk, scope, [claim?.id ?? ''], { monthlyCapFen: 20_000, fromMonth: NOVEMBER }),
  );
  await post({ personId: cai, month: NOVEMBER });
  const batch = await open(NOVEMBER);
  expect(batch.totalFen).toBe(35_500);
  // In the batch, but not with the payee yet: neither the payment nor what was set off from it.
  expect(await agrees()).toMatchObject({ F02: '2775.00', 'F07.amount': '100.00' });
  await paidOut(batch);
  expect(await agrees()).toMatchObject({ F02: '3130.00', 'F07.people': 1, 'F07.amount': '300.00' });
  const back = (await linesOf(batch))[0];
  await result(batch, said([back ?? { id: '' }], '冲回'));
  expect(await agrees()).toMatchObject({ F02: '2775.00', 'F07.amount': '100.00' });
  expect(bai).not.toBe('');
});

test('who was stopped before the bank counts once a line', async () => {
  const personId = await payee('丁某');
  await post({ personId, month: NOVEMBER });
  await db
    .insertInto('hold')
    .values({
      ...{ county_id: town.countyId, id: newId(), division_id: town.divisionId, person_id: personId },
      ...{ reason: '去世', held_at: new Date().toISOString(), held_on: '2017-11-24', held_by: '王某' },
    })
    .execute();
  await paidOut(await open(NOVEMBER));
  expect(await agrees()).toMatchObject({ F06: 1 });
});

test('imported history and batches of one year are one figure; a merged person is one payee', async () => {
  const before = (await agrees()) as { F01: number; F02: string };
  const { personId: old } = await roll.enrol('安某旧');
  const id = newId();
  await db
    .insertInto('paid_line')
    .values({
      ...{ county_id: town.countyId, id, division_id: town.divisionId, name: '安某旧', item: '抚恤补助' },
      ...{ from_month: monthOf(2017, 1), to_month: monthOf(2017, 9), amount_fen: 454_500, person_id: old },
      ...{ paid_on: '2017-09-20', row_key: Buffer.from(id), origin: 'import' },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
  expect(await agrees()).toMatchObject({ F01: before.F01 + 1 });
  // A list of the county brings in again, month for month, what batches paid: the same money.
  const twin = newId();
  await db
    .insertInto('paid_line')
    .values({
      ...{ county_id: town.countyId, id: twin, division_id: town.divisionId, name: '安某', item: '抚恤补助' },
      ...{ from_month: OCTOBER, to_month: NOVEMBER, amount_fen: 121_000, person_id: people.安某 },
      ...{ paid_on: '2017-11-30', row_key: Buffer.from(twin), origin: 'import' },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
  expect(await figures(['F01', 'F02'])).toEqual({
    ...{ F01: before.F01 + 1, F02: (Number(before.F02) + 4545).toFixed(2) },
  });
  await db.updateTable('paid_line').set({ amount_fen: 121_001 }).where('id', '=', twin).execute();
  expect(await figures(['F02'])).toEqual({ F02: (Number(before.F02) + 4545 + 1210.01).toFixed(2) });
  const voided = { voided_at: new Date().toISOString(), voided_by: '王某', void_reason: '试' };
  await db.updateTable('paid_line').set(voided).where('id', '=', twin).execute();
  await inTx((tx) => mergePeople(tx, roll.reviewer, town, old, people.安某 ?? '', '同一人'));
  expect(await agrees()).toMatchObject({ F01: before.F01, F02: (Number(before.F02) + 4545).toFixed(2) });
});

async function soldier(name: string, year: number, payeeName: string, fen: number): Promise<string> {
  const id = newId();
  await db
    .insertInto('conscript_allowance')
    .values({
      ...{
        county_id: town.countyId,
        id,
        division_id: town.divisionId,
        soldier_name: name,
        benefit_year: year,
      },
      ...{
        soldier_identity_hash: Buffer.from(name),
        payee_name: payeeName,
        amount_fen: fen,
        row_key: Buffer.from(id),
      },
      ...{
        paid_on: `${year}-07-28`,
        origin: 'import',
        recorded_by: '王某',
        recorded_at: new Date().toISOString(),
      },
    })
    .execute();
  return id;
}

const decide = (kind: '优待金' | '立功奖励', awards: readonly NewAward[]) =>
  inTx((tx) => decideAwards(tx, clerk, town, { commandKey: newId(), kind, awards }));
const award = (personId: string, fen: number, source?: NewAward['source']): NewAward => ({
  ...{ personId, fen, source, month: OCTOBER, fund: 'county', reason: '按名单' },
});

test('an allowance imported and paid by a batch is one; two sons of one family are two; taken back is none', async () => {
  const G = ['G01.people', 'G01.amount', 'G02'];
  const [zhao, qian] = [
    await soldier('赵兵', 2016, '安某', 900_000),
    await soldier('钱兵', 2016, '安某', 900_000),
  ];
  expect(Object.values(await figures(G))).toEqual([null, null, null]);
  const family = people.安某 ?? '';
  await decide('优待金', [
    award(family, 800_000, { kind: 'conscript 2017-10 base county', id: zhao }),
    award(family, 160_000, { kind: 'conscript 2017-10 merit county', id: zhao }),
    award(family, 960_000, { kind: 'conscript 2017-10 base county', id: qian }),
  ]);
  const batch = await open(OCTOBER, '优待金');
  expect(batch).toMatchObject({ lines: 1, totalFen: 1_920_000 });
  await paidOut(batch);
  expect(Object.values(await figures(G))).toEqual([2, '19200.00', '9600.00']);
  // The county's list of the year comes later and names one of them again, and a third who was paid elsewhere.
  await soldier('赵兵', 2017, '安某', 960_000);
  await soldier('孙兵', 2017, '蔡某', 480_000);
  expect(Object.values(await figures(G))).toEqual([3, '24000.00', '8000.00']);
  const { records } = await traced('G01.amount');
  expect(records.map(({ kind, contribution }) => [kind, contribution]).sort()).toEqual([
    ['conscriptAllowance', 480_000],
    ['payLine', 1_920_000],
  ]);
  expect(Object.values(await figures(G, 2016))).toEqual([2, '18000.00', '9000.00']);
  await result(batch, said(await linesOf(batch), '冲回'));
  // Now only the list says that they were paid.
  expect(Object.values(await figures(G))).toEqual([2, '14400.00', '7200.00']);
});

test('merit money recorded and paid by a batch is one', async () => {
  const record = async (personId: string, fen: number | null) => {
    const id = newId();
    await db
      .insertInto('benefit_record')
      .values({
        ...{
          county_id: town.countyId,
          id,
          division_id: town.divisionId,
          carried_on: '2017-10-10',
          name: '某',
        },
        ...{ benefit_type: '立功奖励', amount_fen: fen, person_id: personId, row_key: Buffer.from(id) },
        ...{ origin: 'screen', recorded_by: '王某', recorded_at: new Date().toISOString() },
      })
      .execute();
    return id;
  };
  const [an = '', bai = '', cai = ''] = [people.安某, people.白某, people.蔡某];
  const decided = await record(an, 300_000);
  await record(bai, 100_000);
  await record(cai, 50_000);
  expect(await figures(['G04'])).toEqual({ G04: '4500.00' });
  await decide('立功奖励', [
    award(an, 280_000, { kind: 'benefitRecord', id: decided }),
    award(bai, 100_000),
    award(bai, 30_000),
  ]);
  expect(await figures(['G04'])).toEqual({ G04: '4500.00' });
  await paidOut(await open(OCTOBER, '立功奖励'));
  // 2800 in place of 3000, 1000 once, 300 more, and 500 that no batch paid.
  expect(await figures(['G04'])).toEqual({ G04: '4600.00' });
  const { rows } = await sql<{
    fen: number;
  }>`select sum(l.fen)::bigint as fen from pay_line l join batch b on b.id = l.batch_id
    where b.kind = '立功奖励'`.execute(db);
  expect(rows[0]?.fen).toBe(410_000);
});
