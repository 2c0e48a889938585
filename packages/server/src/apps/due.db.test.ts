import { join } from 'node:path';
import { monthOf, shanghaiDay } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../kernel/db.ts';
import {
  type DuePerson,
  dueOf,
  dueText,
  factsAt,
  findOnRoll,
  readConscripts,
  readRoll,
} from '../modules/benefits/index.ts';
import { importWorkbook } from '../modules/imports/index.ts';
import { lawOf, readPackage } from '../modules/standards/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { KINDS } from './kinds.ts';
import { PROJECT_FOLDER } from './runtime.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys, '王某', '2018-01-05');
const year = { from: monthOf(2017, 1), to: monthOf(2017, 12) };
let place: { countyId: number; divisionId: string; divisionIds: readonly string[] };
let people: readonly DuePerson[];

async function dueIn(span: typeof year): Promise<DuePerson[]> {
  const law = await lawOf(db, place);
  return db.transaction().execute(async (tx) => {
    const all: DuePerson[] = [];
    for await (const person of readRoll(tx, place)) all.push(dueOf(person, law, keys, span));
    return all;
  });
}

beforeAll(async () => {
  const name = '双拥台账-2017.xlsx';
  const file = join(PROJECT_FOLDER, 'examples/sample', name);
  await db
    .transaction()
    .execute((tx) => importWorkbook(tx, ctx, { file, fileName: name, kinds: KINDS, dataDir: '' }));
  const town = await db
    .selectFrom('division')
    .select(['id', 'county_id'])
    .where('level', '=', 'township')
    .executeTakeFirstOrThrow();
  place = { countyId: town.county_id, divisionId: town.id, divisionIds: [town.id] };
  people = await dueIn(year);
}, 60_000);

const sumOf = (category: string) =>
  people.flatMap(({ rights }) =>
    rights
      .filter((right) => right.category === category)
      .map(({ months }) => months.reduce((sum, m) => sum + m.fen, 0)),
  );

/** The year's amount each and how many people, as the reference township's own page has them. */
const MIX: readonly (readonly [category: string, people: number, fen: number])[] = [
  ['带病回乡退伍军人', 12, 561_000],
  ['烈士子女', 4, 423_000],
  ['在乡复员军人', 7, 1_196_000],
  ['烈士遗属', 1, 2_155_500],
  ['病故军人遗属', 2, 1_740_500],
];

test('the year of the reference township is due to the fen', () => {
  expect(people.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(98_187_500);
  for (const [category, count, fen] of MIX)
    expect([category, sumOf(category).filter((sum) => sum > 0)]).toEqual([category, Array(count).fill(fen)]);
  const war = [...sumOf('参战退役人员'), ...sumOf('参试退役人员')];
  expect(war).toEqual(Array(52).fill(621_000));
  expect(sumOf('农村籍退役士兵').reduce((sum, fen) => sum + fen, 0)).toBe(37_107_000);
  expect(sumOf('残疾军人').reduce((sum, fen) => sum + fen, 0)).toBe(6_356_000);
});

test('a month that rests on a derived rate says so, none that rests on a published one', () => {
  const marked = (category: string) =>
    new Set(
      people.flatMap(({ rights }) =>
        rights
          .filter((right) => right.category === category)
          .flatMap(({ months }) => months.filter((m) => m.derived).map((m) => m.month)),
      ),
    );
  expect([...marked('带病回乡退伍军人')]).not.toContain('2017-10');
  expect([...marked('带病回乡退伍军人')]).toContain('2017-09');
  expect(marked('烈士子女').size).toBe(0);
  expect(marked('农村籍退役士兵').size).toBe(0);
});

test('families of conscripts stand beside the roll; without the county’s own table their month is unknown', async () => {
  const law = await lawOf(db, place);
  const table = `{ package: local, title: 练习, sources: [{ id: local, title: 练习 }], tables: [{ code: conscript.rate,
    unit: fen_per_year, axes: [], combine: replace, values: [{ region: "341524", from: 2017-01, to: 2017-12,
    knownOn: 2017-01-01, source: local, status: published, cells: { "-": 713400 } }] }] }`;
  const local = await lawOf(db, place, { also: [readPackage(table)] });
  const families = await readConscripts(db, place);
  const sum = (of: typeof law) =>
    families.reduce((all, family) => all + dueOf(family, of, keys, year).totalFen, 0);
  expect(families).toHaveLength(28);
  expect(sum(local)).toBe(19_975_200);
  expect(sum(law)).toBe(0);
  const months = families.flatMap((family) => dueOf(family, law, keys, year).rights[0]?.months ?? []);
  expect(months.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(28);
});

test('whoever draws for a soldier has the facts of that service beside his own', async () => {
  const families = await readConscripts(db, place);
  const known = families.filter(({ id, plain }) => id !== plain.rights[0]?.id);
  const onRoll = new Set(people.map(({ id }) => id));
  for (const { id, soldier, plain } of known) {
    const facts = await factsAt(db, place, id);
    expect(facts.families).toContainEqual({
      soldier,
      plain,
      source: expect.objectContaining({ row: expect.any(Number) }),
    });
    expect(facts.plain.rights.length > 0).toBe(onRoll.has(id));
  }
  expect(known.length).toBeGreaterThan(0);
  const [first] = people.filter(({ id }) => !known.some((one) => one.id === id));
  expect((await factsAt(db, place, first?.id ?? '')).families).toEqual([]);
});

test('the line of text is the answer, with and without its trace', async () => {
  const law = await lawOf(db, place);
  const [first] = people;
  const person = await findOnRoll(db, place, [first?.id ?? '']);
  for (const traced of [false, true]) {
    const line = person && dueText(person, law, keys, year, traced);
    const answer = person && dueOf(person, law, keys, year, traced);
    expect(JSON.parse(line?.text ?? '')).toEqual(JSON.parse(JSON.stringify(answer)));
    expect(line?.fen).toBe(answer?.totalFen);
  }
});

test('before and after the known tables nothing is guessed', async () => {
  const early = await dueIn({ from: monthOf(2011, 1), to: monthOf(2011, 1) });
  const late = await dueIn({ from: monthOf(2031, 1), to: monthOf(2031, 1) });
  const outcomes = (list: readonly DuePerson[], category: string) =>
    new Set(
      list.flatMap(({ rights }) =>
        rights
          .filter((right) => right.category === category)
          .flatMap(({ months }) => months.map((m) => m.outcome)),
      ),
    );
  // Some begin later than 2011, which is known; none of the others is given an amount.
  expect([...outcomes(early, '带病回乡退伍军人')].sort()).toEqual(['notDue', 'unknown']);
  expect([...outcomes(late, '带病回乡退伍军人')]).toEqual(['unknown']);
  expect(late.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(0);
});

test('one person is answered as among all, also as the books stood on a day before he was on them', async () => {
  const [first] = people;
  const law = await lawOf(db, place);
  const alone = await findOnRoll(db, place, [first?.id ?? '']);
  expect(alone && dueOf(alone, law, keys, year)).toEqual(first);
  const today = shanghaiDay(Date.now());
  const known = await findOnRoll(db, place, [first?.id ?? ''], today);
  expect(known?.plain).toEqual(alone?.plain);
  expect(await findOnRoll(db, place, [first?.id ?? ''], '2001-01-01')).toBeUndefined();
});
