import { expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { testContext } from '../../testing/context.ts';
import { testDatabase } from '../../testing/index.ts';
import {
  type AuditLine,
  listEvents,
  listEventsOfPerson,
  openLooks,
  recordEvent,
  sealEvents,
  verifyChain,
} from './index.ts';

const { pool, ownerPool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys);
const town = newId();

const write = (line: Partial<AuditLine> = {}, as = ctx) =>
  recordEvent(db, as, {
    countyId: 341524,
    action: 'visit.create',
    divisionId: town,
    detail: { b: 1, a: [2] },
    ...line,
  });
const seal = () => db.transaction().execute((tx) => sealEvents(tx));
const sealsOf = async (countyId: number) => {
  const { rows } = await pool.query('select seq from audit_seal where county_id = $1 order by seq', [
    countyId,
  ]);
  return rows.map(({ seq }) => seq);
};
// Runs a change by the owner of the database, looks, and undoes it.
async function findingsAfter(change: string, undo: string) {
  await ownerPool.query(change);
  const { findings } = await verifyChain(db, ctx.now);
  await ownerPool.query(undo);
  return findings.map(({ code, seq }) => [code, seq]);
}

test('lines get gapless numbers per county, however they were written', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => write({ countyId: n % 2 === 0 ? 341524 : 421022 })));
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  const ten = Array.from({ length: 10 }, (_, n) => n + 1);
  expect(await sealsOf(341524)).toEqual(ten);
  expect(await sealsOf(421022)).toEqual(ten);
  expect(await verifyChain(db, ctx.now)).toMatchObject({ checked: 20, findings: [] });
});

test('only one sealer works at a time', async () => {
  await write();
  await db.transaction().execute(async (first) => {
    await sealEvents(first);
    expect(await db.transaction().execute((second) => sealEvents(second))).toBe(0);
  });
  expect(await sealsOf(341524)).toHaveLength(11);
});

test('a line changed afterwards is found', async () => {
  const third = '(select event_id from audit_seal where county_id = 341524 and seq = 3)';
  const change = `update audit_event set action = 'visit.void' where id = ${third}`;
  const undo = `update audit_event set action = 'visit.create' where id = ${third}`;
  expect(await findingsAfter(change, undo)).toEqual([['altered', 3]]);
});

test('a changed detail, name or day is found too', async () => {
  const third = '(select event_id from audit_seal where county_id = 341524 and seq = 3)';
  for (const [column, other, was] of [
    ['detail', '{"a":[2],"b":2}', '{"a":[2],"b":1}'],
    ['actor_name', '别人', '本机'],
    ['office_day', '2018-01-06', '2018-01-05'],
  ]) {
    const set = (value = '') => `update audit_event set ${column} = '${value}' where id = ${third}`;
    expect(await findingsAfter(set(other), set(was))).toEqual([['altered', 3]]);
  }
});

test('a line taken out is found, and so is one taken out together with its seal', async () => {
  const last = 'county_id = 341524 and seq = 5';
  const { rows } = await ownerPool.query(`select * from audit_seal where ${last}`);
  const eventId: string = rows[0]?.event_id;
  await ownerPool.query(
    'create table kept as select * from audit_event where id = $1'.replace('$1', `'${eventId}'`),
  );
  const back = 'insert into audit_event select * from kept';
  expect(await findingsAfter(`delete from audit_event where id = '${eventId}'`, back)).toEqual([
    ['missing', 5],
  ]);
  await ownerPool.query(`create table kept_seal as select * from audit_seal where ${last}`);
  const both = `delete from audit_event where id = '${eventId}'; delete from audit_seal where ${last}`;
  const restored = `${back}; insert into audit_seal select * from kept_seal`;
  expect(await findingsAfter(both, restored)).toEqual([
    ['gap', 6],
    ['altered', 6],
  ]);
  await ownerPool.query('drop table kept; drop table kept_seal');
  expect((await verifyChain(db, ctx.now)).findings).toEqual([]);
});

test('a line unsealed for more than a minute is a finding, a fresh one is not', async () => {
  await write();
  expect((await verifyChain(db, ctx.now)).findings).toEqual([]);
  const { findings } = await verifyChain(db, ctx.now + 61_000);
  expect(findings.map(({ code }) => code)).toEqual(['unsealed']);
  await seal();
  expect((await verifyChain(db, ctx.now + 61_000)).findings).toEqual([]);
});

test("the application's role can neither change nor remove a line or a seal", async () => {
  for (const table of ['audit_event', 'audit_seal']) {
    await expect(pool.query(`update ${table} set county_id = 1`)).rejects.toThrow('permission denied');
    await expect(pool.query(`delete from ${table}`)).rejects.toThrow('permission denied');
  }
});

test('looks at persons stand in the log within a second, in one batch', async () => {
  const looks = openLooks(db, () => {});
  for (let n = 0; n < 3; n += 1)
    looks.note(ctx, {
      countyId: 341524,
      divisionId: town,
      action: 'person.open',
      recordKind: 'person',
      recordId: 'P',
    });
  await looks.flush();
  const { rows } = await pool.query("select 1 from audit_event where action = 'person.open'");
  expect(rows).toHaveLength(3);
});

test('a batch of looks that could not be written is kept and written later', async () => {
  let down = true;
  const flaky = new Proxy(db, {
    get: (target, key) => {
      if (down && key === 'insertInto') throw new Error('down');
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const looks = openLooks(flaky, () => {});
  looks.note(ctx, { countyId: 341524, action: 'person.open', recordKind: 'person', recordId: 'Q' });
  await expect(looks.flush()).rejects.toThrow('down');
  down = false;
  await looks.flush();
  const { rows } = await pool.query("select 1 from audit_event where record_id = 'Q'");
  expect(rows).toHaveLength(1);
});

const asked = {
  place: { countyId: 341524, divisionId: town, code: '341524101000' },
  below: [],
  offset: 0,
  limit: 50,
};

test('the log answers what happened to a record, newest first', async () => {
  await write(
    { action: 'visit.correct', recordKind: 'visit', recordId: 'V1' },
    { ...ctx, now: ctx.now + 1_000 },
  );
  await write({ recordKind: 'visit', recordId: 'V1' });
  const page = await listEvents(db, ctx, { ...asked, recordKind: 'visit', recordId: 'V1' });
  expect(page.lines.map(({ action }) => action)).toEqual(['visit.correct', 'visit.create']);
  expect(page.total).toBe(2);
});

test('lines of another township and of no township are not shown to a township', async () => {
  await write({ divisionId: newId(), recordKind: 'visit', recordId: 'V2' });
  await recordEvent(db, ctx, {
    countyId: 341524,
    action: 'setting.set',
    recordKind: 'visit',
    recordId: 'V2',
  });
  expect((await listEvents(db, ctx, { ...asked, recordKind: 'visit', recordId: 'V2' })).total).toBe(0);
  const county = { countyId: 341524, divisionId: newId(), code: '341524000000' };
  expect(
    (await listEvents(db, ctx, { ...asked, place: county, recordKind: 'visit', recordId: 'V2' })).total,
  ).toBe(1);
});

test('what one colleague did is for the auditor alone, with a reason, and the question is logged', async () => {
  const manager = testContext(keys, { may: (action) => action === 'audit.read' });
  await expect(listEventsOfPerson(db, manager, asked, 'operator', '查')).rejects.toBeInstanceOf(NotFound);
  await expect(listEventsOfPerson(db, ctx, asked, 'operator', ' ')).rejects.toMatchObject({
    code: 'reason_empty',
  });
  expect((await listEventsOfPerson(db, ctx, asked, 'operator', '信访核查')).total).toBeGreaterThan(10);
  const { rows } = await pool.query("select detail from audit_event where action = 'audit.byPerson'");
  expect(rows).toEqual([{ detail: { reason: '信访核查' } }]);
});
