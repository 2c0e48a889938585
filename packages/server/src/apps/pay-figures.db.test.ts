import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testBatches } from '../modules/disbursement/testing/batch.ts';
import { answerFigures, placedScope, traceFigure } from '../modules/indicators/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { INDICATORS } from './figures.ts';

const { db, town, payee, post, approved, toBank, result, linesOf } = testBatches(await testRoll());
const scope = () => placedScope(db, { countyId: town.countyId, code: '341524199000' }, 2017);
const CODES = ['F01', 'F02', 'F03.参战退役人员.people', 'F03.参战退役人员.amount', 'F07.amount'];

async function figures() {
  const answered = await answerFigures(db, await scope(), INDICATORS);
  return CODES.map((code) => answered.find((one) => one.code === code)?.value ?? null);
}

test('what batches paid counts on the day the bank paid it, each line a record; what was taken back does not', async () => {
  for (const name of ['安某', '白某', '蔡某']) await post({ personId: await payee(name) });
  const batch = await approved();
  await toBank(batch);
  expect(await figures()).toEqual([null, null, null, null, null]);
  const [an, bai, cai] = await linesOf(batch);
  await result(batch, `流水号,结果\n${an?.id},已到账\n${bai?.id},已到账\n${cai?.id},退回`);
  expect(await figures()).toEqual([2, '1110.00', 2, '1110.00', '0.00']);
  const { records } = await traceFigure(db, await scope(), INDICATORS, 'F02');
  expect(records.map(({ kind, id, contribution }) => [kind, id, contribution])).toEqual(
    expect.arrayContaining([an, bai].map((line) => ['payLine', line?.id, 55_500])),
  );
  await result(batch, `流水号,结果\n${bai?.id},冲回`);
  expect(await figures()).toEqual([1, '555.00', 1, '555.00', '0.00']);
  const { rows } = await sql`select 1 from paid_line`.execute(db);
  expect(rows).toEqual([]);
});
