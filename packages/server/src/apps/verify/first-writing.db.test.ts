import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { batchHash, lineHash, runHash } from '../../modules/disbursement/index.ts';
import { OCTOBER, testBatches } from '../../modules/disbursement/testing/batch.ts';
import { testRoll } from '../../modules/registry/testing/roll.ts';
import { runChecks } from './check.ts';
import { LEDGER_CHECKS } from './money.ts';
import { BATCH_CHECKS } from './money-batches.ts';

const it = testBatches(await testRoll());
const owner = openKysely(it.ownerPool);
const found = async () =>
  (await runChecks(it.db, [...LEDGER_CHECKS, ...BATCH_CHECKS])).map(({ code }) => code).sort();

/** The hashes as the first releases wrote them, by fewer cells. */
async function writeAsFirst(): Promise<void> {
  await sql`update ledger_run r set set_hash = ${runHash(sql`r.county_id`, sql`r.id`, 'first')}`.execute(
    owner,
  );
  await sql`update pay_line l set content_hash = ${lineHash('l', 'first')}`.execute(owner);
  await sql`update batch_event e set content_hash = ${batchHash(sql`e.county_id`, sql`e.batch_id`)}`.execute(
    owner,
  );
}

test('what was hashed by the first releases stays proved as it was written, and a change of it is found', async () => {
  await it.post({ personId: await it.payee('丁某'), month: OCTOBER });
  await it.approved();
  expect(await found()).toEqual([]);
  await writeAsFirst();
  expect(await found()).toEqual([]);
  await sql`update accrual set kind = '参试退役人员'`.execute(owner);
  await sql`update pay_line set facts_seq = facts_seq + 1`.execute(owner);
  expect(await found()).toEqual(expect.arrayContaining(['line_altered', 'run_altered']));
});
