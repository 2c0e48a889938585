import { monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { runChecks } from '../modules/checks/index.ts';
import { listClaims, nameLedgerStart, receiveCash, undoRecovery } from '../modules/disbursement/index.ts';
import { lawOf } from '../modules/standards/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTown, m } from './ledger-testing.ts';

const database = await testDatabase();
let codes = 621222100000;
let town: LedgerTown;
let person: string;

const within = <T>(work: (tx: LedgerTown['db']) => Promise<T>) => town.db.transaction().execute(work);

async function check(today = '2019-06-01', year = 2018) {
  return within(async (tx) => {
    const law = await lawOf(tx, town);
    const place = { countyId: town.countyId, divisionIds: [town.divisionId], law };
    return runChecks(tx, database.keys, place, { first: year, last: year, today });
  });
}

const told = async (today?: string, year?: number) =>
  (await check(today, year)).findings.map(({ code, from, to, expectedFen, actualFen }) => [
    code,
    from,
    to,
    expectedFen,
    actualFen,
  ]);

const textOf = (at: number) => monthText(m(`2018-${String(at).padStart(2, '0')}`));

/** Each month is posted on its fifth day and paid on its twentieth. */
async function live(from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at += 1) {
    await town.run(`${textOf(at)}-05`, textOf(at));
    await town.payOut(`${textOf(at)}-20`, textOf(at));
  }
}

beforeEach(async () => {
  codes += 1_000;
  town = await ledgerTown(database, String(codes));
  await within((tx) =>
    nameLedgerStart(tx, town.on('2018-01-02'), town, { month: m('2018-01'), reason: '新建' }),
  );
  person = await town.enrol('施某', { category: '参战退役人员', from_month: m('2010-01') });
});

test('a year paid by batches is judged like one that was imported: clean when as due, each month counted', async () => {
  await live(1, 12);
  const answer = await check();
  expect(answer.findings).toEqual([]);
  expect(answer.checked).toMatchObject({ persons: 1, personMonths: 12, payments: 12 });
});

test('a grade put right in May for January on: arrears make one sum with what was paid before', async () => {
  const soldier = await town.enrol('石某', {
    ...{ category: '残疾军人', grade: 8, disability_cause: '因公', from_month: m('2010-01') },
  });
  await live(1, 4);
  await town.correct(soldier, { grade: 7 });
  const short = (await told()).filter(([code]) => code === 'wrong_amount');
  expect(short.map(([, month]) => month)).toEqual(['2018-01', '2018-02', '2018-03', '2018-04']);
  await live(5, 12);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from accrual where person_id = ${soldier}
    and cause = 'arrears' and month < ${m('2018-05')}`.execute(town.db);
  expect(rows).toEqual([{ n: 4 }]);
  expect(await told()).toEqual([]);
});

test('a month that came back, is on its way, or was never paid is unpaid after 31 January, not before', async () => {
  await live(1, 12);
  const unpaid = [['unpaid_due', '2018-06', '2018-06', 55_000, 0]];
  const line = await town.lineOf(person, '2018-06');
  await town.step(line, 'taken_back', '2018-07-02');
  expect(await told('2019-01-31')).toEqual([]);
  expect(await told()).toEqual(unpaid);
  await town.payOut('2018-08-02', '2018-07');
  expect(await told()).toEqual([]);
  // Sent again, and the bank has not answered: on its way is not paid.
  const again = await town.lineOf(person, '2018-06');
  expect(again).not.toBe(line);
  await database.ownerPool.query(`delete from line_event where line_id = $1 and state = 'paid'`, [again]);
  expect(await told()).toEqual(unpaid);
});

test('money after a death is found until it has come back; a receipt taken back brings it again', async () => {
  await live(1, 3);
  await town.correct(person, { died_on: '2018-01-20' });
  await town.run('2018-04-05', '2018-04');
  await town.payOut('2018-04-20', '2018-04');
  const found = ['2018-02', '2018-03'].map((month) => ['paid_after_death', month, month, 0, 55_000]);
  expect(await told()).toEqual(found);
  const scope = { countyId: town.countyId, divisionIds: [town.divisionId] };
  const clerk = town.on('2018-05-02');
  const claims = (await within((tx) => listClaims(tx, clerk, scope, { all: true }))).map(({ id }) => id);
  const receipts = await within((tx) =>
    receiveCash(tx, clerk, scope, claims, { fen: 110_000, receiptNo: 'S-1' }),
  );
  expect(receipts).toHaveLength(2);
  expect(await told()).toEqual([]);
  await within((tx) => undoRecovery(tx, clerk, scope, receipts.slice(0, 1), '收据开错'));
  expect(await told()).toEqual(found.slice(0, 1));
});

test('imported and live payments of one year are one book: history goes on, a month in both is paid twice', async () => {
  const other = await town.enrol('白某', { category: '参战退役人员', from_month: m('2010-01') });
  await town.paid(other, '抚恤补助', '2018-01', '2018-03', 165_000);
  await live(1, 12);
  expect(await told()).toEqual([]);
  expect((await check()).checked).toMatchObject({ persons: 2, payments: 12 + 1 + 9 });
  await town.paid(other, '抚恤补助', '2018-05', '2018-05', 55_000);
  expect(await told()).toEqual([['paid_twice', '2018-05', '2018-05', 55_000, 110_000]]);
  const [finding] = (await check()).findings;
  expect(finding?.payments.map(({ voucher }) => voucher)).toEqual([null, expect.stringMatching(/^PF-/)]);
  expect(finding?.person.name).toBe('白某');
});

test('a right stopped on the roll and paid on is found before anything is posted; 600 yuan since August', async () => {
  await live(1, 12);
  await town.correct(person, { stop_month: m('2018-11'), stop_reason: '迁出' });
  expect(await told()).toEqual([
    ['paid_after_stop', '2018-11', '2018-11', 0, 60_000],
    ['paid_after_stop', '2018-12', '2018-12', 0, 60_000],
  ]);
});
