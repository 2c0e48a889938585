import { day, type Month } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { endAccount, type NewAccount, saveAccount } from '../modules/disbursement/account.ts';
import { listAccounts, listChangedAccounts } from '../modules/disbursement/account-list.ts';
import { cancelBatch } from '../modules/disbursement/batch-cancel.ts';
import { payHome } from '../modules/disbursement/batch-home.ts';
import { printBatch } from '../modules/disbursement/batch-print.ts';
import { showBatch } from '../modules/disbursement/batch-show.ts';
import { listLines } from '../modules/disbursement/line-find.ts';
import { sampleLines } from '../modules/disbursement/line-list.ts';
import { reissueLine } from '../modules/disbursement/line-reissue.ts';
import { listReturns } from '../modules/disbursement/line-returns.ts';
import {
  accountsSchema,
  batchSchema,
  changedAccountsSchema,
  linesSchema,
  payHomeSchema,
  printSchema,
  returnsSchema,
  sampleSchema,
} from '../modules/disbursement/schemas.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const {
  db,
  clerk,
  reviewer,
  place,
  payee,
  paper,
  post,
  open,
  submit,
  approved,
  toBank,
  result,
  close,
  linesOf,
  inTx,
} = testBatches(await testRoll());
const NOVEMBER = (OCTOBER + 1) as Month;
let december: Awaited<ReturnType<typeof open>>;
const ids: Record<string, string> = {};
const page = { filter: 'all', offset: 0, limit: 100 } as const;

beforeAll(async () => {
  for (const name of ['安某', '白某', '蔡某', '邓某']) ids[name] = await payee(name);
  for (const name of ['安某', '白某', '蔡某']) await post({ personId: ids[name] ?? '' });
  const october = await approved();
  await toBank(october, 'xlsx');
  const [an, bai, cai] = await linesOf(october);
  await result(october, `流水号,结果\n${an?.id},已到账\n${bai?.id},已到账\n${cai?.id},退回`);
  await close(october);
  // 安 gets more, 白 the same and arrears, 蔡 stops, 邓 is new; 蔡's returned money is sent again.
  const rest = { month: NOVEMBER };
  await post({ personId: ids.安某 ?? '', ...rest, fen: 60_500 }, { personId: ids.白某 ?? '', ...rest });
  await post({ personId: ids.白某 ?? '', fen: 1_000 }, { personId: ids.邓某 ?? '', ...rest, fen: 20_000 });
  december = await open(NOVEMBER);
});

test('every difference to the batch before has its reason, and their sum is the difference', async () => {
  const shown = batchSchema.parse(await showBatch(db, clerk, place, december.batch));
  expect(shown.previous).toMatchObject({
    source: 'batch',
    number: 'PF-2017-10-01',
    people: 3,
    totalFen: 166_500,
  });
  const told = Object.fromEntries(
    shown.differences.map(({ reason, people, fen }) => [reason, [people, fen]]),
  );
  expect(told).toEqual({
    ...{ 提标: [1, 5_000], 新增: [1, 20_000], 停发: [1, -55_500], 补差: [2, 56_500] },
    ...{ 扣回: [0, 0], 其他: [0, 0] },
  });
  const sum = shown.differences.reduce((total, { fen }) => total + fen, 0);
  expect(sum).toBe(shown.totalFen - (shown.previous?.totalFen ?? 0));
  expect(shown.checkCode).toBe(`${shown.hash.slice(0, 4)}-${shown.hash.slice(4, 8)}`.toUpperCase());
});

test('a page of lines: what was due, what was posted before, why; filtered by reason and name', async () => {
  const { lines, total } = linesSchema.parse(await listLines(db, clerk, place, december.batch, page));
  expect(total).toBe(4);
  const bai = lines.find(({ person }) => person.name === '白某');
  expect(bai).toMatchObject({
    months: '2017-10～2017-11',
    dueFen: 112_000,
    postedBeforeFen: 55_500,
    fen: 56_500,
  });
  expect(lines.map(({ person, why }) => [person.name, why])).toEqual([
    ['蔡某', ['停发，上次 555.00', '补发 2017-10 起共 555.00', '上次退回，重发']],
    ['安某', ['提标 555.00 → 605.00']],
    ['白某', ['补发 2017-10 起共 10.00']],
    ['邓某', ['新增，从 2017-11 起']],
  ]);
  const named = await listLines(db, clerk, place, december.batch, { ...page, reason: '新增' });
  expect(named.lines.map(({ person }) => person.name)).toEqual(['邓某']);
  const text = await listLines(db, clerk, place, december.batch, { ...page, text: '白' });
  expect(text.total).toBe(1);
  expect((await listLines(db, clerk, place, december.batch, { ...page, filter: 'held' })).total).toBe(0);
});

test('buttons say why not: roles are the edge of it, hands the heart', async () => {
  await submit(december);
  const own = await showBatch(db, clerk, place, december.batch);
  expect([own.may.submit.ok, own.may.review.ok]).toEqual([false, false]);
  expect(own.may.review.why).toContain('制作人不能复核自己的批次');
  expect((await showBatch(db, reviewer, place, december.batch)).may.review).toEqual({ ok: true, why: null });
  const sample = sampleSchema.parse(await sampleLines(db, reviewer, place, december.batch));
  expect(sample.lines).toHaveLength(4);
  expect(await sampleLines(db, reviewer, place, december.batch)).toEqual(sample);
});

test('papers: sums in 大写, arrears by month, numbers masked', async () => {
  const print = printSchema.parse(await printBatch(db, clerk, place, december.batch));
  expect(print).toMatchObject({ office: '练习镇', totalFen: 192_500, totalWords: '壹仟玖佰贰拾伍元整' });
  expect(print.roll[0]?.idMasked).toMatch(/^\d{6}\*{8}\d{4}$/);
  expect(print.arrears).toMatchObject([
    { name: '白某', from: '2017-10', to: '2017-10', dueFen: 56_500, postedBeforeFen: 55_500, fen: 1_000 },
    { name: '蔡某', months: 1, fen: 55_500 },
  ]);
});

test('the page of a year counts batches and says whose turn it is', async () => {
  const home = payHomeSchema.parse(await payHome(db, reviewer, place, 2017));
  expect(home.counts).toEqual({ closed: 1, submitted: 1 });
  expect(home.batches.map(({ number, waitsForMe }) => [number, waitsForMe])).toEqual([
    ['PF-2017-11-01', '复核'],
    ['PF-2017-10-01', null],
  ]);
  expect(home.next).toBeNull();
  expect((await payHome(db, clerk, place, 2017)).batches[0]?.waitsForMe).toBeNull();
});

const account = (more: Partial<NewAccount>): NewAccount => ({
  ...{ personId: ids.邓某 ?? '', holder: 'self', holderName: '邓某', account: '622848999900001' },
  ...more,
});
const save = (more: Partial<NewAccount>) => inTx((tx) => saveAccount(tx, clerk, place, account(more)));

test('accounts: a card of his own with its photo; never another person’s or an office worker’s', async () => {
  await expect(save({})).rejects.toMatchObject({ code: 'account_paper_missing' });
  const paperId = await paper('卡片照片');
  const first = await save({ paperId });
  expect(first.version).toBe(1);
  expect(await save({ paperId, accountId: first.id, account: '622848999900002' })).toEqual({
    ...first,
    version: 2,
  });
  await expect(save({ paperId, holderName: '别某' })).rejects.toMatchObject({ code: 'holder_name' });
  await expect(save({ paperId, holder: 'other', holderName: '别某' })).rejects.toMatchObject({
    code: 'relation_missing',
  });
  await expect(
    save({ paperId, personId: ids.白某 ?? '', holderName: '白某', account: '622848999900002' }),
  ).rejects.toMatchObject({ code: 'account_of_other' });
  const { accounts, onRoll } = accountsSchema.parse(await listAccounts(db, clerk, place, ids.邓某 ?? ''));
  expect(accounts.map(({ version, isUsed, accountTail }) => [version, isUsed, accountTail])).toContainEqual([
    2,
    true,
    '0002',
  ]);
  expect(onRoll?.accountTail).toMatch(/^\d{4}$/);
});

test('accounts changed lately are told with who, when and until when they are new; ended ones are not new', async () => {
  const paperId = await paper('卡片照片');
  const asked = { personId: ids.安某 ?? '', holderName: '安某', account: '622848999900077', paperId };
  const later = { ...clerk, now: clerk.now + 60_000 };
  const first = await inTx((tx) => saveAccount(tx, later, place, account(asked)));
  const on = (today: string) => ({ ...clerk, today: day(today) });
  const told = async (today: string, from = '2017-09-01') =>
    changedAccountsSchema
      .parse({ from, accounts: await listChangedAccounts(db, on(today), place, day(from)) })
      .accounts.filter(({ id }) => id === first.id);
  expect(await told('2017-12-23')).toMatchObject([
    {
      ...{
        person: { name: '安某' },
        version: 1,
        accountTail: '0077',
        by: '王某',
        since: '2017-11-24',
        paperId,
      },
      ...{ isLast: true, coolingUntil: '2017-12-24' },
    },
  ]);
  expect((await told('2017-12-24'))[0]?.coolingUntil).toBeNull();
  expect(await told('2017-12-23', '2017-11-25')).toEqual([]);
  const { accounts } = accountsSchema.parse(await listAccounts(db, on('2017-12-23'), place, ids.安某 ?? ''));
  expect(accounts.find(({ isUsed }) => isUsed)).toMatchObject({ id: first.id, coolingUntil: '2017-12-24' });
  await inTx((tx) => endAccount(tx, { ...later, now: later.now + 1_000 }, place, first.id, '卡丢了'));
  expect(
    (await told('2017-12-23')).map(({ version, state, coolingUntil }) => [version, state, coolingUntil]),
  ).toEqual([
    [2, 'ended', null],
    [1, 'live', null],
  ]);
  // What came with the first import is no change.
  const { accounts: all } = { accounts: await listChangedAccounts(db, clerk, place, day('2017-01-01')) };
  expect(all.every(({ origin, version }) => origin === 'screen' || version > 1)).toBe(true);
});

test('money that came back goes again only once: with its new account, or in the batch that has it', async () => {
  expect(returnsSchema.parse({ returns: await listReturns(db, clerk, place) }).returns).toEqual([]);
  const [october] = await db.selectFrom('batch').select('id').where('number', '=', 'PF-2017-10-01').execute();
  const batch = october?.id ?? '';
  const cai = (await linesOf({ batch })).find(({ state }) => state === 'returned');
  const paperId = await paper('卡片');
  const asked = { holder: 'self', holderName: '蔡某', account: '622848777700001', paperId } as const;
  const again = () => inTx((tx) => reissueLine(tx, clerk, place, batch, { ...asked, lineId: cai?.id ?? '' }));
  await expect(again()).rejects.toMatchObject({ code: 'reissued' });
  await inTx((tx) => cancelBatch(tx, clerk, place, december.batch, '换账号'));
  const waiting = await listReturns(db, clerk, place);
  expect(waiting).toMatchObject([{ lineId: cai?.id, fen: 55_500, hasNewAccount: false }]);
  expect(await again()).toMatchObject({ version: 1, next: { kind: '抚恤补助', month: '2017-11' } });
  expect((await listReturns(db, clerk, place))[0]?.hasNewAccount).toBe(true);
});
