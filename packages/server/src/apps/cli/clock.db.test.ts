import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { testTown } from '../../testing/index.ts';
import { testCli } from './testing.ts';

const { on, ended, serve } = testCli();

test('a day is set only where no batch was approved on the day it really was', async () => {
  on('');
  const { db } = await serve();
  const { countyId, divisionId } = await testTown(db);
  const batch = newId();
  await sql`insert into batch values (${countyId}, ${batch}, ${divisionId}, 'PF-2018-01-01', ${newId()}, '抚恤补助', 'bank',
    24216, 24216)`.execute(db);
  const approve = (seq: number, day: string) =>
    sql`insert into batch_event (county_id, batch_id, seq, round, state, level, method, line_count, total_fen,
        content_hash, actor_id, actor_name, at, office_day)
      values (${countyId}, ${batch}, ${seq}, ${seq}, 'approved', 'township', 'pass_code', 0, 0, '', 'x', '刘某', now(),
        ${sql.raw(day)})`.execute(db);
  const codeOn = async (day: string) => {
    on(day);
    const { code, json } = await ended('jobs', '--division', '341524199');
    return [code, json.refusals?.[0]?.code];
  };
  await approve(1, "date '2018-01-20'");
  expect(await codeOn('2018-01-21')).toEqual([0, undefined]);
  await approve(2, "(now() at time zone 'Asia/Shanghai')::date");
  expect(await codeOn('2018-01-21')).toEqual([1, 'clock_real']);
  expect(await codeOn('')).toEqual([0, undefined]);
}, 120_000);
