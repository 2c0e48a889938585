import { type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Db, openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import {
  addFund,
  closeMonth,
  decideAwards,
  giveNotice,
  listClaims,
  receiveCash,
  revokeAward,
} from '../../modules/disbursement/index.ts';
import { OCTOBER, testBatches } from '../../modules/disbursement/testing/batch.ts';
import { testRoll } from '../../modules/registry/testing/roll.ts';
import { type Check, runChecks } from './check.ts';
import { MONEY_CHECKS } from './index.ts';
import { SEALED } from './seals.ts';

const roll = await testRoll();
const { town, payee, post, approved, toBank, result, close, linesOf, inTx, clerk } = testBatches(roll);
const owner = openKysely(roll.ownerPool);
/** Hashed by run, batch or themselves: there are too many of them for a seal each. */
const HASHED = ['accrual', 'pay_line', 'line_item', 'trace'];
/** Cells that say nothing of money or of whose it is: they change without a trace of their own, or have their history. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  transfer_slip: ['state', 'ended_on', 'ended_by', 'remark'],
  paid_line: [
    ...['division_id', 'identity_sealed', 'evidence_ref', 'person_id', 'person_link', 'notes', 'row_key'],
    ...['origin', 'import_id', 'source_sheet', 'source_row', 'recorded_at', 'recorded_by', 'remark'],
    ...['voided_at', 'voided_by', 'void_reason'],
  ],
  conscript_allowance: [
    ...[
      'division_id',
      'soldier_identity_sealed',
      'payee_identity_sealed',
      'enlisted_on',
      'evidence_ref',
      'notes',
    ],
    ...['row_key', 'origin', 'import_id', 'source_sheet', 'source_row', 'recorded_at', 'recorded_by'],
    ...['voided_at', 'voided_by', 'void_reason'],
  ],
};

const by = { actor_id: 'user-王某', actor_name: '王某', at: new Date().toISOString() };
const made = { origin: 'import', recorded_by: '王某', recorded_at: new Date().toISOString() };

/** Rows of tables that the life of a batch does not write, as the application writes them. */
async function addRest(db: Db, personId: string): Promise<void> {
  const at = { county_id: town.countyId, division_id: town.divisionId };
  const put = (table: string, values: Readonly<Record<string, unknown>>) =>
    sql`insert into ${sql.table(table)} (${sql.join(Object.keys(values).map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(values))})`.execute(db);
  const start = { county_id: town.countyId, person_id: personId, kind: '参战退役人员', seq: 1 };
  await put('ledger_start', { ...at, seq: 1, month: OCTOBER, reason: '新建', ...by });
  await put('right_start', { ...start, month: OCTOBER, basis: 'named', run_id: newId() });
  const slip = newId();
  await put('transfer_slip', {
    ...{ ...at, id: slip, person_id: personId, direction: 'in', other_office: '邻县', slip_on: '2017-09-01' },
    ...{ paid_through: OCTOBER - 1, state: 'accepted', office_day: '2017-09-02', ...by },
  });
  await put('slip_void', {
    ...{
      county_id: town.countyId,
      slip_id: slip,
      seq: 1,
      step: 'asked',
      reason: '抄错了',
      office_day: '2017-11-24',
    },
    ...by,
  });
  await put('start_void', { ...start, slip_id: slip, at: by.at });
  const [batch] = (await sql<{ id: string }>`select id from batch limit 1`.execute(db)).rows;
  await put('exception_answer', {
    ...{
      county_id: town.countyId,
      batch_id: batch?.id,
      key: 'unconfirmed:x',
      seq: 1,
      answer: 'pay',
      reason: '见过',
    },
    ...{ facts_hash: Buffer.from('x'), ...by },
  });
  const stamp = { office_day: '2017-11-24', ...by };
  const roster = { county_id: town.countyId, roster_id: newId() };
  await put('roster', {
    ...{ ...at, id: roster.roster_id, kind: '火化', file_name: '名册.xlsx', file_sha256: Buffer.from('x') },
    ...{ row_count: 3, refused_count: 0, same_count: 1, like_count: 0, absent_count: 2, ...stamp },
  });
  await put('roster_hit', {
    ...{ ...roster, person_id: personId, likeness: 'same', division_id: town.divisionId },
    ...{ source_sheet: '名单', source_row: 2, on_day: '2017-10-20' },
  });
  await put('roster_void', { ...roster, reason: '拖错了', ...stamp });
  const [line] = (await sql<{ id: string }>`select id from pay_line limit 1`.execute(db)).rows;
  await put('spot_call', {
    ...{ ...at, id: newId(), line_id: line?.id, batch_id: batch?.id, seed: '抽', answer: 'differs' },
    ...{ told_fen: 50_000, called_on: '2017-11-20', remark: '少了', ...stamp },
  });
  const month = OCTOBER - 1;
  await put('paid_line', {
    ...{ ...at, id: newId(), name: '安某', item: '抚恤补助', from_month: month, to_month: month },
    ...{ amount_fen: 55_500, paid_on: '2017-09-20', row_key: Buffer.from(newId()), ...made },
    ...{ identity_hash: Buffer.from('安'), voucher_no: '凭1' },
  });
  await put('conscript_allowance', {
    ...{
      ...at,
      id: newId(),
      soldier_name: '赵兵',
      soldier_identity_hash: Buffer.from('赵'),
      payee_name: '赵父',
    },
    ...{
      payee_identity_hash: Buffer.from('父'),
      amount_fen: 713_400,
      paid_on: '2017-07-28',
      benefit_year: 2017,
    },
    ...{ row_key: Buffer.from(newId()), ...made },
  });
}

/** Whatever would stop a planted change before anybody looked for it. */
async function dropConstraints(): Promise<void> {
  const { rows } = await sql<{ drop: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u') order by contype desc`.execute(
    owner,
  );
  for (const { drop } of rows.filter(({ drop }) => drop.includes('_fkey')))
    await sql.raw(drop).execute(owner);
  for (const { drop } of rows.filter(({ drop }) => !drop.includes('_fkey')))
    await sql.raw(drop).execute(owner);
  const indexes = await sql<{ name: string }>`select indexrelid::regclass::text as name from pg_index i
    join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace and indisunique
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`.execute(owner);
  for (const { name } of indexes.rows) await sql.raw(`drop index ${name}`).execute(owner);
}

beforeAll(async () => {
  const people = [];
  for (const name of ['安某', '白某', '蔡某']) people.push(await payee(name));
  const [an = '', bai = ''] = people;
  for (const personId of people) await post({ personId });
  const first = await approved();
  await toBank(first);
  const lines = await linesOf(first);
  await result(
    first,
    ['流水号,结果', ...lines.map(({ id }) => `${id},${id === lines[2]?.id ? '退回' : '已到账'}`)].join('\n'),
  );
  await close(first);
  // Too much for one, returned money again for another, an award, money received, and a closed month.
  await post({ personId: an, fen: -5_500 }, { personId: bai, month: (OCTOBER + 1) as Month });
  const award = { personId: bai, month: OCTOBER, fen: 100_000, fund: 'county', reason: '立功' } as const;
  await inTx((tx) =>
    decideAwards(tx, clerk, town, { commandKey: newId(), kind: '立功奖励', awards: [award] }),
  );
  const second = await approved((OCTOBER + 1) as Month);
  await toBank(second);
  const again = await linesOf(second);
  await result(second, ['流水号,结果', ...again.map(({ id }) => `${id},已到账`)].join('\n'));
  await close(second);
  const [decided] = (await sql<{ id: string }>`select id from award`.execute(owner)).rows;
  const less = { month: OCTOBER, fen: 90_000, fund: 'county', reason: '按新规定' } as const;
  await inTx((tx) =>
    revokeAward(tx, clerk, town, {
      ...{ commandKey: newId(), awardId: decided?.id ?? '', reason: '金额写错', instead: less },
    }),
  );
  const scope = { countyId: town.countyId, divisionIds: [town.divisionId] };
  const ids = (await inTx((tx) => listClaims(tx, clerk, scope, {}))).map(({ id }) => id);
  await inTx((tx) => giveNotice(tx, clerk, scope, ids, { reason: '当面' }));
  await inTx((tx) => receiveCash(tx, clerk, scope, ids, { fen: 3_000, receiptNo: 'S-1' }));
  await inTx((tx) =>
    addFund(tx, clerk, town, { level: 'central', kind: '抚恤补助', fen: 500_000, onDay: '2017-10-01' }),
  );
  await inTx((tx) => closeMonth(tx, clerk, town, monthOf(2017, 10)));
  await inTx((tx) => addRest(tx, an));
  await dropConstraints();
}, 120_000);

interface Cell {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

async function cells(): Promise<readonly Cell[]> {
  const tables = [...Object.keys(SEALED), ...HASHED];
  const { rows } = await sql<Cell>`select attrelid::regclass::text as table, attname as column,
      atttypid::regtype::text as type from pg_attribute
    where attrelid = any(${tables}::regclass[]) and attnum > 0 and not attisdropped order by 1, attnum`.execute(
    owner,
  );
  return rows.filter(({ table, column }) => !FREE[table]?.includes(column));
}

const CHANGED: Readonly<Record<string, readonly [changed: string, instead: string]>> = {
  smallint: ['c + 1000', '1'],
  integer: ['c + 1000', '1'],
  bigint: ['c + 1000', '1'],
  text: [`c || '改'`, `'改'`],
  uuid: ['gen_random_uuid()', 'gen_random_uuid()'],
  date: ['c + 1', `date '2017-01-01'`],
  'timestamp with time zone': [`c + interval '1 second'`, 'now()'],
  bytea: [`c || '\\x01'`, `'\\x01'`],
  boolean: ['not c', 'true'],
  jsonb: [`'[{"account":"改","debitFen":1,"creditFen":1}]'`, `'{}'`],
};

class Undo extends Error {}

/** Changes one cell behind the product's back and answers the first that is found; undone in any case. */
async function planted({ table, column, type }: Cell): Promise<string> {
  const [changed = '', instead = ''] = CHANGED[type] ?? [];
  expect([table, column, type, changed]).not.toContain('');
  let found = 'nothing';
  const work = async (tx: Db) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const name = `"${column}"`;
    const value = changed.replace(/\bc\b/, name);
    const done = await sql
      .raw(`update ${table} set ${name} = ${value}
      where ctid = (select ctid from ${table} where ${name} is not null limit 1)`)
      .execute(tx);
    if (done.numAffectedRows === 0n)
      await sql
        .raw(`update ${table} set ${name} = ${instead} where ctid = (select ctid from ${table} limit 1)`)
        .execute(tx);
    found = (await firstFound(tx, table)) ?? found;
    throw new Undo();
  };
  await owner
    .transaction()
    .execute(work)
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

async function firstFound(tx: Db, table: string): Promise<string | undefined> {
  const own = (check: Check) => (check.recordKind === table ? 0 : 1);
  for (const check of MONEY_CHECKS.toSorted((a, b) => own(a) - own(b))) {
    const [finding] = await runChecks(tx, [check]);
    if (finding) return finding.code;
  }
  return undefined;
}

test('every table with a seal is looked at, and none of those that are hashed or sealed is empty', async () => {
  const { rows } = await sql<{ name: string }>`select attrelid::regclass::text as name from pg_attribute
    where attname = 'seal' order by 1`.execute(owner);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(SEALED).sort());
  for (const table of [...Object.keys(SEALED), ...HASHED]) {
    const { rows: some } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(owner);
    expect([table, some.length]).toEqual([table, 1]);
  }
});

test('a planted change in any cell of any money table is found', async () => {
  expect(await runChecks(owner, MONEY_CHECKS)).toEqual([]);
  const told = new Map<string, Set<string>>();
  const missed: string[] = [];
  const all = await cells();
  for (const cell of all) {
    const code = await planted(cell);
    if (code === 'nothing') missed.push(`${cell.table}.${cell.column}`);
    told.set(cell.table, (told.get(cell.table) ?? new Set()).add(code));
  }
  const lines = [...told].map(([table, codes]) => `${table}: ${[...codes].join(', ')}`);
  process.stdout.write(`${all.length} cells planted\n${lines.join('\n')}\n`);
  expect(missed).toEqual([]);
  expect(all.length).toBeGreaterThan(200);
}, 600_000);

/** Does something behind the product's back, looks what is found, and undoes it. */
async function foundAfter(work: (tx: Db) => Promise<unknown>): Promise<readonly string[]> {
  let codes: readonly string[] = [];
  await owner
    .transaction()
    .execute(async (tx) => {
      await work(tx);
      codes = (await runChecks(tx, MONEY_CHECKS)).map(({ code }) => code);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return codes;
}

/** One more row like one that is there, sealed by the database as any other. */
const oneMore = (table: string, where: string, other: Readonly<Record<string, unknown>>) =>
  sql`insert into ${sql.table(table)} select (jsonb_populate_record(x, ${JSON.stringify({ ...other, seal: null })}::jsonb)).*
    from ${sql.table(table)} x
    where x.ctid = (select ctid from ${sql.table(table)} where ${sql.raw(where)} limit 1)`;
const gone = (...tables: readonly string[]) => tables.map((table) => sql`delete from ${sql.table(table)}`);

test.each([
  ['a step of a batch taken out', 'log_apart', [sql`delete from batch_event where state = 'closed'`]],
  ['a step nobody took', 'log_apart', [oneMore('batch_event', `state = 'exported'`, { seq: 99 })]],
  [
    'a signature in another name',
    'log_apart',
    [
      sql`update batch_event x set actor_id = 'user-y' where state = 'approved'`,
      sql`update batch_event x set seal = seal_of(x)`,
    ],
  ],
  [
    'money the bank never took back',
    'bank_file_wrong',
    [oneMore('line_event', `state = 'paid'`, { seq: 3, state: 'taken_back', file_id: null, file_row: null })],
  ],
  [
    'a payment the bank told, forgotten',
    'bank_file_wrong',
    [sql`delete from line_event where state = 'paid'`],
  ],
  ['a receipt for nothing', 'log_apart', [oneMore('recovery', `kind = 'cash'`, { id: newId(), fen: 100 })]],
  ['a receipt taken out', 'log_apart', gone('recovery')],
  ['a notice taken out', 'log_apart', gone('claim_step')],
  ['a debt taken out', 'log_apart', gone('recovery', 'claim_step', 'claim')],
  ['an account put in', 'log_apart', [oneMore('pay_account', 'true', { version: 2, origin: 'screen' })]],
  ['money received taken out', 'log_apart', gone('fund_received')],
  ['a closing taken out', 'log_apart', gone('period_close')],
  ['a decision taken out', 'award_unposted', gone('award_revoke', 'award')],
  ['a run and its lines taken out', 'log_apart', gone('line_item', 'accrual', 'ledger_run')],
])('%s is found', async (_, code, changes) => {
  const codes = await foundAfter(async (tx) => {
    for (const change of changes) await change.execute(tx);
  });
  expect(codes).toContain(code);
});

test('a closed month is held against the books of today, whoever sealed the rows anew', async () => {
  const change = (work: (tx: Db) => Promise<unknown>) =>
    foundAfter(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await work(tx);
    });
  const resealed = (table: string) => sql`update ${sql.table(table)} x set seal = seal_of(x)`;
  const claim = await change(async (tx) => {
    await sql`update claim set on_day = on_day - 40`.execute(tx);
    await resealed('claim').execute(tx);
  });
  expect(claim).toEqual(['period_altered']);
  const moved = await change(async (tx) => {
    await sql`update period_close set set_hash = sha256('x')`.execute(tx);
    await resealed('period_close').execute(tx);
  });
  expect(moved).toEqual(['period_altered']);
});
