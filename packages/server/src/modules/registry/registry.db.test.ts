import { day, identityCheckDigit, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { insertRecord, restoreRecord, voidRecord } from '../../platform/records/write.ts';
import { testTown } from '../../testing/index.ts';
import { lastVisit } from '../care/index.ts';
import { paidThrough } from '../disbursement/index.ts';
import { villageKind } from '../divisions/index.ts';
import { correctSpell } from './change-correct.ts';
import { acceptChange } from './change-decide.ts';
import { listPeople, type PeopleQuery } from './list.ts';
import { positionOf } from './queries.ts';
import { spellKind } from './sheets.ts';
import { testRoll } from './testing/roll.ts';

const { db, keys, clerk, reviewer, town, scope, enrol } = await testRoll();
const columns = { paidThrough, lastVisit };

const query = (more: Partial<PeopleQuery> = {}): PeopleQuery => ({
  ...scope,
  asOf: day('2017-12-31'),
  tab: 'all',
  offset: 0,
  limit: 50,
  ...more,
});
const names = async (more: Partial<PeopleQuery>) =>
  (await listPeople(db, keys, query(more), columns)).rows.map((one) => one.name);

describe('finding people', () => {
  beforeAll(async () => {
    await enrol('李长河');
    await enrol('曾广田', { category: '带病回乡退伍军人' });
    await enrol('单家军属', { category: '现役军人家属' });
  });

  test('by a part of the name, by initials with the surname’s own reading, by the whole pinyin', async () => {
    expect(await names({ q: '长河' })).toEqual(['李长河']);
    expect(await names({ q: 'zgt' })).toEqual(['曾广田']);
    expect(await names({ q: 'LICHANG' })).toEqual(['李长河']);
  });

  test('by the whole number and by its last four, which are nowhere stored in clear', async () => {
    const { number } = await enrol('何守义');
    expect(await names({ q: number })).toEqual(['何守义']);
    expect(await names({ q: number.slice(-4) })).toContain('何守义');
    const stored = await sql<{ t: string }>`select p::text as t from person p where name = '何守义'`.execute(
      db,
    );
    expect(stored.rows[0]?.t).not.toContain(number.slice(-8));
  });

  test('by the last four of a corrected number, and no more by those of the wrong one', async () => {
    const { spellId, number } = await enrol('何更正');
    expect(await names({ q: number.slice(-4) })).toContain('何更正');
    const first17 = `${number.slice(0, 14)}987`;
    const right = first17 + identityCheckDigit(first17);
    const ask = { spellId, version: 1, cells: { identity: right }, reason: '录错一位' };
    const { changeId } = await correctSpell(db, clerk, town, ask);
    await acceptChange(db, reviewer, town.countyId, changeId ?? '');
    expect(await names({ q: right.slice(-4) })).toContain('何更正');
    expect(await names({ q: number.slice(-4) })).not.toContain('何更正');
  });

  test('a number shows masked', async () => {
    const [one] = (await listPeople(db, keys, query({ q: '李长河' }), columns)).rows;
    expect(one?.identity).toMatch(/^341524\*{8}\d{3}[\dX]$/);
  });

  test('tabs part those on a regular payment from families and those who stopped', async () => {
    await enrol('汪停发', { stop_month: monthOf(2016, 5) });
    const { counts } = await listPeople(db, keys, query(), columns);
    expect(counts.all).toBe(counts.key + counts.family + counts.other + counts.stopped);
    expect(await names({ tab: 'family' })).toEqual(['单家军属']);
    expect(await names({ tab: 'stopped' })).toEqual(['汪停发']);
  });

  test('the month of death is the last one in force', async () => {
    await enrol('张去世', { died_on: '2017-08-14' });
    expect(await names({ tab: 'key', q: '张去世', asOf: day('2017-08-31') })).toEqual(['张去世']);
    expect(await names({ tab: 'key', q: '张去世', asOf: day('2017-09-01') })).toEqual([]);
  });

  test('another township’s people are not found', async () => {
    const other = await testTown(db, '341524198000');
    expect(await names({ divisionIds: [other.divisionId] })).toEqual([]);
  });
});

describe('one after the other', () => {
  test('going from person to person meets everybody once, village by village', async () => {
    const own = await testTown(db, '341524197000');
    const place = { countyId: own.countyId, divisionIds: [own.divisionId] };
    const other = await insertRecord(db, clerk, villageKind, own, { name: '石门村', code: null });
    for (const name of ['丙某', '甲某', '乙某', '甲某'])
      await enrol(name, { village_id: name === '乙某' ? other : own.villageId, born_on: '1950-01-01' }, own);
    const all = await listPeople(db, keys, query(place), columns);
    const asked = { ...query(place), divisionId: own.divisionId };
    const walked: string[] = [];
    for (let id: string | null = all.rows[0]?.id ?? null; id !== null; ) {
      const at: Awaited<ReturnType<typeof positionOf>> = await positionOf(db, keys, asked, columns, id);
      expect([at.position, at.count, at.previous]).toEqual([walked.length + 1, 4, walked.at(-1) ?? null]);
      walked.push(id);
      id = at.next;
    }
    expect(walked).toEqual(all.rows.map((row) => row.id));
  });
});

describe('void and back', () => {
  test('a void right leaves every list and comes back whole', async () => {
    const { spellId } = await enrol('郑秀英', { category: '病故军人遗属' });
    const at = { countyId: town.countyId, id: spellId };
    await voidRecord(db, clerk, spellKind, at, 1, '录重了');
    expect(await names({ tab: 'key', q: '郑秀英' })).toEqual([]);
    await restoreRecord(db, spellKind, at);
    expect(await names({ tab: 'key', q: '郑秀英' })).toEqual(['郑秀英']);
  });
});
