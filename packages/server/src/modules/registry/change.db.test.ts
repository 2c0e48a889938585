import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { askVoid, correctSpell } from './change-correct.ts';
import { acceptChange, rejectChange } from './change-decide.ts';
import { waitingChanges } from './change-list.ts';
import { findPerson } from './person.ts';
import { testRoll } from './testing/roll.ts';
import { registryTimeline } from './timeline.ts';

const { db, keys, clerk, reviewer, town, scope, identity, enter, enrol, paper } = await testRoll();

const person = (id: string) => findPerson(db, keys, scope, id, day('2017-12-31'));
const accept = (id: string | null) => acceptChange(db, reviewer, town.countyId, id ?? '');
const correct = (spellId: string, cells: Parameters<typeof correctSpell>[3]['cells'], version = 1) =>
  correctSpell(db, clerk, town, { spellId, version, cells, reason: '与认定表不符' });

describe('corrections', () => {
  test('a telephone counts at once, an account waits for a second person', async () => {
    const { personId, spellId } = await enrol('周德茂');
    const { changeId } = await correct(spellId, { phone: '19900000001', account: '6217000000000004417' });
    expect(changeId).not.toBeNull();
    const before = await person(personId);
    expect([before?.phone, before?.account]).toEqual(['*******0001', null]);
    await accept(changeId);
    expect((await person(personId))?.account).toMatch(/4417$/);
  });

  test('two open corrections of one right are refused, also when both are asked for at once', async () => {
    const { spellId } = await enrol('沈桂兰');
    const asked = await Promise.allSettled(
      [clerk, reviewer].map((ctx) =>
        db.transaction().execute((tx) =>
          correctSpell(tx, ctx, town, {
            ...{ spellId, version: 1, cells: { from_month: monthOf(2008, 1) }, reason: '认定表' },
          }),
        ),
      ),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'change_waiting' });
  });

  test('nobody confirms what he asked for himself', async () => {
    const { spellId } = await enrol('孙有福');
    const { changeId } = await correct(spellId, { grade: 9 });
    await expect(acceptChange(db, clerk, town.countyId, changeId ?? '')).rejects.toMatchObject({
      code: 'same_person',
    });
  });

  test('in an office of one person he confirms it himself, with the signed paper only', async () => {
    const { personId, spellId } = await enrol('独一人');
    const { changeId } = await correct(spellId, { grade: 9 });
    const alone = { isOnePerson: true };
    const id = changeId ?? '';
    await expect(acceptChange(db, clerk, town.countyId, id, alone)).rejects.toMatchObject({
      code: 'paper_missing',
    });
    await acceptChange(db, clerk, town.countyId, id, { ...alone, paperId: await paper('签批单') });
    expect((await person(personId))?.values.grade?.value).toBe(9);
  });

  test('of two people who decide at once the second is told', async () => {
    const { spellId } = await enrol('同时核');
    const { changeId } = await correct(spellId, { grade: 8 });
    const id = changeId ?? '';
    const decided = await Promise.allSettled([
      db.transaction().execute((tx) => acceptChange(tx, reviewer, town.countyId, id)),
      db.transaction().execute((tx) => rejectChange(tx, reviewer, town.countyId, id, '证不对')),
    ]);
    const refused = decided.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason)).toEqual([expect.objectContaining({ code: 'decided' })]);
  });

  test('the second person sees old and new, and of which right', async () => {
    const { personId, spellId } = await enrol('陈广田');
    await correct(spellId, { from_month: monthOf(2007, 9) });
    const [change] = await waitingChanges(db, reviewer, { ...scope, personIds: [personId] });
    expect(change?.changes).toEqual([
      { field: 'from_month', header: '享受起始年月', before: '2007-08', after: '2007-09' },
    ]);
    expect([change?.mine, change?.right]).toEqual([false, '参战退役人员，2007-08 起']);
  });

  test('somebody else’s change meanwhile is told, not overwritten', async () => {
    const { spellId } = await enrol('吴其昌');
    await correct(spellId, { remark: '甲' });
    await expect(correct(spellId, { remark: '乙' })).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('other facts corrected meanwhile do not stop what waits; the same facts do', async () => {
    const { personId, spellId } = await enrol('钱等核');
    const { changeId } = await correct(spellId, { grade: 7 });
    await correct(spellId, { phone: '19900000002' });
    await accept(changeId);
    expect((await person(personId))?.values.grade?.value).toBe(7);
    const again = await correct(spellId, { phone: null, bank_name: '示范农商行' }, 3);
    await db
      .updateTable('spell')
      .set({ version: 5, bank_name: '另一行' })
      .where('id', '=', spellId)
      .execute();
    await expect(accept(again.changeId)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('a correction that cannot stand beside what is there is refused at the end too', async () => {
    const { spellId } = await enrol('赵顺序');
    const { changeId } = await correct(spellId, { stop_month: monthOf(2009, 1) });
    await db
      .updateTable('spell')
      .set({ from_month: monthOf(2010, 1) })
      .where('id', '=', spellId)
      .execute();
    await expect(accept(changeId)).rejects.toMatchObject({ code: 'cells_invalid' });
  });

  test('sent back, nothing has changed and both reasons stand in the timeline', async () => {
    const { personId, spellId } = await enrol('退回某');
    const { changeId } = await correct(spellId, { grade: 6 });
    await rejectChange(db, reviewer, town.countyId, changeId ?? '', '证上是八级');
    const all = await Promise.all(
      registryTimeline.map((source) => source(db, { ...scope, personIds: [personId] })),
    );
    const changes = all.flat().filter((line) => line.type === '变更');
    expect(changes.map((line) => line.text)).toEqual(['更正　与认定表不符　已退回：证上是八级']);
    expect((await person(personId))?.values.grade).toBeUndefined();
  });

  test('a paper of nowhere proves nothing', async () => {
    const { spellId } = await enrol('无此件');
    const ask = { spellId, version: 1, cells: { grade: 6 }, reason: '换证', paperId: newId() };
    await expect(correctSpell(db, clerk, town, ask)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('name and number belong to the person', () => {
  test('a name corrected in one right is corrected in all', async () => {
    const { personId, spellId, number } = await enrol('李长和');
    await enter('李长和', number, { category: '农村籍退役士兵', from_month: monthOf(2012, 7) });
    await correct(spellId, { name: '李长河' });
    const card = await person(personId);
    expect([card?.name, ...(card?.rights ?? []).map((right) => right.cells.name)]).toEqual([
      '李长河',
      '李长河',
      '李长河',
    ]);
  });

  test('a corrected number counts for the person and all his rights once it is confirmed', async () => {
    const { personId, spellId, number } = await enrol('王改号');
    await enter('王改号', number, { category: '农村籍退役士兵', from_month: monthOf(2012, 7) });
    const other = identity();
    const { changeId } = await correct(spellId, { identity: other });
    await accept(changeId);
    const card = await person(personId);
    const tails = [card?.identity, ...(card?.rights ?? []).map((right) => right.cells.identity)];
    expect(tails.map((masked) => String(masked).slice(-4))).toEqual(Array(3).fill(other.slice(-4)));
    const hash = keys.fingerprint(other);
    const held = await db.selectFrom('person').select('id').where('identity_hash', '=', hash).execute();
    expect(held).toEqual([{ id: personId }]);
  });

  test('a number that is another person’s is refused beside its field', async () => {
    const { number } = await enrol('先有号');
    const { spellId } = await enrol('后来人');
    await expect(correct(spellId, { identity: number })).rejects.toMatchObject({
      code: 'cells_invalid',
      details: { problems: [{ field: 'identity', code: 'identity_taken' }] },
    });
  });
});

describe('where a value comes from', () => {
  test('a corrected value names who, when and why; the others keep the row they were entered with', async () => {
    const { personId, spellId } = await enrol('来处某', { phone: '19900000009' });
    await correct(spellId, { phone: '19900000008' });
    const [right] = (await person(personId))?.rights ?? [];
    expect(right?.origins.phone?.correction).toMatchObject({ by: '王某', reason: '与认定表不符' });
    expect(right?.origins.category?.correction).toMatchObject({ by: '王某', reason: null });
  });
});

describe('a right entered wrongly', () => {
  test('is made void by two people, and leaves the person where he is', async () => {
    const { personId, spellId } = await enrol('录错人');
    const changeId = await askVoid(db, clerk, town, { spellId, version: 1, reason: '录到了别人名下' });
    expect((await person(personId))?.rights.length).toBe(1);
    await accept(changeId);
    expect((await person(personId))?.rights).toEqual([]);
  });
});
