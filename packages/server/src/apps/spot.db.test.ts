import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { drawSpot, noteSpotCall, runChecks, testLines } from '../modules/checks/index.ts';
import { addFund, type BatchAnswer, saveAccount } from '../modules/disbursement/index.ts';
import { testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { lawOf } from '../modules/standards/index.ts';

const roll = await testRoll();
const batches = testBatches(roll);
const { db, keys, town, clerk, place, inTx, payee, post, paper } = batches;
const { open, submit, review, approve, toBank, result, linesOf } = batches;
let batch: BatchAnswer;
let proxied = '';

async function check() {
  return inTx(async (tx) => {
    const scope = { countyId: town.countyId, divisionIds: [town.divisionId], law: await lawOf(tx, town) };
    return runChecks(tx, keys, scope, { first: 2017, last: 2017, today: '2017-11-24' });
  });
}

const found = async (code: string) =>
  (await check()).findings
    .filter((one) => one.code === code)
    .map(({ person, expectedFen, actualFen, reason }) => [person.name, expectedFen, actualFen, reason]);

beforeAll(async () => {
  for (let at = 1; at <= 14; at += 1) {
    const personId = await payee(`抽查${at}`, { phone: `1390000${String(at).padStart(4, '0')}` });
    await post({ personId });
    if (at === 1) proxied = personId;
  }
  await inTx(async (tx) => {
    const account = {
      holder: 'other',
      holderName: '代领人',
      relation: '儿子',
      account: '6217000000000000045',
    } as const;
    await saveAccount(tx, clerk, place, { personId: proxied, ...account, paperId: await paper('委托书') });
  });
  const early = await open();
  await expect(drawSpot(db, clerk, place, early.batch)).rejects.toMatchObject({ code: 'batch_not_sent' });
  await submit(early);
  await review(early);
  batch = await approve(early);
  await toBank(batch);
}, 120_000);

test('the same seed draws the same ten for everybody, another seed others; numbers are masked', async () => {
  const first = await drawSpot(db, clerk, place, batch.batch);
  expect(first.lines).toHaveLength(10);
  expect(await drawSpot(db, roll.reviewer, place, batch.batch)).toEqual(first);
  expect(await drawSpot(db, clerk, place, batch.batch, first.seed)).toEqual(first);
  const other = await drawSpot(db, clerk, place, batch.batch, '另抽一次');
  expect(other.lines.map(({ id }) => id)).not.toEqual(first.lines.map(({ id }) => id));
  expect(first.lines[0]).toMatchObject({
    fen: 55_500,
    call: null,
    phoneTail: expect.stringMatching(/^\d{4}$/),
  });
  expect(JSON.stringify(first)).not.toMatch(/1390000|62284800/);
});

test('what a payee says is kept; what does not agree is a finding until he says otherwise', async () => {
  const { seed, lines } = await drawSpot(db, clerk, place, batch.batch);
  const [a, b, c, d] = lines;
  const call = (lineId = '', answer: Parameters<typeof noteSpotCall>[4]['answer'], toldFen?: number) =>
    inTx((tx) =>
      noteSpotCall(tx, roll.reviewer, place, batch.batch, {
        ...{ lineId, seed, answer, calledOn: '2017-11-20' },
        ...(toldFen === undefined ? {} : { toldFen }),
      }),
    );
  await call(a?.id, 'agrees');
  await call(b?.id, 'differs', 50_000);
  await call(c?.id, 'notReceived');
  await call(d?.id, 'unreached');
  const told = await found('payee_differs');
  expect(told.map(([name, ...money]) => [name, ...money.slice(0, 2)]).sort()).toEqual(
    [
      [b?.name, 55_500, 50_000],
      [c?.name, 55_500, 0],
    ].sort(),
  );
  expect(told.find(([name]) => name === b?.name)?.[3]).toContain('本人说收到 500.00 元');
  expect((await check()).checked.calls).toBe(3);
  await call(b?.id, 'agrees');
  expect((await found('payee_differs')).map(([name]) => name)).toEqual([c?.name]);
  const again = await drawSpot(db, clerk, place, batch.batch);
  expect(again.lines[1]?.call).toMatchObject({ answer: 'agrees', toldFen: 55_500, by: '赵某' });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from spot_call`.execute(db);
  expect(rows[0]?.n).toBe(5);
});

test('a call that cannot be is refused by name', async () => {
  const { seed, lines } = await drawSpot(db, clerk, place, batch.batch);
  const [line] = lines;
  const call = (more: Partial<Parameters<typeof noteSpotCall>[4]>) =>
    inTx((tx) =>
      noteSpotCall(tx, clerk, place, batch.batch, {
        ...{ lineId: line?.id ?? '', seed, answer: 'differs', toldFen: 100, calledOn: '2017-11-20' },
        ...more,
      }),
    );
  const drawn = new Set(lines.map(({ id }) => id));
  const { rows } = await sql<{ id: string }>`select id from pay_line`.execute(db);
  const undrawn = rows.find(({ id }) => !drawn.has(id))?.id ?? '';
  await expect(call({ lineId: undrawn })).rejects.toMatchObject({ code: 'not_found' });
  await expect(call({ calledOn: '2017-11-25' })).rejects.toMatchObject({ code: 'date_order' });
  await expect(call({ calledOn: '昨天' })).rejects.toMatchObject({ code: 'date_invalid' });
  await expect(call({ toldFen: undefined })).rejects.toMatchObject({ code: 'amount_missing' });
  await expect(call({ toldFen: 55_500 })).rejects.toMatchObject({ code: 'amount_agrees' });
  await expect(call({ answer: 'agrees', toldFen: 1 })).rejects.toMatchObject({ code: 'amount_differs' });
});

test('an account of somebody else is found once its paper is gone; money that arrived sets a bound', async () => {
  expect(await found('proxy_unproved')).toEqual([]);
  const line = testLines(await check(), new Map()).find(({ code }) => code === 'proxy_unproved');
  expect(line).toMatchObject({ looked: '1 个代领账户', hits: 0 });
  await sql`update paper set voided_at = now() where title = '委托书'`.execute(db);
  expect((await found('proxy_unproved')).map(([name]) => name)).toEqual(['抽查1']);
  await inTx((tx) =>
    addFund(tx, clerk, town, { level: 'central', kind: '抚恤补助', fen: 100_000, onDay: '2017-10-01' }),
  );
  expect(await found('over_budget')).toEqual([]);
  const lines = await linesOf(batch);
  await result(batch, ['流水号,结果', ...lines.map(({ id }) => `${id},已到账`)].join('\n'));
  expect((await found('over_budget')).map(([name, budget, spent]) => [name, budget, spent])).toEqual([
    ['抚恤补助到账资金', 100_000, 14 * 55_500],
  ]);
});
