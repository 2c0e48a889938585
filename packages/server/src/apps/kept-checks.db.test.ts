import { monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { checkKept } from '../modules/checks/kept.ts';
import { confirmPeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const { db, keys, clerk, town, scope, enrol } = await testRoll();
const check = (today: string) => checkKept(db, keys, scope, { first: 2017, last: 2017, today });
const told = async (today = '2018-01-05') =>
  (await check(today)).findings.map(({ code, person, reason }) => [code, person.name, reason]);

test('who was not confirmed by the day is found once a township keeps confirmations, and not before the day', async () => {
  const { personId } = await enrol('见到了');
  const { personId: lost } = await enrol('找不着');
  await enrol('没去看');
  await enrol('不用看', { category: '其他退役军人' });
  expect(await check('2018-01-05')).toEqual({ confirmations: 0, batches: 0, findings: [] });
  const confirm = (way: 'met' | 'unreachable', id: string) =>
    confirmPeople(db, clerk, town, { year: 2017, way, onDay: '2017-10-20', personIds: [id] });
  await confirm('met', personId);
  await confirm('unreachable', lost);
  expect((await check('2017-12-31')).findings).toEqual([]);
  expect((await check('2018-01-05')).confirmations).toBe(3);
  const reason = '2017 年度确认到 2017-12-31 还没有见到本人、视频或亲属代为确认。';
  expect((await told()).sort()).toEqual([
    ['unconfirmed', '找不着', reason],
    ['unconfirmed', '没去看', reason],
  ]);
});

async function batch(
  number: string,
  hands: readonly (readonly [state: string, name: string, signer?: string])[],
) {
  const id = newId();
  const place = { county_id: town.countyId, division_id: town.divisionId };
  const month = monthOf(2017, 10);
  await db
    .insertInto('batch')
    .values({
      ...{ ...place, id, number, command_key: newId(), kind: '抚恤补助', channel: 'bank' },
      ...{ pay_month: month, through_month: month },
    })
    .execute();
  for (const [index, [state, name, signer]] of hands.entries())
    await db
      .insertInto('batch_event')
      .values({
        ...{ county_id: town.countyId, batch_id: id, seq: index + 1, round: 1, state, level: 'township' },
        ...{ method: signer === undefined ? 'pass_code' : 'paper', signer: signer ?? null },
        ...{
          line_count: 0,
          total_fen: 0,
          content_hash: Buffer.alloc(32),
          actor_id: `user-${name}`,
          actor_name: name,
        },
        ...{ at: new Date().toISOString(), office_day: '2017-10-20' },
      })
      .execute();
}

test('a batch whose maker reviewed it, or signed its approval on paper, is found; three hands are not', async () => {
  await batch('PF-2017-10-01', [
    ['opened', '王某'],
    ['submitted', '王某'],
    ['reviewed', '赵某'],
    ['approved', '王某', '刘某'],
  ]);
  await batch('PF-2017-10-02', [
    ['opened', '王某'],
    ['submitted', '钱某'],
    ['reviewed', '王某'],
    ['approved', '赵某', '王某'],
  ]);
  await batch('PF-2017-10-03', [['opened', '王某']]);
  expect((await check('2018-01-05')).batches).toBe(2);
  expect((await told()).filter(([code]) => code === 'same_hands')).toEqual([
    ['same_hands', '王某', 'PF-2017-10-02 由王某制作，又由王某复核。'],
    ['same_hands', '王某', 'PF-2017-10-02 由王某制作，又由王某批准。'],
  ]);
});
