import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accrueAndOpen, raiseOf } from '../modules/benefits/index.ts';
import { lockPeople, nameLedgerStart, PENSIONS } from '../modules/disbursement/index.ts';
import { mergePeople, rejectChange, reportEvent, undoMerge } from '../modules/registry/index.ts';
import { decidePackage, enterPackage, readPackage } from '../modules/standards/index.ts';
import { testDatabase } from '../testing/index.ts';
import { type LedgerTown, ledgerTowns, m } from './ledger-testing.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';

const database = await testDatabase();
const town = ledgerTowns(database);

const COMBAT = { category: '参战退役人员', from_month: m('2010-01') };
const CHILD = { category: '烈士子女', from_month: m('2010-01') };
const WIDOW = { category: '烈士遗属', from_month: m('2010-01') };
const DISABLED = { category: '残疾军人', grade: 10, disability_cause: '因公', from_month: m('2010-01') };

const batchPlace = ({ countyId, divisionId }: LedgerTown) => ({
  ...{ countyId, divisionId, divisionIds: [divisionId], code: '621221100000', level: 'township' },
});

const provesItself = async ({ db }: LedgerTown) =>
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);

const RAISE = `{ package: raise, title: 虚构的提标, sources: [{ id: raise, title: 虚构的通知 }], tables: [{ code: martyrChild.base,
  unit: fen_per_month, axes: [], combine: replace, values: [{ region: "621221", from: 2018-08, to: 2019-07,
  knownOn: 2018-10-15, source: raise, status: published, fund: central, cells: { "-": 50000 } }] }] }`;

test('a raise in October for months since August: differences for the living, months lived for the dead', async () => {
  const place = await town('2018-07');
  const [alive, dead] = [await place.enrol('林某', CHILD), await place.enrol('周某', CHILD)];
  const other = await place.enrol('陈某', COMBAT);
  for (const month of ['07', '08', '09']) await place.run(`2018-${month}-05`, `2018-${month}`);
  await place.payOut('2018-09-20', '2018-09');
  await place.correct(dead, { died_on: '2018-08-20' });
  expect(await place.linesOf(await place.run('2018-10-02', '2018-09'))).toEqual([
    ['2018-09', 'base', -44_000, 'correction'],
  ]);
  await place.db.transaction().execute(async (tx) => {
    const body = readPackage(RAISE);
    const { id } = await enterPackage(tx, place.on('2018-10-15'), place, { body, origin: 'typed' });
    await decidePackage(tx, place.on('2018-10-16', '李某'), place, id, { state: 'adopted' });
  });
  const raise = () =>
    place.db.transaction().execute((tx) => raiseOf(tx, place.on('2018-10-20'), batchPlace(place)));
  expect(await raise()).toEqual({
    ...{ from: '2018-08', to: '2018-09', people: 2, moreFen: 18_000, lessFen: 0 },
    months: [
      { month: '2018-08', people: 2, fen: 12_000 },
      { month: '2018-09', people: 1, fen: 6_000 },
    ],
    documents: [{ title: '虚构的提标', adoptedOn: '2018-10-16' }],
    ...{ month: '2018-10', open: null, withMonth: true },
  });
  const raised = await place.run('2018-10-20', '2018-10', { cause: 'raise' });
  expect(await raise()).toBeNull();
  expect(await place.lines(alive)).toEqual([
    ['2018-07', 'base', 39_000, 'regular'],
    ['2018-08', 'base', 44_000, 'regular'],
    ['2018-08', 'base', 6_000, 'arrears'],
    ['2018-09', 'base', 44_000, 'regular'],
    ['2018-09', 'base', 6_000, 'arrears'],
    ['2018-10', 'base', 50_000, 'regular'],
  ]);
  expect((await place.lines(dead)).slice(1)).toEqual([
    ['2018-08', 'base', 44_000, 'regular'],
    ['2018-08', 'base', 6_000, 'arrears'],
    ['2018-09', 'base', 44_000, 'regular'],
    ['2018-09', 'base', -44_000, 'correction'],
  ]);
  expect(raised).toMatchObject({ lines: 5, totalFen: 6_000 * 3 + 50_000 + 60_000 });
  expect((await place.lines(other)).length).toBe(4);
  expect(await place.run('2018-10-21', '2018-10', { all: true })).toMatchObject({ lines: 0, totalFen: 0 });
  await provesItself(place);
});

test('a late death: months paid too long are claimed, months continued follow the law of the day', async () => {
  const place = await town('2024-08');
  const before = await place.enrol('吴某', COMBAT);
  const after = await place.enrol('郑某', COMBAT);
  await place.run('2025-03-05', '2025-03');
  await place.payOut('2025-03-20', '2025-03');
  await place.correct(before, { died_on: '2024-09-30' });
  await place.correct(after, { died_on: '2024-10-01' });
  await place.run('2025-03-25', '2025-03', { cause: 'change' });
  await place.run('2025-05-05', '2025-05');
  const corrected = async (id: string) =>
    (await place.lines(id)).filter(([, component, fen]) => component === 'afterDeath' || fen < 0);
  expect(await corrected(before)).toEqual(
    ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03'].map((month) => [
      ...[month, 'base', -88_200, 'correction'],
    ]),
  );
  // Died in October 2024: six months are continued, at the amount of October, five of them paid as if alive.
  const own = await corrected(after);
  expect(
    own.filter(([, component]) => component === 'afterDeath').map(([month, , fen]) => [month, fen]),
  ).toEqual(
    ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04'].map((month) => [month, 88_200]),
  );
  expect(own.filter(([, , fen]) => fen < 0).length).toBe(5);
  expect(await place.payOut('2025-05-20', '2025-05')).toBe(88_200);
  const { rows } = await sql<{
    person_id: string;
    n: number;
    fen: number;
  }>`select person_id, count(*)::int as n,
    sum(fen)::bigint as fen from claim where division_id = ${place.divisionId} group by 1`.execute(place.db);
  expect(rows).toEqual([{ person_id: before, n: 6, fen: 6 * 88_200 }]);
  await provesItself(place);
});

test('survivors keep six months at the amount of the month of death; the rest is claimed', async () => {
  const place = await town('2024-04');
  const widow = await place.enrol('孙某', WIDOW);
  await place.run('2024-12-05', '2024-12');
  await place.payOut('2024-12-20', '2024-12');
  await place.correct(widow, { died_on: '2024-05-18', death_cause: '因病' });
  const run = await place.run('2024-12-25', '2024-12', { cause: 'change' });
  const lines = await place.linesOf(run);
  const continued = lines.filter(([, component]) => component === 'afterDeath');
  expect(continued.map(([month]) => month)).toEqual([
    ...['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11'],
  ]);
  expect(new Set(continued.map(([, , fen]) => fen)).size).toBe(1);
  expect(lines.filter(([, , fen]) => fen < 0).map(([month]) => month)).toEqual([
    ...['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'],
  ]);
  await provesItself(place);
});

test('a false report changes nothing', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('钱某', COMBAT);
  await place.run('2018-01-05', '2018-01');
  const report = { type: 'death', day: '2018-01-08', source: '村里电话' } as const;
  const { changeId } = await place.db
    .transaction()
    .execute((tx) => reportEvent(tx, place.on('2018-01-09'), place, id, report));
  expect(await place.run('2018-01-10', '2018-01')).toMatchObject({ lines: 0 });
  await place.db
    .transaction()
    .execute((tx) => rejectChange(tx, place.on('2018-01-11', '李某'), place.countyId, changeId, '误报'));
  expect(await place.run('2018-01-12', '2018-01', { all: true })).toMatchObject({ lines: 0, totalFen: 0 });
  await provesItself(place);
});

test('a grade and its reversal net to nothing, each month told', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('冯某', DISABLED);
  await place.run('2018-03-05', '2018-03');
  const posted = await place.lines(id);
  await place.correct(id, { grade: 9 });
  const raised = await place.run('2018-03-06', '2018-03', { cause: 'change' });
  expect(raised.lines).toBe(3);
  expect(raised.totalFen).toBeGreaterThan(3 * 19_000);
  await place.correct(id, { grade: 10 });
  const back = await place.run('2018-03-07', '2018-03', { cause: 'change' });
  expect(raised.totalFen + back.totalFen).toBe(0);
  expect((await place.lines(id)).length).toBe(posted.length + 6);
  await provesItself(place);
});

test('a right struck off is taken back whole, and restored is posted again', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('卫某', COMBAT);
  await place.run('2018-02-05', '2018-02');
  await place.correct(id, { voided_at: new Date().toISOString() });
  expect(await place.run('2018-02-06', '2018-02')).toMatchObject({ lines: 2, totalFen: -110_000 });
  await place.correct(id, { voided_at: null });
  expect(await place.run('2018-02-07', '2018-02')).toMatchObject({ lines: 2, totalFen: 110_000 });
  await provesItself(place);
});

test('heads and the line of the township can be made again: everybody is computed, nothing is posted', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('陶某', COMBAT);
  await place.run('2018-03-05', '2018-03');
  for (const table of ['ledger_head', 'ledger_town'])
    await database.ownerPool.query(`delete from ${table} where division_id = $1`, [place.divisionId]);
  expect(await place.run('2018-03-06', '2018-02')).toMatchObject({ people: 1, lines: 0 });
  expect(await place.run('2018-04-05', '2018-04')).toMatchObject({ people: 1, lines: 1, totalFen: 55_000 });
  expect((await place.lines(id)).map(([month]) => month)).toEqual([
    '2018-01',
    '2018-02',
    '2018-03',
    '2018-04',
  ]);
});

test('two clerks at once: each line is posted once, whoever comes first', async () => {
  const place = await town('2018-01');
  for (const name of ['甲某', '乙某', '丙某']) await place.enrol(name, COMBAT);
  const both = await Promise.all([place.run('2018-01-05', '2018-01'), place.run('2018-01-05', '2018-01')]);
  expect(both.map(({ lines }) => lines).sort()).toEqual([0, 3]);
  expect(both[0]?.runId).not.toBe(both[1]?.runId);
  const commandKey = randomUUID();
  const same = await Promise.all([1, 2, 3].map(() => place.run('2018-02-05', '2018-02', { commandKey })));
  expect(new Set(same.map(({ runId }) => runId)).size).toBe(1);
  expect(same.map(({ lines }) => lines)).toEqual([3, 3, 3]);
  expect(await place.run('2018-02-05', '2018-02', { all: true })).toMatchObject({ lines: 0 });
  await provesItself(place);
});

test('a batch waits for whoever holds one of its people, and holds none whom he still needs', async () => {
  const place = await town('2018-01');
  const [first, last] = [await place.enrol('众某', COMBAT), await place.enrol('众某', COMBAT)];
  await place.run('2018-01-05', '2018-01');
  await place.correct(last, { died_on: '2017-12-01' });
  const { countyId, divisionId } = place;
  const at = {
    countyId,
    divisionId,
    divisionIds: [divisionId],
    code: '621221100000',
    level: 'township',
  } as const;
  const asked = { commandKey: randomUUID(), kind: PENSIONS, month: m('2018-01') } as const;
  const open = () =>
    place.db.transaction().execute((tx) => accrueAndOpen(tx, place.on('2018-01-06'), at, asked));
  const opened = await place.db.transaction().execute(async (tx) => {
    await lockPeople(tx, countyId, [first]);
    const waiting = open();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await lockPeople(tx, countyId, [last]);
    return { waiting };
  });
  expect((await opened.waiting).run).toMatchObject({ lines: 1, totalFen: -55_000 });
});

test('one person registered twice: merged, the months paid double are taken back; parted again, they return', async () => {
  const place = await town('2018-01');
  const [into, from] = [await place.enrol('褚某', COMBAT), await place.enrol('褚某', COMBAT)];
  const first = await place.run('2018-02-05', '2018-02');
  expect(first.totalFen).toBe(4 * 55_000);
  const mergeId = await place.db
    .transaction()
    .execute((tx) => mergePeople(tx, place.on('2018-02-06'), place, from, into, '同一人'));
  const merged = await place.run('2018-02-06', '2018-02');
  expect(merged).toMatchObject({ lines: 2, totalFen: -2 * 55_000 });
  const due = async (id: string) => (await place.lines(id)).reduce((sum, [, , fen]) => sum + fen, 0);
  expect([await due(into), await due(from)]).toEqual([110_000, 0]);
  expect(await place.payOut('2018-02-20', '2018-02')).toBe(110_000);
  await provesItself(place);
  expect(await place.run('2018-03-05', '2018-03')).toMatchObject({ lines: 1, totalFen: 55_000 });
  await place.db.transaction().execute((tx) => undoMerge(tx, place.on('2018-03-06'), place, mergeId));
  expect(await place.run('2018-03-06', '2018-03')).toMatchObject({ totalFen: 3 * 55_000 });
  expect([await due(into), await due(from)]).toEqual([165_000, 165_000]);
  await provesItself(place);
});

test('what is unknown is posted for nobody; the others and his other right go on', async () => {
  const place = await town('2018-01');
  const unknown = await place.enrol('蒋某', { ...DISABLED, grade: null });
  const known = await place.enrol('沈某', COMBAT);
  const run = await place.run('2018-02-05', '2018-02');
  expect(run.unknown).toEqual([
    { personId: unknown, kind: '残疾军人', missing: ['fact:grade'], fromMonth: '2018-01', months: 2 },
  ]);
  expect([await place.lines(unknown), (await place.lines(known)).length]).toEqual([[], 2]);
  await place.correct(unknown, { grade: 10 });
  expect(await place.run('2018-02-06', '2018-02')).toMatchObject({ lines: 2, unknownCount: 0 });
  // A fact lost again takes nothing back.
  await place.correct(unknown, { grade: null });
  expect(await place.run('2018-02-07', '2018-02')).toMatchObject({ lines: 0, unknownCount: 1 });
  await provesItself(place);
});

test('the ledger begins per right, the month after the last one paid for it', async () => {
  const place = await town();
  const pair = await place.enrol('韩某', DISABLED);
  await addRight(place, pair, COMBAT);
  await place.paid(pair, '残疾抚恤金', '2017-01', '2017-12', 693_000);
  await place.paid(pair, '参战退役人员生活补助', '2017-01', '2017-10', 550_000);
  const own = await place.enrol('何某', COMBAT);
  await place.paid(own, '参战退役人员生活补助', '2017-01', '2017-10', 550_000);
  await place.paid(own, '残疾抚恤金', '2017-01', '2018-03', 550_000);
  const whole = await place.enrol('杨某', COMBAT);
  await place.paid(whole, '抚恤补助', '2017-01', '2017-11', 605_000);
  await place.paid(whole, '慰问金', '2018-02', '2018-02', 10_000);
  const unpaid = await place.enrol('朱某', COMBAT);
  await place.run('2018-01-05', '2018-01');
  const first = async (id: string) => {
    const { rows } = await sql<{ kind: string; month: number; basis: string }>`select kind, month, basis
      from right_start where person_id = ${id} order by kind`.execute(place.db);
    return rows.map(({ kind, month, basis }) => [kind, month, basis]);
  };
  // The lower of two rights posts nothing, from whenever its ledger would begin.
  expect(await first(pair)).toEqual([['残疾军人', m('2018-01'), 'paid']]);
  expect(await first(own)).toEqual([['参战退役人员', m('2017-11'), 'paid']]);
  expect(await first(whole)).toEqual([['参战退役人员', m('2017-12'), 'paid']]);
  expect(await first(unpaid)).toEqual([['参战退役人员', m('2017-01'), 'year']]);
  // Once posted a start stands, whatever is imported afterwards.
  await place.paid(unpaid, '抚恤补助', '2017-01', '2017-12', 660_000);
  await place.run('2018-02-05', '2018-02', { all: true });
  expect(await first(unpaid)).toEqual([['参战退役人员', m('2017-01'), 'year']]);
  await provesItself(place);
});

async function addRight({ db, divisionId }: LedgerTown, personId: string, cells: Record<string, unknown>) {
  const spell = await db
    .selectFrom('spell')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  const blank = { grade: null, disability_cause: null, notes: null };
  const row = { ...spell, ...blank, ...cells, id, division_id: divisionId, row_key: Buffer.from(id) };
  await db.insertInto('spell').values(row).execute();
}

test('without payments nobody knows where the ledger begins, until it is written down', async () => {
  const place = await town();
  await place.enrol('秦某', COMBAT);
  await expect(place.run('2018-01-05', '2018-01')).rejects.toMatchObject({ code: 'no_ledger_start' });
  const name = (month: string, reason: string) =>
    place.db
      .transaction()
      .execute((tx) => nameLedgerStart(tx, place.on('2018-01-05'), place, { month: m(month), reason }));
  await expect(name('2018-01', ' ')).rejects.toMatchObject({ code: 'reason_missing' });
  await name('2018-02', '写错了');
  await name('2018-01', '从一月起');
  expect(await place.run('2018-01-05', '2018-01')).toMatchObject({ lines: 1, totalFen: 55_000 });
  await expect(name('2017-12', '再早一点')).rejects.toMatchObject({ code: 'already_posted' });
  const paid = await town();
  await paid.paid(await paid.enrol('尤某', COMBAT), '抚恤补助', '2017-01', '2017-12', 660_000);
  await expect(
    paid.db
      .transaction()
      .execute((tx) =>
        nameLedgerStart(tx, paid.on('2018-01-05'), paid, { month: m('2018-01'), reason: '试' }),
      ),
  ).rejects.toMatchObject({ code: 'payments_known' });
});

test('another fund for the same month is told by both, and costs the person nothing', async () => {
  const place = await town('2018-08');
  const id = await place.enrol('许某', CHILD);
  await place.run('2018-08-05', '2018-08');
  await place.payOut('2018-08-20', '2018-08');
  await place.db.transaction().execute(async (tx) => {
    const body = readPackage(RAISE.replace('fund: central', 'fund: county').replace('50000', '44000'));
    const { id: pack } = await enterPackage(tx, place.on('2018-10-15'), place, { body, origin: 'typed' });
    await decidePackage(tx, place.on('2018-10-16', '李某'), place, pack, { state: 'adopted' });
  });
  const run = await place.run('2018-10-20', '2018-08');
  expect(await place.linesOf(run)).toEqual([
    ['2018-08', 'base', 44_000, 'arrears'],
    ['2018-08', 'base', -44_000, 'correction'],
  ]);
  expect(await place.payOut('2018-10-21', '2018-08')).toBe(0);
  expect((await place.lines(id)).length).toBe(3);
  await provesItself(place);
});

test('money of a month that has not left for the bank waits; once it is gone the rest is claimed', async () => {
  const place = await town('2018-01');
  const id = await place.enrol('吕某', COMBAT);
  await place.run('2018-01-05', '2018-01');
  await place.payOut('2018-01-20', '2018-01', 'held');
  await place.correct(id, { died_on: '2017-12-20' });
  await place.run('2018-02-05', '2018-02');
  expect(await place.payOut('2018-02-20', '2018-02')).toBe(0);
  const claims = () =>
    place.db.selectFrom('claim').select('fen').where('division_id', '=', place.divisionId).execute();
  expect(await claims()).toEqual([]);
  await sql`insert into line_event (county_id, line_id, seq, state, on_day, actor_id, actor_name, at)
    select county_id, id, 2, 'released', date '2018-02-21', 'x', '王某', now() from pay_line
    where person_id = ${id} union all select county_id, id, 3, 'in_file', date '2018-02-21', 'x', '王某', now()
    from pay_line where person_id = ${id}`.execute(place.db);
  expect(await place.payOut('2018-02-22', '2018-02')).toBe(0);
  expect(await claims()).toEqual([{ fen: 55_000 }]);
  await provesItself(place);
});
