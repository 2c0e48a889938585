import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { addSetting } from '../../platform/settings/index.ts';
import { testContext, testTown } from '../../testing/index.ts';
import { rejectChange } from './change-decide.ts';
import { type Confirming, confirmPeople, UNREACHABLE } from './confirmation.ts';
import {
  confirmDay,
  confirmUntil,
  countConfirmations,
  listConfirmations,
  unconfirmedIn,
} from './confirmation-list.ts';
import { mergePeople } from './merge.ts';
import { openHolds } from './queries.ts';
import { testRoll } from './testing/roll.ts';

const { db, keys, clerk, reviewer, town, scope, enrol, paper } = await testRoll();
const until = day('2017-12-31');

const confirm = (ids: readonly string[], asked: Partial<Confirming> = {}, ctx = clerk) =>
  db
    .transaction()
    .execute((tx) =>
      confirmPeople(tx, ctx, town, { year: 2017, way: 'met', onDay: '2017-10-20', personIds: ids, ...asked }),
    );
const list = () => listConfirmations(db, keys, scope, until);
const lineOf = async (id: string) => (await list()).find((one) => one.personId === id);
const holds = async (id: string) => (await openHolds(db, town.countyId, [id])).map((hold) => hold.reason);

describe('who must be confirmed', () => {
  test('everybody with a regular benefit at the day, once, and nobody else', async () => {
    const due = await enrol('应确认');
    const ended = await enrol('已停某', { stop_month: monthOf(2017, 6) });
    const later = await enrol('明年起', { from_month: monthOf(2018, 1) });
    const family = await enrol('家属某', { category: '现役军人家属' });
    const first = await enrol('两份登记', { born_on: '1949-01-02' });
    const second = await enrol('两份登记', { born_on: '1949-01-02' });
    await mergePeople(db, reviewer, town, second.personId, first.personId, '同一人');
    const ids = (await list()).map((one) => one.personId);
    expect(ids).toContain(due.personId);
    expect(ids.filter((id) => id === first.personId)).toHaveLength(1);
    for (const other of [ended, later, family, second]) expect(ids).not.toContain(other.personId);
  });

  test('on the day the county set, the township’s own word first', async () => {
    const other = await testTown(db, '341524198000');
    const set = (value: string) =>
      addSetting(db, testContext(keys, '局长', '2016-01-01'), other, confirmUntil, {
        ...{ value, effectiveFrom: day('2016-01-01'), basis: '县通知' },
      });
    expect(await confirmDay(db, other, 2017)).toBe('2017-12-31');
    await set('11-30');
    expect(await confirmDay(db, other, 2017)).toBe('2017-11-30');
    await expect(set('02-30')).rejects.toMatchObject({ code: 'setting_value' });
  });
});

describe('a word on somebody', () => {
  test('is recorded for many at once, and the same again changes nothing', async () => {
    const ids = [(await enrol('集中一')).personId, (await enrol('集中二')).personId];
    expect(await confirm(ids, { byName: '村主任' })).toEqual({ recorded: 2, unchanged: 0, held: 0 });
    expect(await confirm(ids, { byName: '村主任' })).toEqual({ recorded: 0, unchanged: 2, held: 0 });
    expect((await lineOf(ids[0] ?? ''))?.confirmation).toMatchObject({
      way: 'met',
      onDay: '2017-10-20',
      byName: '村主任',
    });
  });

  test('carries its photo', async () => {
    const { personId } = await enrol('有照片');
    await confirm([personId], { way: 'video', paperId: await paper('视频截图') });
    expect((await lineOf(personId))?.confirmation?.papers).toBe(1);
  });

  test('taken back leaves him open again', async () => {
    const { personId } = await enrol('按错了');
    await confirm([personId]);
    await confirm([personId], { way: 'withdrawn' });
    expect((await lineOf(personId))?.confirmation).toBeNull();
    expect(await unconfirmedIn(db, scope, until)).toContain(personId);
  });

  test('that he cannot be reached holds the next payment until somebody sees him', async () => {
    const { personId } = await enrol('找不着');
    expect(await confirm([personId], { way: 'unreachable' })).toMatchObject({ held: 1 });
    expect(await holds(personId)).toEqual([UNREACHABLE]);
    await confirm([personId], { way: 'unreachable', onDay: '2017-10-21' });
    expect(await holds(personId)).toEqual([UNREACHABLE]);
    await confirm([personId], { way: 'video', onDay: '2017-10-25' });
    expect(await holds(personId)).toEqual([]);
  });

  test('that he is dead reports the death, and lets no other word stand beside it', async () => {
    const { personId } = await enrol('已去世');
    const death = { day: '2017-09-03', source: '村报' };
    expect(await confirm([personId], { way: 'dead', death })).toMatchObject({ recorded: 1, held: 1 });
    expect(await holds(personId)).toEqual(['去世待核']);
    await expect(confirm([personId])).rejects.toMatchObject({ code: 'death_reported' });
  });

  test('a death that was a mistake leaves him open, to be seen after all', async () => {
    const { personId } = await enrol('误报某');
    await confirm([personId], { way: 'dead', death: { day: '2017-09-03', source: '村报' } });
    const [change] = await db
      .selectFrom('change_request')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    await rejectChange(db, reviewer, town.countyId, change?.id ?? '', '本人在世');
    expect(await holds(personId)).toEqual([]);
    expect((await lineOf(personId))?.confirmation).toBeNull();
    expect(await confirm([personId])).toMatchObject({ recorded: 1 });
    expect((await lineOf(personId))?.confirmation?.way).toBe('met');
  });

  test.each<[string, Partial<Confirming>, string]>([
    ['a day ahead of today', { onDay: '2017-12-01' }, 'date_order'],
    ['a day before the year', { onDay: '2016-12-31' }, 'date_order'],
    ['a day that does not exist', { onDay: '2017-02-30' }, 'date_invalid'],
    ['a death without its day', { way: 'dead' }, 'death_alone'],
    ['a paper nobody knows', { paperId: '00000000-0000-7000-8000-000000000000' }, 'not_found'],
  ])('%s is refused and leaves nothing behind', async (_what, asked, code) => {
    const { personId } = await enrol('不收某');
    await expect(confirm([personId], asked)).rejects.toMatchObject({ code });
    expect((await lineOf(personId))?.confirmation).toBeNull();
  });

  test('of somebody who is not due is refused', async () => {
    const { personId } = await enrol('不用确认', { category: '其他退役军人' });
    await expect(confirm([personId])).rejects.toMatchObject({ code: 'not_due' });
  });
});

test('the counts agree with the list', async () => {
  const [count] = await countConfirmations(db, scope, until);
  const rows = await list();
  const done = rows.filter(({ confirmation: word }) => word && ['met', 'video', 'kin'].includes(word.way));
  expect(count).toMatchObject({ due: rows.length, done: done.length });
  expect(await unconfirmedIn(db, scope, until)).toHaveProperty('size', rows.length - done.length);
});
