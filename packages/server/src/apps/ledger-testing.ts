import { randomUUID } from 'node:crypto';
import { type Day, day, firstDay, identityCheckDigit, type Month, parseIsoMonth } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Db, openKysely } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';
import { type AccrueAsked, type Accrued, accrue } from '../modules/benefits/index.ts';
import {
  claimsOf,
  type FreeAccrual,
  nameLedgerStart,
  PENSIONS,
  pendingKeys,
  raiseClaims,
  readFree,
} from '../modules/disbursement/index.ts';
import { mergedPerson, projectPerson, spellKind } from '../modules/registry/index.ts';
import type { Cells } from '../platform/contract/kind.ts';
import { insertRecord } from '../platform/records/write.ts';
import { type TestDatabase, type TestTown, testContext, testTown } from '../testing/index.ts';

/** A month written as people write it. */
export const m = (text: string): Month => parseIsoMonth(text) ?? (0 as Month);

/** One line of the ledger, as tests speak of it. */
export type Told = readonly [month: string, component: string, fen: number, cause: string];

/** A township whose ledger is filled by hand, person by person. */
export interface LedgerTown extends TestTown {
  readonly db: Db;
  /** Somebody acting on a day. */
  on(today: string, name?: string): Ctx;
  enrol(name: string, cells: Cells): Promise<string>;
  /** One more right of somebody on the roll. */
  addRight(personId: string, cells: Cells): Promise<void>;
  /** What an imported sheet says was paid. */
  paid(personId: string, item: string, from: string, to: string, fen: number): Promise<void>;
  /** Changes facts of a person's rights, as a correction that was agreed to. */
  correct(personId: string, cells: Readonly<Record<string, string | number | null>>): Promise<void>;
  run(today: string, through: string, more?: Partial<AccrueAsked>): Promise<Accrued>;
  lines(personId: string): Promise<Told[]>;
  /** What was posted by a run. */
  linesOf(run: Accrued): Promise<Told[]>;
  /** Pays whatever is free in one batch, and makes claims of what is not due. Answers what was paid. */
  payOut(today: string, through: string, state?: 'paid' | 'held'): Promise<number>;
  /** The line by which a person was paid for a month, the last if there are several. */
  lineOf(personId: string, month: string): Promise<string>;
  /** A further step of a line. */
  step(lineId: string, state: 'taken_back', on: string): Promise<void>;
}

const IDENTITY = '3415241946031';

export async function ledgerTown({ pool, keys }: TestDatabase, code?: string): Promise<LedgerTown> {
  const db = openKysely(pool);
  const town = await testTown(db, code);
  const on = (today: string, name = '王某') => testContext(keys, name, today);
  const place = { countyId: town.countyId, divisionId: town.divisionId };
  let serial = 1_000;
  const write = <T>(work: (tx: Db) => Promise<T>) => db.transaction().execute(work);
  return {
    ...{ ...town, db, on },
    async enrol(name, cells) {
      const first17 = `${IDENTITY}${String(++serial)}`;
      return write((tx) => enrolled(tx, on('2017-01-05'), town, name, first17, cells));
    },
    addRight: (personId, cells) =>
      write(async (tx) => {
        await addRight(tx, on('2017-01-05'), town, personId, cells);
        await projectPerson(tx, town.countyId, personId);
      }),
    paid: (personId, item, from, to, fen) => paidLine(db, town, personId, item, m(from), m(to), fen),
    async correct(personId, cells) {
      await write(async (tx) => {
        await tx.updateTable('spell').set(cells).where('person_id', '=', personId).execute();
        await projectPerson(tx, town.countyId, personId);
      });
    },
    run: (today, through, more = {}) =>
      write((tx) =>
        accrue(tx, on(today), place, {
          ...{ commandKey: randomUUID(), through: m(through), cause: 'monthly', ...more },
        }),
      ),
    lines: (personId) => told(db, sql`person_id = ${personId}`),
    linesOf: ({ runId }) => told(db, sql`run_id = ${runId}`),
    payOut: (today, through, state = 'paid') =>
      write((tx) => paidOut(tx, on(today), town, m(through), state)),
    lineOf: (personId, month) => lineOf(db, personId, m(month)),
    async step(lineId, state, at) {
      await sql`insert into line_event (county_id, line_id, seq, state, on_day, actor_id, actor_name, at)
        select county_id, line_id, max(seq) + 1, ${state}, ${at}, 'x', '王某', now() from line_event
        where line_id = ${lineId} group by 1, 2`.execute(db);
    },
  };
}

async function enrolled(db: Db, ctx: Ctx, town: TestTown, name: string, first17: string, cells: Cells) {
  const identity = first17 + identityCheckDigit(first17);
  const personId = newId();
  await db
    .insertInto('person')
    .values({
      ...{ county_id: town.countyId, id: personId, division_id: town.divisionId, name },
      ...{ identity_sealed: ctx.keys.seal(identity), identity_hash: ctx.keys.fingerprint(identity) },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
  await addRight(db, ctx, town, personId, { name, identity, ...cells });
  await projectPerson(db, town.countyId, personId);
  return personId;
}

async function addRight(db: Db, ctx: Ctx, town: TestTown, personId: string, cells: Cells): Promise<void> {
  const full = { name: '某', born_on: '1946-03-15', village_id: town.villageId, ...cells };
  const id = await insertRecord(db, ctx, spellKind, town, full);
  await db.updateTable('spell').set({ person_id: personId }).where('id', '=', id).execute();
}

async function paidLine(
  db: Db,
  town: TestTown,
  personId: string,
  item: string,
  from: Month,
  to: Month,
  fen: number,
): Promise<void> {
  const id = newId();
  const paidOn: Day = firstDay(to);
  await db
    .insertInto('paid_line')
    .values({
      ...{ county_id: town.countyId, id, division_id: town.divisionId, name: '某', item, from_month: from },
      ...{ to_month: to, amount_fen: fen, paid_on: paidOn, person_id: personId, row_key: Buffer.from(id) },
      ...{ origin: 'import', recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
}

async function told(db: Db, only: ReturnType<typeof sql>): Promise<Told[]> {
  const { rows } = await sql<{ month: string; component: string; fen: number; cause: string }>`
    select to_char(make_date(month / 12, month % 12 + 1, 1), 'YYYY-MM') as month, component, fen, cause
    from accrual where ${only} order by month, component, seq, person_id`.execute(db);
  return rows.map(({ month, component, fen, cause }) => [month, component, fen, cause]);
}

async function paidOut(
  db: Db,
  ctx: Ctx,
  town: TestTown,
  through: Month,
  state: 'paid' | 'held',
): Promise<number> {
  const { countyId, divisionId } = town;
  const free = await readFree(db, { countyId, divisionIds: [divisionId], kind: PENSIONS, through });
  const { payable, claims } = claimsOf(free, await pendingKeys(db, countyId, free));
  await raiseClaims(db, ctx, town, claims);
  const batchId = newId();
  const number = `PF-${batchId.slice(-6)}`;
  await sql`insert into batch values (${countyId}, ${batchId}, ${divisionId}, ${number}, ${newId()}, ${PENSIONS},
    'bank', ${through}, ${through})`.execute(db);
  const people = new Map<string, FreeAccrual[]>();
  for (const one of payable) {
    const [owner = one.personId] = await ownersOf(db, countyId, one.personId);
    people.set(owner, [...(people.get(owner) ?? []), one]);
  }
  let [ordinal, total] = [0, 0];
  for (const [personId, items] of people) {
    ordinal += 1;
    total += await oneLine(db, ctx, town, batchId, ordinal, personId, items, state);
  }
  return total;
}

async function lineOf(db: Db, personId: string, month: Month): Promise<string> {
  const { rows } = await sql<{ id: string }>`select i.line_id as id from line_item i
    join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
    where a.person_id = ${personId} and a.month = ${month} order by i.attempt desc limit 1`.execute(db);
  return rows[0]?.id ?? '';
}

async function ownersOf(db: Db, countyId: number, personId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select ${mergedPerson(sql`${countyId}::int`, sql`${personId}::uuid`)} as id`.execute(db);
  return rows.map(({ id }) => id);
}

async function oneLine(
  db: Db,
  ctx: Ctx,
  { countyId, divisionId }: TestTown,
  batchId: string,
  ordinal: number,
  personId: string,
  items: readonly FreeAccrual[],
  state: 'paid' | 'held',
): Promise<number> {
  const lineId = newId();
  const fen = items.reduce((sum, one) => sum + one.fen, 0);
  await sql`insert into pay_line (county_id, id, batch_id, division_id, ordinal, person_id, fen, facts_seq, content_hash)
    values (${countyId}, ${lineId}, ${batchId}, ${divisionId}, ${ordinal}, ${personId}, ${fen}, 0, '')`.execute(
    db,
  );
  for (const [at, one] of items.entries())
    await sql`insert into line_item (county_id, line_id, item_no, fen, accrual_id, attempt)
      select ${countyId}, ${lineId}, ${at + 1}, ${one.fen}, ${one.id}, coalesce(max(attempt), 0) + 1 from line_item
      where county_id = ${countyId} and accrual_id = ${one.id}`.execute(db);
  for (const [at, step] of (state === 'paid' ? ['in_file', 'paid'] : ['held']).entries())
    await sql`insert into line_event (county_id, line_id, seq, state, on_day, actor_id, actor_name, at)
      values (${countyId}, ${lineId}, ${at + 1}, ${step}, ${day(ctx.today)}, 'x', '王某', now())`.execute(db);
  return fen;
}

/** Townships of one database, each with a code of its own: nobody's run touches another's people. */
export function ledgerTowns(database: TestDatabase, first = 621_221_100_000) {
  let code = first;
  return async (start?: string): Promise<LedgerTown> => {
    code += 1_000;
    const made = await ledgerTown(database, String(code));
    const named = { month: m(start ?? ''), reason: '新建台账' };
    if (start !== undefined)
      await made.db.transaction().execute((tx) => nameLedgerStart(tx, made.on('2017-01-05'), made, named));
    return made;
  };
}
