import { randomUUID } from 'node:crypto';
import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { payHome, paysHere } from '../modules/disbursement/batch-home.ts';
import { showBatch } from '../modules/disbursement/batch-show.ts';
import { answerException } from '../modules/disbursement/exception-answer.ts';
import { listLines } from '../modules/disbursement/line-find.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const office = testBatches(await testRoll());
const { db, clerk, reviewer, place, payee, post, open, submit, toBank, result, close, inTx } = office;
const NOVEMBER = (OCTOBER + 1) as Month;
const DECEMBER = (OCTOBER + 2) as Month;
const ids: Record<string, string> = {};
let november: Awaited<ReturnType<typeof open>>;
const page = { filter: 'all', offset: 0, limit: 100 } as const;
const names = async (more: Partial<Parameters<typeof listLines>[4]> = {}) =>
  (await listLines(db, clerk, place, november.batch, { ...page, ...more })).lines.map(
    ({ person }) => person.name,
  );

/** To the bank and back with everything paid. */
async function settled(batch: Awaited<ReturnType<typeof open>>) {
  await submit(batch);
  await office.review(batch);
  await office.approve(batch);
  await toBank(batch, 'xlsx');
  const paid = (await office.linesOf(batch)).map(({ id }) => `${id},已到账`);
  await result(batch, ['流水号,结果', ...paid].join('\n'));
  await close(batch);
}

/** A file gave a right another first month: the version before is kept, with the import that replaced it. */
async function changedByFile(personId: string) {
  await sql`insert into record_history (county_id, record_kind, record_id, version, division_id, cells, recorded_at,
      recorded_by, superseded_at, superseded_by, superseding_import, reason)
    select county_id, 'spell', id, 7, division_id, jsonb_build_object('from_month', from_month - 1), recorded_at,
      recorded_by, now() + interval '1 hour', '王某', ${randomUUID()}::uuid, '导入更新'
    from spell where person_id = ${personId}`.execute(db);
}

beforeAll(async () => {
  expect(await paysHere(db, place, OCTOBER)).toBe(false);
  for (const name of ['安某', '白某', '蔡某', '邓某']) {
    ids[name] = await payee(name);
    await post({ personId: ids[name] ?? '' });
  }
  await settled(await open());
  for (const id of Object.values(ids)) await post({ personId: id, month: NOVEMBER });
  await post({ personId: ids.蔡某 ?? '', month: NOVEMBER, fen: 5_000, component: 'top' });
  await changedByFile(ids.邓某 ?? '');
  november = await open(NOVEMBER);
});

test('exceptions stand first, then what changed, then the roll; found by initials as in the list of people', async () => {
  expect(await names()).toEqual(['邓某', '蔡某', '安某', '白某']);
  expect(await names({ filter: 'changed' })).toEqual(['邓某', '蔡某']);
  expect(await names({ text: 'BM' })).toEqual(['白某']);
  expect(await names({ text: '蔡' })).toEqual(['蔡某']);
  expect(await paysHere(db, place, NOVEMBER)).toBe(true);
});

test('what a file changed is asked once of the reviewer, never answered by the maker nor overwritten unseen', async () => {
  const told = async (as = clerk) => (await showBatch(db, as, place, november.batch)).exceptions;
  const [mine, ...others] = await told();
  expect(others).toEqual([]);
  expect(mine).toMatchObject({
    key: 'imported_unreviewed',
    severity: 'amber',
    mayAnswer: false,
    answer: null,
  });
  expect(mine?.words).toContain('邓某');
  const answer = (as: typeof clerk, isFirst?: boolean) =>
    inTx((tx) =>
      answerException(tx, as, place, november.batch, {
        ...{ key: 'imported_unreviewed', answer: 'pay', reason: '已对照原表', isFirst },
      }),
    );
  await expect(answer(clerk)).rejects.toMatchObject({ code: 'same_actor' });
  await submit(november);
  expect((await told(reviewer))[0]?.mayAnswer).toBe(true);
  await answer(reviewer, true);
  expect((await told(reviewer))[0]?.answer).toMatchObject({ by: '赵某', reason: '已对照原表' });
  await expect(answer(reviewer, true)).rejects.toMatchObject({ code: 'answered_meanwhile' });
  await answer(reviewer);
});

test('a second batch of a month comes on top; the next month is compared with both', async () => {
  await office.review(november);
  await office.approve(november);
  await toBank(november, 'xlsx');
  const paid = (await office.linesOf(november)).map(({ id }) => `${id},已到账`);
  await result(november, ['流水号,结果', ...paid].join('\n'));
  await close(november);
  await post(
    { personId: ids.安某 ?? '', fen: 1_000 },
    { personId: ids.安某 ?? '', month: NOVEMBER, fen: 1_000 },
  );
  const more = await open(NOVEMBER);
  const shown = await showBatch(db, clerk, place, more.batch);
  expect(shown).toMatchObject({ isMore: true, previous: null, totalFen: 2_000 });
  expect(shown.differences.filter(({ fen }) => fen !== 0)).toEqual([
    { reason: '补差', people: 1, fen: 2_000 },
  ]);
  const { batches } = await payHome(db, clerk, place, 2017);
  expect(batches.map(({ number, isMore }) => [number, isMore])).toEqual([
    ['PF-2017-11-02', true],
    ['PF-2017-11-01', false],
    ['PF-2017-10-01', false],
  ]);
  await settled(more);
  for (const id of Object.values(ids)) await post({ personId: id, month: DECEMBER });
  const december = await showBatch(db, clerk, place, (await open(DECEMBER)).batch);
  expect(december.previous).toMatchObject({ people: 4, totalFen: 4 * 55_500 + 5_000 + 2_000 });
  const sum = december.differences.reduce((total, { fen }) => total + fen, 0);
  expect(sum).toBe(december.totalFen - (december.previous?.totalFen ?? 0));
});

test('whoever comes second is told whose hand was first', async () => {
  const [batch] = (await payHome(db, clerk, place, 2017)).batches;
  const answer = { ...(await showBatch(db, clerk, place, batch?.id ?? '')), batch: batch?.id ?? '', held: 0 };
  const outcomes = await Promise.allSettled([submit(answer), submit(answer)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'wrong_state' });
  expect(String(refused?.reason.message)).toMatch(
    /^批次已提交，待复核（王某 \d\d-\d\d \d\d:\d\d 办的），不能这样办。$/,
  );
});
