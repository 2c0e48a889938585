import { randomUUID } from 'node:crypto';
import type { Month } from '@shuangyong/values';
import type { Db } from '../packages/server/src/kernel/db.ts';
import { openKysely } from '../packages/server/src/kernel/db.ts';
import { exportBatch } from '../packages/server/src/modules/disbursement/bank-export.ts';
import type { BatchAnswer, BatchPlace } from '../packages/server/src/modules/disbursement/batch-find.ts';
import { openBatch } from '../packages/server/src/modules/disbursement/batch-open.ts';
import { showBatch } from '../packages/server/src/modules/disbursement/batch-show.ts';
import { approveBatch, reviewBatch, submitBatch } from '../packages/server/src/modules/disbursement/step.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import type { BenchDatabase } from './copies.ts';
import type { LedgerTownship } from './ledger.ts';

export type BatchSteps = ReturnType<typeof batchSteps>;

/** The life of a batch up to the bank, each step one command by another person. */
export function batchSteps(
  { pool, keys }: Pick<BenchDatabase, 'pool' | 'keys'>,
  town: LedgerTownship,
  dataDir: string,
) {
  const db = openKysely(pool);
  const as = (name: string) => testContext(keys, name, '2018-12-05');
  const { countyId, divisionId } = town;
  const code = `${countyId}100000`;
  const place: BatchPlace = { countyId, divisionId, code, level: 'township', divisionIds: [divisionId] };
  const inTx = <T>(work: (tx: Db) => Promise<T>) => db.transaction().execute(work);
  return {
    open: (month: Month) =>
      inTx((tx) => openBatch(tx, as('甲'), place, { commandKey: randomUUID(), kind: '抚恤补助', month })),
    submit: (batch: BatchAnswer) => inTx((tx) => submitBatch(tx, as('甲'), place, batch.batch, batch)),
    review: (batch: BatchAnswer) => inTx((tx) => reviewBatch(tx, as('乙'), place, batch.batch, batch)),
    approve: (batch: BatchAnswer) => inTx((tx) => approveBatch(tx, as('丙'), place, batch.batch, batch)),
    toBank: (batch: BatchAnswer) =>
      inTx((tx) => exportBatch(tx, as('丁'), place, batch.batch, { layout: 'fixed', dataDir })),
    show: (batch: BatchAnswer) => inTx((tx) => showBatch(tx, as('甲'), place, batch.batch)),
  };
}
