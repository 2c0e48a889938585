import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { countyApproves, countyApprovesAbove, payHome, showBatch } from '../modules/disbursement/index.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { addSetting, type SettingDef } from '../platform/settings/index.ts';
import { testContext } from '../testing/index.ts';

const town = testBatches(await testRoll());
const { db, clerk, keys, place, payee, post, open, submit, review, approve, cancel, inTx } = town;
const APPROVER = { action: 'pay.approve', code: place.code };

/** The township's own approver: what the county approves is not his. */
const own: Ctx = {
  ...testContext(keys, '镇长'),
  may: (action, code) => action === APPROVER.action && code === APPROVER.code,
};
const set = (def: SettingDef<never>, value: unknown) =>
  inTx((tx) =>
    addSetting(tx, clerk, place, def as SettingDef, {
      ...{ value, effectiveFrom: clerk.today, basis: '县里的规定' },
    }),
  );
const reviewed = async (people: number) => {
  for (let at = 0; at < people; at += 1) await post({ personId: await payee(`安${at}`) });
  const batch = await open();
  await submit(batch);
  await review(batch);
  return batch;
};
const levelOf = async (batch: string) =>
  (
    await sql<{ level: string }>`select level from batch_event where batch_id = ${batch}
      and state = 'approved'`.execute(db)
  ).rows[0]?.level;
const asked = async (ctx: Ctx) =>
  (await payHome(db, ctx, place, Math.floor(OCTOBER / 12))).batches.map(({ waitsForMe }) => waitsForMe)[0];
const REFUSED = { code: 'not_allowed', message: expect.stringContaining('县级的批准人') };

test('above the sum the county approves; the township is told so instead of asked; up to it nothing changes', async () => {
  await set(countyApprovesAbove as SettingDef<never>, 1_000);
  const large = await reviewed(2);
  expect(large.totalFen).toBe(111_000);
  await expect(approve(large, own)).rejects.toMatchObject(REFUSED);
  const { may } = await showBatch(db, own, place, large.batch);
  expect(may.approve).toEqual({ ok: false, why: REFUSED.message });
  expect([await asked(own), await asked(testContext(keys, '县长'))]).toEqual([null, '批准']);
  expect(await approve(large, testContext(keys, '县长'))).toMatchObject({ state: 'approved' });
  expect(await levelOf(large.batch)).toBe('county');
  await cancel(large);
  await set(countyApprovesAbove as SettingDef<never>, 1_110);
  const same = await reviewed(0);
  expect(await approve(same, own)).toMatchObject({ state: 'approved' });
  expect(await levelOf(same.batch)).toBe('township');
  await cancel(same);
});

test('where the county approves everything a small batch is its too; a sum that is none is refused', async () => {
  await set(countyApproves as SettingDef<never>, true);
  const batch = await reviewed(0);
  await expect(approve(batch, own)).rejects.toMatchObject(REFUSED);
  await expect(set(countyApprovesAbove as SettingDef<never>, -1)).rejects.toMatchObject({
    code: 'setting_value',
  });
});
