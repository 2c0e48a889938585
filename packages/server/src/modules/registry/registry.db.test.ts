import { day, identityCheckDigit, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Db, openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { insertRecord, restoreRecord, voidRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { lastVisit } from '../care/index.ts';
import { paidThrough } from '../disbursement/index.ts';
import { villageKind } from '../divisions/index.ts';
import { acceptChange, correctSpell, rejectChange, reportEvent } from './changes.ts';
import { keepApart, mergePeople, suspectedPairs, undoMerge } from './duplicates.ts';
import { listPeople, type PeopleQuery } from './list.ts';
import { findPerson } from './person.ts';
import { projectPerson } from './project.ts';
import { positionOf, waitingChanges } from './queries.ts';
import { spellKind } from './sheets.ts';
import { registryTimeline } from './timeline.ts';

const { pool, keys } = await testDatabase();
const db: Db = openKysely(pool);
const clerk = testContext(keys, '王某');
const reviewer = testContext(keys, '赵某');
const columns = { paidThrough, lastVisit };
let town: TestTown;
let serial = 0;

beforeAll(async () => {
  town = await testTown(db);
});

function identity(born: string): string {
  const first17 = `341524${born.replaceAll('-', '')}${String(++serial).padStart(3, '0')}`;
  return first17 + identityCheckDigit(first17);
}

async function enrol(name: string, cells: Cells = {}, at: TestTown = town) {
  const born = String(cells.born_on ?? '1946-03-15');
  const number = identity(born);
  const personId = newId();
  await db
    .insertInto('person')
    .values({
      county_id: at.countyId,
      id: personId,
      division_id: at.divisionId,
      identity_sealed: keys.seal(number),
      identity_hash: keys.fingerprint(number),
      name,
      recorded_at: new Date().toISOString(),
      recorded_by: '王某',
    })
    .execute();
  const full = {
    name,
    identity: number,
    born_on: born,
    village_id: at.villageId,
    category: '参战退役人员',
    from_month: monthOf(2007, 8),
    ...cells,
  };
  const spellId = await insertRecord(db, clerk, spellKind, at, full, {
    person_id: personId,
    person_link: 'identity',
  });
  await projectPerson(db, at.countyId, personId);
  return { personId, spellId, number };
}

const scope = () => ({ countyId: town.countyId, divisionIds: [town.divisionId] });
const query = (more: Partial<PeopleQuery> = {}): PeopleQuery => ({
  ...scope(),
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

describe('corrections', () => {
  test('a telephone counts at once, an account waits for a second person', async () => {
    const { personId, spellId } = await enrol('周德茂');
    const cells = { phone: '19900000001', account: '6217000000000004417' };
    const { changeId } = await correctSpell(db, clerk, town, {
      spellId,
      version: 1,
      cells,
      reason: '本人来换卡',
    });
    expect(changeId).not.toBeNull();
    const before = await findPerson(db, keys, scope(), personId, day('2017-12-31'));
    expect([before?.phone, before?.account]).toEqual(['*******0001', null]);
    await acceptChange(db, reviewer, town.countyId, changeId ?? '');
    const after = await findPerson(db, keys, scope(), personId, day('2017-12-31'));
    expect(after?.account).toMatch(/4417$/);
  });

  test('two open corrections of one right are refused', async () => {
    const { spellId } = await enrol('沈桂兰');
    const ask = { spellId, version: 1, cells: { from_month: monthOf(2008, 1) }, reason: '认定表' };
    await correctSpell(db, clerk, town, ask);
    await expect(correctSpell(db, reviewer, town, ask)).rejects.toMatchObject({ code: 'change_waiting' });
  });

  test('nobody confirms what he asked for himself', async () => {
    const { spellId } = await enrol('孙有福');
    const { changeId } = await correctSpell(db, clerk, town, {
      spellId,
      version: 1,
      cells: { grade: 9 },
      reason: '换证',
    });
    await expect(acceptChange(db, clerk, town.countyId, changeId ?? '')).rejects.toMatchObject({
      code: 'same_person',
    });
  });

  test('the second person sees old and new', async () => {
    const { personId, spellId } = await enrol('陈广田');
    await correctSpell(db, clerk, town, {
      spellId,
      version: 1,
      cells: { from_month: monthOf(2007, 9) },
      reason: '认定表',
    });
    const [change] = await waitingChanges(db, { ...scope(), personId }, reviewer);
    expect(change?.changes).toEqual([
      { field: 'from_month', header: '享受起始年月', before: '2007-08', after: '2007-09' },
    ]);
    expect(change?.mine).toBe(false);
  });

  test('somebody else’s change meanwhile is told, not overwritten', async () => {
    const { spellId } = await enrol('吴其昌');
    await correctSpell(db, clerk, town, { spellId, version: 1, cells: { remark: '甲' }, reason: '补记' });
    const late = correctSpell(db, reviewer, town, {
      spellId,
      version: 1,
      cells: { remark: '乙' },
      reason: '补记',
    });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });
});

describe('a reported death', () => {
  const report = { type: 'death', day: '2017-08-14', source: '村报' } as const;

  test('holds at once, needs a paper, and ends the right with the month of death', async () => {
    const { personId, spellId } = await enrol('彭立本');
    const { changeId } = await reportEvent(db, clerk, town, personId, report);
    expect(await names({ state: '缓发' })).toContain('彭立本');
    await expect(acceptChange(db, reviewer, town.countyId, changeId)).rejects.toMatchObject({
      code: 'paper_missing',
    });
    await acceptChange(db, reviewer, town.countyId, changeId, newId());
    const person = await findPerson(db, keys, scope(), personId, day('2017-09-30'));
    expect([person?.diedOn, person?.rights[0]?.inForce, person?.rights[0]?.spellId]).toEqual([
      '2017-08-14',
      false,
      spellId,
    ]);
    expect(await names({ state: '缓发' })).not.toContain('彭立本');
  });

  test('a mistake frees what was held and leaves both lines in the timeline', async () => {
    const { personId } = await enrol('罗先林');
    const { changeId } = await reportEvent(db, clerk, town, personId, report);
    await rejectChange(db, reviewer, town.countyId, changeId, '误报，本人在世');
    expect(await names({ state: '缓发' })).not.toContain('罗先林');
    const lines = (
      await Promise.all(registryTimeline.map((source) => source(db, { ...scope(), personIds: [personId] })))
    ).flat();
    expect(lines.filter((line) => line.type === '变更').map((line) => line.text)).toEqual([
      expect.stringContaining('误报已恢复'),
    ]);
  });

  test.each([
    ['a day after today', '2018-01-01', 'date_order'],
    ['a day before birth', '1940-01-01', 'date_order'],
    ['a day that does not exist', '2017-02-30', 'date_invalid'],
  ])('%s is refused', async (_what, when, code) => {
    const { personId } = await enrol('方世才');
    await expect(reportEvent(db, clerk, town, personId, { ...report, day: when })).rejects.toMatchObject({
      code,
    });
  });
});

describe('one person under two numbers', () => {
  test('the same name and birthday is suspected; merging joins the rights and can be undone', async () => {
    const first = await enrol('程家明', { born_on: '1950-01-02' });
    const second = await enrol('程家明', { born_on: '1950-01-02', category: '农村籍退役士兵' });
    const pairs = (await suspectedPairs(db, keys, town.countyId, [town.divisionId])).filter(
      (pair) => pair.left.name === '程家明',
    );
    expect(pairs.map((pair) => pair.why)).toEqual(['姓名和出生日期相同']);
    const aliasId = await mergePeople(db, reviewer, town, second.personId, first.personId, '同一人，两张证');
    const merged = await findPerson(db, keys, scope(), first.personId, day('2017-12-31'));
    expect(merged?.rights.map((right) => right.spellId).sort()).toEqual(
      [first.spellId, second.spellId].sort(),
    );
    expect((await names({ q: '程家明' })).length).toBe(1);
    await undoMerge(db, reviewer, town, aliasId);
    expect((await names({ q: '程家明' })).length).toBe(2);
  });

  test('a pair judged to be two people is not shown again', async () => {
    const one = await enrol('丁善成', { born_on: '1951-02-03' });
    const other = await enrol('丁善成', { born_on: '1951-02-03' });
    await keepApart(db, clerk, town, one.personId, other.personId, '同名同日，两人都见过');
    const pairs = await suspectedPairs(db, keys, town.countyId, [town.divisionId]);
    expect(pairs.filter((pair) => pair.left.name === '丁善成')).toEqual([]);
  });

  test('a person already merged is not merged again', async () => {
    const [a, b, c] = [await enrol('马远山'), await enrol('马远山'), await enrol('马远山')];
    await mergePeople(db, reviewer, town, b.personId, a.personId, '同一人');
    await expect(mergePeople(db, reviewer, town, b.personId, c.personId, '同一人')).rejects.toMatchObject({
      code: 'already_merged',
    });
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
