import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { acceptChange, proveChange, rejectChange } from './change-decide.ts';
import { reportEvent } from './change-event.ts';
import { mergePeople } from './merge.ts';
import { findPerson } from './person.ts';
import { openHolds } from './queries.ts';
import { testRoll } from './testing/roll.ts';
import { registryTimeline } from './timeline.ts';

const { db, keys, clerk, reviewer, town, scope, enter, enrol, paper } = await testRoll();
const death = { type: 'death', day: '2017-08-14', source: '村报' } as const;
const move = { type: 'move', day: '2017-08-14', source: '家属' } as const;

const person = (id: string, asOf = '2017-09-30') => findPerson(db, keys, scope, id, day(asOf));
const report = (id: string, event: Parameters<typeof reportEvent>[4]) =>
  reportEvent(db, clerk, town, id, event);
const accept = (id: string, paperId?: string) => acceptChange(db, reviewer, town.countyId, id, { paperId });
const holds = async (id: string) => (await openHolds(db, town.countyId, [id])).map((hold) => hold.reason);
const lines = async (id: string) =>
  (await Promise.all(registryTimeline.map((source) => source(db, { ...scope, personIds: [id] })))).flat();

describe('a reported death', () => {
  test('holds at once, needs a paper, and ends the right with the month of death', async () => {
    const { personId, spellId } = await enrol('彭立本');
    const { changeId } = await report(personId, death);
    expect(await holds(personId)).toEqual(['去世待核']);
    await expect(accept(changeId)).rejects.toMatchObject({ code: 'paper_missing' });
    await expect(accept(changeId, newId())).rejects.toMatchObject({ code: 'not_found' });
    await accept(changeId, await paper());
    const card = await person(personId);
    expect([card?.diedOn, card?.rights[0]?.inForce, card?.rights[0]?.spellId]).toEqual([
      '2017-08-14',
      false,
      spellId,
    ]);
    expect(await holds(personId)).toEqual([]);
    expect((await lines(personId)).filter((line) => line.type === '材料').map((line) => line.text)).toEqual([
      '死亡证明',
    ]);
  });

  test('a proof brought later hangs on the report until it is confirmed', async () => {
    const { personId } = await enrol('后补证');
    const { changeId } = await report(personId, death);
    await proveChange(db, clerk, town.countyId, changeId, await paper('火化证'));
    expect((await openHolds(db, town.countyId, [personId]))[0]?.hasPaper).toBe(true);
    await accept(changeId);
    expect((await person(personId))?.diedOn).toBe('2017-08-14');
  });

  test('a mistake frees what was held and leaves both lines in the timeline', async () => {
    const { personId } = await enrol('罗先林');
    const { changeId } = await report(personId, death);
    await rejectChange(db, reviewer, town.countyId, changeId, '本人在世');
    expect(await holds(personId)).toEqual([]);
    expect((await lines(personId)).filter((line) => line.type === '变更').map((line) => line.text)).toEqual([
      '去世；村报　误报已恢复：本人在世',
    ]);
  });

  test('is told once, however many rights end with it', async () => {
    const { personId, number } = await enrol('两项待遇');
    await enter('两项待遇', number, { category: '农村籍退役士兵', from_month: monthOf(2012, 7) });
    await accept((await report(personId, { ...death, paperId: await paper() })).changeId);
    const card = await person(personId);
    expect(card?.rights.map((right) => right.inForce)).toEqual([false, false]);
    expect((await lines(personId)).filter((line) => line.text.startsWith('去世')).length).toBe(2);
  });

  test('ends the rights of merged registrations too', async () => {
    const first = await enrol('并后去世', { born_on: '1949-01-02' });
    const second = await enrol('并后去世', { born_on: '1949-01-02' });
    await mergePeople(db, reviewer, town, second.personId, first.personId, '同一人');
    await expect(report(second.personId, death)).rejects.toMatchObject({ code: 'merged' });
    await accept((await report(first.personId, { ...death, paperId: await paper() })).changeId);
    expect((await person(second.personId))?.diedOn).toBe('2017-08-14');
  });

  test('reported twice is refused while it waits and after it is confirmed', async () => {
    const { personId } = await enrol('报两次');
    const { changeId } = await report(personId, { ...death, paperId: await paper() });
    await expect(report(personId, death)).rejects.toMatchObject({ code: 'change_waiting' });
    await accept(changeId);
    await expect(report(personId, { ...death, day: '2017-08-15' })).rejects.toMatchObject({
      code: 'already_dead',
      message: expect.stringContaining('2017-08-14'),
    });
  });

  test.each([
    ['a day after today', '2018-01-01', 'date_order'],
    ['a day before birth', '1940-01-01', 'date_order'],
    ['a day that does not exist', '2017-02-30', 'date_invalid'],
  ])('%s is refused', async (_what, when, code) => {
    const { personId } = await enrol('方世才');
    await expect(report(personId, { ...death, day: when })).rejects.toMatchObject({ code });
  });
});

describe('a move or a stop', () => {
  test('ends what runs with the next month and leaves alone what had ended', async () => {
    const { personId, spellId, number } = await enrol('迁出某', { stop_month: monthOf(2010, 5) });
    await enter('迁出某', number, { category: '农村籍退役士兵', from_month: monthOf(2012, 7) });
    await accept((await report(personId, { ...move, paperId: await paper('迁移证') })).changeId);
    const rights = (await person(personId))?.rights ?? [];
    expect(rights.map((right) => [right.spellId === spellId, right.cells.stop_month])).toEqual([
      [true, '2010-05'],
      [false, '2017-09'],
    ]);
  });

  test('of somebody with nothing left to stop is refused', async () => {
    const { personId } = await enrol('早停某', { stop_month: monthOf(2010, 5) });
    await expect(report(personId, move)).rejects.toMatchObject({ code: 'already_ended' });
  });
});
