import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { testTown } from '../../testing/index.ts';
import { correctSpell } from './change-correct.ts';
import { suspectedCount, suspectedPairs } from './duplicates.ts';
import { keepApart, mergePeople, mergesIn, undoMerge } from './merge.ts';
import { findPerson } from './person.ts';
import { testRoll } from './testing/roll.ts';

const { db, keys, clerk, reviewer, town, scope, enrol } = await testRoll();

const pairsOf = async (name: string) =>
  (await suspectedPairs(db, keys, scope)).filter((pair) => pair.left.name === name);
const twins = async (name: string, born = '1950-01-02') =>
  [await enrol(name, { born_on: born }), await enrol(name, { born_on: born })] as const;
const merge = (from: string, into: string) => mergePeople(db, reviewer, town, from, into, '同一人，两张证');

test('the same name and birthday is suspected; merging joins the rights and can be taken back', async () => {
  const [first, second] = await twins('程家明');
  expect((await pairsOf('程家明')).map((pair) => pair.why)).toEqual(['姓名和出生日期相同']);
  const aliasId = await merge(second.personId, first.personId);
  const merged = await findPerson(db, keys, scope, first.personId, day('2017-12-31'));
  expect(merged?.rights.map((right) => right.spellId).sort()).toEqual([first.spellId, second.spellId].sort());
  expect(await findPerson(db, keys, scope, second.personId, day('2017-12-31'))).toMatchObject({
    mergedInto: { id: first.personId, name: '程家明' },
  });
  expect(await pairsOf('程家明')).toEqual([]);
  expect((await mergesIn(db, keys, scope)).map(({ id, from }) => [id, from.id])).toEqual([
    [aliasId, second.personId],
  ]);
  await undoMerge(db, reviewer, town, aliasId);
  expect((await pairsOf('程家明')).length).toBe(1);
  expect(await mergesIn(db, keys, scope)).toEqual([]);
});

test('the same name and account is suspected whatever the birthday', async () => {
  const account = '6217000000000000123';
  await enrol('账号同', { born_on: '1951-03-04', account });
  await enrol('账号同', { born_on: '1961-03-04', account });
  expect((await pairsOf('账号同')).map((pair) => pair.why)).toEqual(['姓名和银行账号相同']);
});

test('the tab counts what the list shows, and counts anew after a verdict', async () => {
  const [first, second] = await twins('数一数', '1952-05-06');
  const before = await suspectedCount(db, scope);
  expect(before).toBe((await suspectedPairs(db, keys, scope)).length);
  await keepApart(db, clerk, town, first.personId, second.personId, '两人都见过');
  expect(await suspectedCount(db, scope)).toBe(before - 1);
});

test('a pair judged to be two people is not shown again', async () => {
  const [one, other] = await twins('丁善成', '1951-02-03');
  await keepApart(db, clerk, town, one.personId, other.personId, '同名同日，两人都见过');
  expect(await pairsOf('丁善成')).toEqual([]);
});

test('a person already merged is not merged again, also when two people do it at once', async () => {
  const [a, b] = await twins('马远山');
  const both = await Promise.allSettled(
    [clerk, reviewer].map((ctx) =>
      db.transaction().execute((tx) => mergePeople(tx, ctx, town, b.personId, a.personId, '同一人')),
    ),
  );
  expect(both.filter((one) => one.status === 'rejected').map((one) => one.reason)).toEqual([
    expect.objectContaining({ code: 'already_merged' }),
  ]);
});

test('a registration with a change that waits is not merged away under it', async () => {
  const [first, second] = await twins('等核再并');
  const ask = { spellId: second.spellId, version: 1, cells: { grade: 8 }, reason: '换证' };
  await correctSpell(db, clerk, town, ask);
  await expect(merge(second.personId, first.personId)).rejects.toMatchObject({ code: 'change_waiting' });
});

test('another township takes back no merge of this one', async () => {
  const [first, second] = await twins('别处撤');
  const aliasId = await merge(second.personId, first.personId);
  const other = await testTown(db, '341524198000');
  await expect(undoMerge(db, reviewer, other, aliasId)).rejects.toMatchObject({ code: 'not_found' });
});
