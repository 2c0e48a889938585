import { type Month, monthText } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { showBatch } from '../modules/disbursement/batch-show.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const { db, clerk, place, payee, post, open } = testBatches(await testRoll());
const [MAY, JULY] = [OCTOBER - 5, OCTOBER - 3];

test('payments that begin some months after the last sheet are compared with it, and its records are asked about', async () => {
  const personId = await payee('安某');
  const id = newId();
  await db
    .insertInto('paid_line')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, name: '安某', item: '抚恤补助' },
      ...{ from_month: MAY, to_month: JULY, amount_fen: 150_000, paid_on: '2017-07-20', person_id: personId },
      ...{ row_key: Buffer.from(id), origin: 'import', recorded_by: '王某' },
      recorded_at: new Date().toISOString(),
    })
    .execute();
  await post({ personId }, { personId, month: (OCTOBER - 1) as Month });
  const { previous, differences, exceptions } = await showBatch(db, clerk, place, (await open()).batch);
  expect(previous).toMatchObject({
    source: 'import',
    month: monthText(JULY as Month),
    people: 1,
    totalFen: 50_000,
  });
  const told = Object.fromEntries(differences.map(({ reason, people, fen }) => [reason, [people, fen]]));
  expect(told).toMatchObject({ 提标: [1, 5_500], 新增: [0, 0], 补差: [1, 55_500] });
  expect(exceptions.map(({ code }) => code)).toContain('imported_unreviewed');
});
