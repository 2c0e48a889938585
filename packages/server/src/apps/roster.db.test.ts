import { type Day, day, type IdentityNumber, monthOf } from '@shuangyong/values';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import {
  compareRoster,
  decide,
  judgeLikeness,
  type RosterKind,
  type RosterRow,
  runChecks,
  SCREEN_ONLY,
  showRoster,
  testLines,
  verdictsOf,
  voidRoster,
} from '../modules/checks/index.ts';
import { projectPerson } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { lawOf } from '../modules/standards/index.ts';
import { testContext, testTown } from '../testing/index.ts';

const { db, keys, town: first, enrol: enrolAt, identity } = await testRoll();
const clerk = testContext(keys, '王某', '2018-03-05');
let codes = 341_524_200_000;
let town = first;
let place = { countyId: first.countyId, divisionId: first.divisionId, divisionIds: [first.divisionId] };

async function settle(code: number): Promise<void> {
  town = await testTown(db, String(code));
  place = { countyId: town.countyId, divisionId: town.divisionId, divisionIds: [town.divisionId] };
}

beforeEach(() => {
  codes += 1_000;
  return settle(codes);
});

const enrol = (name: string, cells = {}) => enrolAt(name, cells, town);

/** Months paid as 发放记录 has them, 505.00 each. */
async function paid(personId: string, from: number, to: number, year = 2018): Promise<void> {
  for (let at = from; at <= to; at += 1) {
    const [id, month] = [newId(), monthOf(year, at)];
    await db
      .insertInto('paid_line')
      .values({
        ...{ county_id: town.countyId, id, division_id: town.divisionId, name: '某', item: '抚恤补助' },
        ...{ from_month: month, to_month: month, amount_fen: 50_500, paid_on: `${year}-0${at}-20` },
        ...{ person_id: personId, row_key: Buffer.from(id), origin: 'import', recorded_by: '王某' },
        recorded_at: new Date().toISOString(),
      })
      .execute();
  }
}

let at = 1;
const row = (
  name: string,
  number: string | null,
  onDay: string | null,
  bornOn = '1946-03-15',
): RosterRow => ({
  ...{ sheet: '名单', row: ++at, name, identity: number as IdentityNumber | null, bornOn: day(bornOn) },
  onDay: onDay as Day | null,
});

const inTx = <T>(work: (tx: typeof db) => Promise<T>) => db.transaction().execute(work);

function compare(kind: RosterKind, rows: readonly RosterRow[], of: typeof place = place) {
  const file = { fileName: '名册.xlsx', sha256: 'ab'.repeat(32), rowCount: rows.length, refused: 0 };
  return inTx((tx) => compareRoster(tx, clerk, of, { kind, ...file, rows }));
}

async function check(today = '2018-06-01', year = 2018) {
  return inTx(async (tx) => {
    const law = await lawOf(tx, town);
    return runChecks(tx, keys, { ...place, law }, { first: year, last: year, today });
  });
}

/** What the lists show, apart from what payments alone do. */
const LISTED = ['listed_dead', 'not_suspended', 'pension_beside'];
const told = async (today?: string, year?: number) =>
  (await check(today, year)).findings
    .filter(({ code }) => LISTED.includes(code))
    .map(({ code, person, from, to, actualFen }) => [code, person.name, from, to, actualFen]);

test('a list of deaths: who has the number, who is alike, and of strangers only how many', async () => {
  const dead = await enrol('安某');
  await paid(dead.personId, 1, 3);
  await enrol('白某');
  const stranger = identity('1950-05-05');
  const id = await compare('火化', [
    row('安某', dead.number, '2018-01-20'),
    row('白某', null, '2018-02-02'),
    row('某外人', stranger, '2018-02-03', '1950-05-05'),
  ]);
  const { roster, hits } = await showRoster(db, clerk, place, id);
  expect(roster).toMatchObject({ kind: '火化', rows: 3, same: 1, like: 1, absent: 1, day: '2018-03-05' });
  expect(hits).toMatchObject([
    {
      ...{ name: '安某', likeness: 'same', onDay: '2018-01-20', state: '在发', act: 'death' },
      ...{ paidThrough: '2018-03', since: { months: 2, fen: 101_000 }, diedOn: null },
      idMasked: expect.stringMatching(/^341524\*+\d{3}[\dX]$/),
    },
    { name: '白某', likeness: 'like', since: { months: 0, fen: 0 }, verdict: null },
  ]);
  const kept = JSON.stringify([
    await db.selectFrom('roster').selectAll().where('id', '=', id).execute(),
    await db.selectFrom('roster_hit').selectAll().where('roster_id', '=', id).execute(),
    await db.selectFrom('audit_event').selectAll().where('record_id', '=', id).execute(),
  ]);
  for (const one of [stranger, '某外人', dead.number, '安某']) expect(kept).not.toContain(one);
  await expect(db.deleteFrom('roster_hit').execute()).rejects.toThrow(/permission denied/);
});

test('a death that the list knows and the roll does not is found, and goes when it is registered', async () => {
  const dead = await enrol('安某');
  await paid(dead.personId, 1, 3);
  const moved = await enrol('迁走', { stop_month: monthOf(2017, 5), stop_reason: '迁出' });
  await compare('户籍注销', [
    row('安某', dead.number, '2018-01-20'),
    row('迁走', moved.number, '2018-01-21'),
  ]);
  expect(await told()).toEqual([['listed_dead', '安某', '2018-02', '2018-06', 101_000]]);
  expect(await told('2017-12-31', 2017)).toEqual([]);
  await db.updateTable('spell').set({ died_on: '2018-01-20' }).where('id', '=', dead.spellId).execute();
  await projectPerson(db, town.countyId, dead.personId);
  expect(await told()).toEqual([]);
  expect((await check()).findings.map(({ code }) => code)).toContain('paid_after_death');
});

test('nothing rests on a likeness until somebody says with a reason that they are one; the last word counts', async () => {
  const person = await enrol('安某');
  await paid(person.personId, 1, 3);
  const id = await compare('火化', [row('安某', null, '2018-01-20')]);
  expect(await told()).toEqual([]);
  const judge = (verdict: 'confirmed' | 'dismissed', reason: string) =>
    inTx((tx) => judgeLikeness(tx, clerk, place, id, { personId: person.personId, verdict, reason }));
  await expect(judge('confirmed', ' ')).rejects.toMatchObject({ code: 'reason_empty' });
  await judge('confirmed', '看了户口本');
  expect((await told()).map(([code]) => code)).toEqual(['listed_dead']);
  await judge('dismissed', '问了本人，重名');
  expect(await told()).toEqual([]);
  const { hits } = await showRoster(db, clerk, place, id);
  expect(hits[0]?.verdict).toMatchObject({ verdict: 'dismissed', reason: '问了本人，重名', by: '王某' });
  const sure = await enrol('白某');
  const other = await compare('火化', [row('白某', sure.number, null)]);
  const about = { personId: sure.personId, verdict: 'dismissed', reason: '不是' } as const;
  await expect(inTx((tx) => judgeLikeness(tx, clerk, place, other, about))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('of lists of sentences the newest counts; one taken back counts no more, and is taken back once', async () => {
  const person = await enrol('安某');
  await paid(person.personId, 1, 4);
  await compare('服刑', [row('安某', person.number, '2018-02-10')]);
  expect(await told()).toEqual([['not_suspended', '安某', '2018-03', '2018-06', 101_000]]);
  const newer = await compare('服刑', [row('某外人', identity(), '2018-03-01')]);
  expect(await told()).toEqual([]);
  await inTx((tx) => voidRoster(tx, clerk, place, newer, '拖错了'));
  expect((await told()).length).toBe(1);
  await expect(inTx((tx) => voidRoster(tx, clerk, place, newer, '再来'))).rejects.toMatchObject({
    code: 'voided',
  });
  await db
    .updateTable('spell')
    .set({ stop_month: monthOf(2018, 3) })
    .where('id', '=', person.spellId)
    .execute();
  expect(await told()).toEqual([]);
});

test('beside a pension only the right is asked about that excludes it; a verdict stays when the next month is paid', async () => {
  const rural = {
    category: '农村籍退役士兵',
    service_years: '4',
    residence: '农村',
    from_month: monthOf(2015, 1),
  };
  const soldier = await enrol('安某', rural);
  const fought = await enrol('白某');
  await paid(soldier.personId, 1, 3);
  const list = await compare('养老金', [
    row('安某', soldier.number, '2017-12-05'),
    row('白某', fought.number, '2017-12-05'),
  ]);
  const { hits } = await showRoster(db, clerk, place, list);
  expect(hits.map(({ name, act }) => [name, act])).toEqual([
    ['安某', 'stop'],
    ['白某', null],
  ]);
  const own = async () =>
    (await check()).findings
      .filter(({ code }) => code === 'pension_beside')
      .map(({ key, person }) => [key, person.name]);
  const [[key = ''] = []] = await own();
  expect((await own()).map(([, name]) => name)).toEqual(['安某']);
  const verdict = { key, code: 'pension_beside', year: 2018, personId: soldier.personId } as const;
  await inTx((tx) =>
    decide(tx, clerk, place, { ...verdict, verdict: 'dismissed', reason: '领的是居民养老金' }),
  );
  await paid(soldier.personId, 4, 4);
  const lines = testLines(
    await check(),
    await verdictsOf(
      db,
      town.countyId,
      (await own()).map(([one]) => one ?? ''),
    ),
  );
  expect(lines.find(({ code }) => code === 'pension_beside')).toMatchObject({
    hits: 1,
    waiting: 0,
    dismissed: 1,
  });
});

test('a list that the county held against all its townships counts in each; a township cannot take it back', async () => {
  const person = await enrol('安某');
  await paid(person.personId, 1, 3);
  const county = await db
    .selectFrom('division')
    .select('id')
    .where('county_id', '=', town.countyId)
    .where('level', '=', 'county')
    .executeTakeFirstOrThrow();
  codes += 1_000;
  const other = await testTown(db, String(codes));
  const neighbour = await enrolAt('邻镇', {}, other);
  const rows = [row('安某', person.number, '2018-01-20'), row('邻镇', neighbour.number, '2018-01-21')];
  const all = {
    countyId: town.countyId,
    divisionId: county.id,
    divisionIds: [town.divisionId, other.divisionId],
  };
  const id = await compare('火化', rows, all);
  expect((await told()).map(([, name]) => name)).toEqual(['安某']);
  const { roster, hits } = await showRoster(db, clerk, place, id);
  expect([roster.same, roster.isOwn, hits.map(({ name }) => name)]).toEqual([1, false, ['安某']]);
  await expect(inTx((tx) => voidRoster(tx, clerk, place, id, '不该'))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('without a list its tests say so, and a workbook alone shows on the command line nothing beyond its contract', async () => {
  // Of another county: the lists of this one count in each of its townships.
  await settle(341_525_200_000);
  const veteran = { category: '其他退役军人', residence: '农村', enlisted_on: '1975-12-01' };
  await enrol('到龄', { ...veteran, born_on: '1956-04-02' });
  await enrol('城镇', { ...veteran, residence: '城镇', born_on: '1956-04-02' });
  await enrol('不到', { ...veteran, born_on: '1959-04-02' });
  const fund = (entry_type: string, amount_fen: number) => {
    const id = newId();
    return db
      .insertInto('fund_entry')
      .values({
        ...{
          county_id: town.countyId,
          id,
          division_id: town.divisionId,
          entered_on: '2018-01-05',
          entry_type,
        },
        ...{ purpose: '双拥', amount_fen, row_key: Buffer.from(id), origin: 'import', recorded_by: '王某' },
        recorded_at: new Date().toISOString(),
      })
      .execute();
  };
  await fund('预算', 100_000);
  await fund('支出', 120_000);
  const answer = await check();
  expect(answer.findings.map(({ code, person, reason }) => [code, person.name, reason])).toEqual([
    ['sixty_unregistered', '到龄', expect.stringMatching(/^2016-04-02 满 60 岁/)],
    ['over_budget', '双拥经费', '2018 年双拥经费 1,000.00 元，已支出 1,200.00 元，超 200.00 元。'],
  ]);
  expect(answer.findings.filter(({ code }) => !SCREEN_ONLY.has(code))).toEqual([]);
  const said = new Map(
    testLines(answer, new Map()).map(({ title, lacks, looked }) => [title, lacks ?? looked]),
  );
  expect(said.get('死亡未登记')).toBe('没有火化、户籍注销名册，只按已登记的去世查');
  expect(said.get('应中止未中止')).toBe('没有服刑人员名册，本项未查');
  expect(said.get('发后抽查对不上')).toBe('还没有发后抽查，本项未查');
  expect(said.get('满 60 未登记')).toBe('2 人');
});
