import type { Month } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { BatchAnswer } from '../modules/disbursement/batch-find.ts';
import { openBatch } from '../modules/disbursement/batch-open.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const it = testBatches(await testRoll());
const { clerk, place, inTx, payee, post, open, submit, review } = it;
let month = (OCTOBER - 12) as Month;

/** A batch of one person in a month of its own. */
async function fresh(): Promise<BatchAnswer> {
  month = (month + 1) as Month;
  await post({ personId: await payee(`某${month}`), month });
  return open(month);
}

describe('what the database itself refuses', () => {
  /** Written past every rule of the program, with the rights that the program has. */
  const refused = (statement: RawBuilder<unknown>, key: string) =>
    expect(inTx((tx) => statement.execute(tx))).rejects.toMatchObject({
      ...{ code: '23505', constraint: key },
    });

  test('one person twice among the three hands of a round', async () => {
    const batch = await fresh();
    await submit(batch);
    await review(batch);
    await refused(
      sql`insert into batch_event select county_id, batch_id, seq + 1, round, 'approved', level, method, signer,
        paper_id, line_count, total_fen, content_hash, reason, actor_id, actor_name, at, office_day
        from batch_event where batch_id = ${batch.batch} and state = 'reviewed'`,
      'batch_four_eyes',
    );
  });

  test('a line of the ledger paid twice at one attempt', async () => {
    const { batch } = await fresh();
    await refused(
      sql`insert into line_item select i.county_id, i.line_id, i.item_no + 1, i.fen, i.accrual_id, i.attempt, null
        from line_item i join pay_line l on l.county_id = i.county_id and l.id = i.line_id
        where l.batch_id = ${batch}`,
      'line_item_county_id_accrual_id_attempt_key',
    );
  });

  test('a person twice in a batch on one account', async () => {
    const { batch } = await fresh();
    await refused(
      sql`insert into pay_line select county_id, ${newId()}, batch_id, division_id, ordinal + 1, person_id, account_id,
        account_version, fen, facts_seq, reissue_of, content_hash from pay_line where batch_id = ${batch}`,
      'pay_line_once',
    );
  });

  test('a month of a right posted twice', async () => {
    const { batch } = await fresh();
    await refused(
      sql`insert into accrual select a.county_id, ${newId()}, a.division_id, a.person_id, a.kind, a.ref, a.component,
        a.fund, a.month, a.seq, a.fen, a.due_after_fen, a.cause, a.derived, a.run_id, a.trace_hash, a.facts_seq,
        a.posted_on, a.posted_month from accrual a join line_item i on i.accrual_id = a.id
        join pay_line l on l.id = i.line_id where l.batch_id = ${batch}`,
      'accrual_county_id_person_id_kind_ref_component_fund_month_s_key',
    );
  });

  test('a payment below nothing', async () => {
    const { batch } = await fresh();
    const negative = sql`insert into pay_line select county_id, ${newId()}, batch_id, division_id, ordinal + 1,
      person_id, null, null, -1, facts_seq, reissue_of, content_hash from pay_line where batch_id = ${batch}`;
    await expect(inTx((tx) => negative.execute(tx))).rejects.toMatchObject({
      ...{ code: '23514', constraint: 'pay_line_fen_check' },
    });
  });
});

test('the same command again answers what it answered, also at the same moment', async () => {
  month = (month + 1) as Month;
  await post({ personId: await payee('两次某'), month });
  const asked = { commandKey: newId(), kind: '抚恤补助', month } as const;
  const click = () => inTx((tx) => openBatch(tx, clerk, place, asked));
  const [first, second] = await Promise.all([click(), click()]);
  expect(second).toEqual(first);
  expect(await click()).toEqual(first);
});
