import { writeFileSync } from 'node:fs';
import { day } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addPaper } from '../../modules/archive/index.ts';
import { runCommand } from '../command.ts';
import { recountMoney } from '../figures-testing/live.ts';
import { findPlace } from '../places.ts';
import type { AppRuntime } from '../runtime.ts';
import { SAMPLE_PASS_CODE } from '../sample.ts';
import { type TestBrowser, testApp } from '../testing.ts';
import { OPERATOR } from '../visitor.ts';
import { APPROVER, MAKER, REVIEWER, TOWN, testCli } from './testing.ts';

// The sample's history ends in 2017. Here its office goes on living: a year of monthly payments by the `pay` commands,
// with what happens in a year. Amounts are worked out by hand from the tables in law/, never taken from an answer.

const cli = testCli();
const { at } = cli;

let served: AppRuntime;
let clerk: TestBrowser;
let reviewer: TestBrowser;
let today = '2018-01-02';

function on(date: string): void {
  today = date;
  cli.on(date);
}

async function run(...args: readonly string[]) {
  const answer = await cli.run(...args);
  expect([args.join(' '), answer.refusals]).toEqual([args.join(' '), undefined]);
  return answer;
}

async function good<T>(who: TestBrowser, method: string, path: string, body?: unknown): Promise<T> {
  const { status, body: answer } = await who.send<T>(method, path, body);
  expect([path, status, status < 300 ? '' : answer]).toEqual([path, status < 300 ? status : 200, '']);
  return answer;
}

beforeAll(async () => {
  on('2018-01-02');
  await run('sample');
  const clock = { now: Date.now, today: () => day(today), isSet: true };
  served = await cli.serve(clock);
  const { browser } = testApp(served);
  [clerk, reviewer] = [browser(), browser()];
  for (const [who, name] of [
    [clerk, MAKER],
    [reviewer, REVIEWER],
  ] as const)
    await good(who, 'POST', '/session', { name, passCode: SAMPLE_PASS_CODE });
}, 300_000);

interface Item {
  readonly id: string;
  readonly fen: number;
  readonly state: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly items: readonly { readonly kind: string; readonly month: string; readonly fen: number }[];
}

interface Month {
  readonly batch: string;
  readonly totalFen: number;
  readonly lines: number;
  readonly items: readonly Item[];
}

/** Opens a month and takes it through three hands to the bank's file. */
async function sent(month: string): Promise<Month> {
  const opened = await run('pay', 'open', '--division', TOWN, '--month', month, '--as', MAKER);
  const batch = ['--batch', opened.batch];
  const { items, exceptions } = await run('pay', 'show', ...batch);
  expect(exceptions.filter(({ severity }: { severity: string }) => severity === 'red')).toEqual([]);
  const signed = [...batch, '--hash', opened.hash];
  await run('pay', 'submit', ...signed, '--as', MAKER);
  await run('pay', 'review', ...signed, '--as', REVIEWER);
  await run('pay', 'approve', ...signed, '--as', APPROVER);
  await run('pay', 'export', ...batch, '--out', at(`${month}.xlsx`), '--as', REVIEWER);
  return { batch: opened.batch, totalFen: opened.totalFen, lines: opened.lines, items };
}

/** The bank's word on every line that was sent, then the batch is closed and the month with it; the books balance. */
async function answered(month: string, { batch, items }: Month, returned?: string): Promise<void> {
  const rows = items.flatMap(({ id, state }) => {
    if (state === 'held') return [];
    return [id === returned ? `${id},退回,户名不符` : `${id},已到账,`];
  });
  writeFileSync(at('result.csv'), ['流水号,结果,原因', ...rows].join('\n'));
  await run('pay', 'result', '--batch', batch, '--file', at('result.csv'), '--as', REVIEWER);
  await run('pay', 'close', '--batch', batch, '--as', REVIEWER);
  await balances(month);
}

interface Sums {
  readonly balance: readonly {
    readonly account: string;
    readonly debitFen: number;
    readonly creditFen: number;
  }[];
}

async function balances(month: string): Promise<void> {
  const place = ['--division', TOWN, '--month', month];
  await run('pay', 'period-close', ...place, '--as', APPROVER);
  const { balance } = (await run('pay', 'periods', ...place)) as Sums;
  const sum = (of: 'debitFen' | 'creditFen') => balance.reduce((all, one) => all + one[of], 0);
  expect(sum('debitFen')).toBe(sum('creditFen'));
  // Nothing is left on its way to the bank at the end of a closed month.
  const transit = balance.find(({ account }) => account === 'transit');
  expect(transit?.debitFen).toBe(transit?.creditFen);
}

async function paper(title: string): Promise<string> {
  const made = await runCommand(served, OPERATOR.caller, async (tx, ctx) => {
    const place = await findPlace(tx, OPERATOR, TOWN, 'signedIn');
    return addPaper(tx, { ...ctx, today: day(today) }, place, {
      ...{ title, signedOn: today, paperClass: '佐证材料', originalAt: '1 盒 1 件' },
    });
  });
  return made.id;
}

interface Spell {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly name: string;
  readonly sealed: Buffer;
  readonly account: Buffer;
  readonly village: string;
}

/** People of a category whose one right is running. */
async function spells(where: ReturnType<typeof sql>): Promise<readonly Spell[]> {
  const { rows } = await sql<Spell>`select s.id, s.version, s.person_id as person, s.name,
      s.identity_sealed as sealed, s.account_sealed as account, v.name as village
    from spell s join village v on v.county_id = s.county_id and v.id = s.village_id
    where s.stop_month is null and s.died_on is null and s.voided_at is null and ${where}
      and (select count(*) from spell x where x.person_id = s.person_id) = 1
    order by s.name, s.id`.execute(served.db);
  return rows;
}

/** What a yearly rate gives in a month of the year: whole fen, and after twelve of them the whole year. */
const twelfth = (yuan: number, at: number) =>
  Math.round((yuan * 100 * at) / 12) - Math.round((yuan * 100 * (at - 1)) / 12);

interface Rates {
  /** Yuan a year: 复员, disabled of grades 10, 9 and 8, 烈属, 病故. */
  readonly yearly: readonly [number, number, number, number, number, number];
  /** Yuan a month: a year of service, illness, martyrs' children, the wars. */
  readonly monthly: readonly [number, number, number, number];
}

/** National tables of 2017-10 and 2018-08, with Anhui's 5 yuan for those returned with illness and of the wars. */
const BEFORE: Rates = {
  yearly: [12_860, 6_930, 9_260, 12_710, 23_130, 18_680],
  monthly: [30, 505, 390, 555],
};
const AFTER: Rates = {
  yearly: [14_060, 7_620, 10_190, 13_980, 25_440, 20_550],
  monthly: [35, 555, 440, 605],
};

/** By hand: what the roll of 360 is due in a month of 2018, by right; one of grade 10 is of grade 9 since March. */
function due(at: number, soldiers = 52): Readonly<Record<string, number>> {
  const { yearly, monthly } = at < 8 ? BEFORE : AFTER;
  const [old, ten, nine, eight, martyr, ill] = yearly.map((yuan) => twelfth(yuan, at)) as number[] &
    Rates['yearly'];
  const moved = at < 3 ? 0 : 1;
  return {
    在乡复员军人: 7 * old,
    残疾军人: (4 - moved) * ten + (3 + moved) * nine + eight,
    烈士遗属: martyr,
    病故军人遗属: 2 * ill,
    农村籍退役士兵: 1178 * monthly[0] * 100,
    带病回乡退伍军人: 12 * monthly[1] * 100,
    烈士子女: 4 * monthly[2] * 100,
    参: soldiers * monthly[3] * 100,
  };
}

const total = (sums: Readonly<Record<string, number>>) =>
  Object.values(sums).reduce((all, one) => all + one, 0);
/** What March's regrade is worth. */
const REGRADE = twelfth(9_260, 3) - twelfth(6_930, 3);

/** What a batch pays for a month, by right. */
function byKind({ items }: Month, month: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const one of items.flatMap((line) => line.items))
    if (one.month === month) {
      // Of the wars and the tests alike.
      const kind = one.kind.startsWith('参') ? '参' : one.kind;
      sums[kind] = (sums[kind] ?? 0) + one.fen;
    }
  return sums;
}

let first: Month;
let back: Item;
/** Of the wars: reported dead by mistake, and dead and reported late. */
let alive: Spell;
let dead: Spell;
let regraded: Spell;

test('January and February: every right as the tables say; what the bank returned goes to a new account', async () => {
  on('2018-01-10');
  first = await sent('2018-01');
  expect(first.lines).toBe(360);
  expect(byKind(first, '2018-01')).toEqual(due(1));
  back = first.items[7] as Item;
  on('2018-01-15');
  await answered('2018-01', first, back.id);

  on('2018-02-05');
  const holderName = back.person.name;
  const account = { holder: 'self', holderName, bankName: '农商行', account: '6228480099990001' };
  await good(clerk, 'POST', `/pay/batches/${first.batch}/reissue`, {
    ...{ lineId: back.id, ...account, paperId: await paper('银行卡照片') },
  });
  const february = await sent('2018-02');
  const again = february.items.find(({ person }) => person.id === back.person.id);
  expect([february.lines, again?.fen]).toEqual([360, 2 * back.fen]);
  expect(february.totalFen).toBe(total(due(2)) + back.fen);
  expect(byKind(february, '2018-02')).toEqual(due(2));
  on('2018-02-12');
  await answered('2018-02', february);
}, 600_000);

test('March to May: a regrade told a month late, and a report of a death that was a mistake', async () => {
  on('2018-03-06');
  const march = await sent('2018-03');
  expect(march.totalFen).toBe(total(due(3)) - REGRADE);
  await answered('2018-03', march);

  on('2018-04-04');
  regraded = (await spells(sql`s.category = '残疾军人' and s.grade = 10`))[0] as Spell;
  const evidence = await paper('残疾等级调整的批复');
  const { waiting } = await good<{ waiting: string }>(
    clerk,
    'POST',
    `/records/spell/${regraded.id}/correct`,
    {
      ...{ version: regraded.version, reason: '3 月起调为 9 级', paperId: evidence },
      cells: { stop_month: '2018-03', stop_reason: '调整等级' },
    },
  );
  await good(reviewer, 'POST', `/people/changes/${waiting}/accept`, { paperId: evidence });
  await good(clerk, 'POST', '/records/spell', {
    cells: {
      ...{
        name: regraded.name,
        identity: served.keys.open(regraded.sealed),
        village_id: regraded.village,
      },
      ...{ category: '残疾军人', grade: 9, disability_cause: '因公', from_month: '2018-03' },
      ...{ bank_name: '示范农商行映山支行', account: served.keys.open(regraded.account) },
    },
  });
  const april = await sent('2018-04');
  expect(april.totalFen).toBe(total(due(4)) + REGRADE);
  expect(april.items.find(({ person }) => person.id === regraded.person)?.fen).toBe(
    twelfth(9_260, 4) + REGRADE,
  );
  await answered('2018-04', april);

  on('2018-05-03');
  const [one, other] = await spells(sql`s.category = '参战退役人员'`);
  [alive, dead] = [one as Spell, other as Spell];
  const report = { type: 'death', day: '2018-04-28', source: '村里电话' };
  const { changeId } = await good<{ changeId: string }>(
    clerk,
    'POST',
    `/people/${alive.person}/events`,
    report,
  );
  const may = await sent('2018-05');
  const held = may.items.filter(({ state }) => state === 'held');
  expect(held.map(({ person }) => person.id)).toEqual([alive.person]);
  on('2018-05-08');
  await good(reviewer, 'POST', `/people/changes/${changeId}/reject`, { reason: '本人在世，村里弄错了' });
  const line = held[0]?.id ?? '';
  const release = ['--line', line, '--reason', '核实还在世'];
  await run('pay', 'release', '--batch', may.batch, ...release, '--as', MAKER);
  const late = ['--batch', may.batch, '--out', at('late.xlsx'), '--as', REVIEWER];
  expect((await run('pay', 'export', ...late)).file.name).toBe('PF-2018-05-01-补1.xlsx');
  await answered('2018-05', { ...may, items: may.items.map((item) => ({ ...item, state: null })) });
  expect(may.totalFen).toBe(total(due(5)));
}, 600_000);

test('June and July: a death told late stops, becomes a claim, and 自查 tells it until the money is back', async () => {
  on('2018-06-04');
  const certificate = await paper('死亡证明');
  const report = { type: 'death', day: '2018-04-20', source: '家属', paperId: certificate };
  const { changeId } = await good<{ changeId: string }>(
    clerk,
    'POST',
    `/people/${dead.person}/events`,
    report,
  );
  await good(reviewer, 'POST', `/people/changes/${changeId}/accept`, { paperId: certificate });
  const june = await sent('2018-06');
  expect([june.lines, june.totalFen]).toEqual([359, total(due(6, 51))]);
  await answered('2018-06', june);
  const { debts } = await run('pay', 'claims', '--division', TOWN);
  expect(debts).toMatchObject([{ openFen: 555_00, person: { id: dead.person } }]);

  on('2018-07-05');
  const july = await sent('2018-07');
  expect(july.totalFen).toBe(total(due(7, 51)));
  const checked = await run('check', '--division', TOWN, '--year', '2018');
  expect(checked.findings).toMatchObject([
    {
      code: 'paid_after_death',
      severity: 'must',
      expectedFen: 0,
      actualFen: 555_00,
      person: { id: dead.person },
    },
  ]);
  const cash = ['--person', dead.person, '--yuan', '555.00', '--receipt', '收-0007', '--as', MAKER];
  expect(await run('pay', 'claim-cash', '--division', TOWN, ...cash)).toMatchObject({ openFen: 0 });
  expect((await run('check', '--division', TOWN, '--year', '2018')).findings).toEqual([]);
  await answered('2018-07', july);
}, 600_000);

const RAISE = `package: 练习县-2018-参战增发
title: 练习县参战人员生活补助增发（练习）
sources:
  - { id: 练习-2018-增发, title: 关于提高参战人员生活补助的通知（练习）, issuer: 练习县民政局, number: 练民〔2018〕71号, issued: 2018-10-09, confidence: 练习 }
tables:
  - code: combat.topUp
    unit: fen_per_month
    axes: []
    combine: add
    values:
      - { region: "341524", from: 2018-08, to: 2019-07, knownOn: 2018-10-09, source: 练习-2018-增发, article: 第一条,
          status: published, confidence: high, cells: { "-": 2000 } }
`;

/** The wars alone, as the county's notice names them: they are 52 less the one who died. */
let soldiers: number;

test('August to October: the national raise in August, the county’s announced in October as arrears for everybody', async () => {
  on('2018-08-03');
  const august = await sent('2018-08');
  expect(byKind(august, '2018-08')).toEqual(due(8, 51));
  soldiers = new Set(
    august.items.filter(({ items }) => items.some(({ kind }) => kind.startsWith('参'))).map(({ id }) => id),
  ).size;
  await answered('2018-08', august);
  on('2018-09-04');
  const september = await sent('2018-09');
  expect([september.lines, september.totalFen]).toEqual([359, total(due(9, 51))]);
  await answered('2018-09', september);

  on('2018-10-12');
  writeFileSync(at('raise.yaml'), RAISE);
  const county = ['--division', '341524'];
  const entered = await run('law', 'enter', at('raise.yaml'), ...county, '--as', '周练习');
  expect(entered.status).toBe('entered');
  await run('law', 'adopt', '--package', '练习县-2018-参战增发', ...county, '--as', '吴练习');
  const october = await sent('2018-10');
  expect(soldiers).toBe(51);
  expect(october.totalFen).toBe(total(due(10, 51)) + soldiers * 3 * 20_00);
  const arrears = october.items.flatMap(({ items }) => items).filter(({ month }) => month < '2018-10');
  expect(arrears.map(({ month, fen }) => [month, fen]).sort()).toEqual(
    ['2018-08', '2018-09'].flatMap((month) => Array.from({ length: soldiers }, () => [month, 20_00])),
  );
  await answered('2018-10', october);
}, 600_000);

test('November and December; then the year: 自查 clean, verify clean, figures as counted again from the tables', async () => {
  for (const month of ['2018-11', '2018-12']) {
    on(`${month}-05`);
    const batch = await sent(month);
    expect(batch.totalFen).toBe(total(due(Number(month.slice(5)), 51)) + soldiers * 20_00);
    await answered(month, batch);
  }
  on('2019-02-05');
  expect((await run('check', '--division', TOWN, '--year', '2018')).findings).toEqual([]);
  expect(await run('verify')).toMatchObject({ ok: true, findings: [] });
  const { figures } = await run('figures', '--division', TOWN, '--year', '2018');
  const value = (code: string) => figures.find((one: { code: string }) => one.code === code)?.value;
  const expected = await recountMoney(served.db, 2018);
  for (const [code, counted] of Object.entries(expected).filter(([code]) => code !== 'G04'))
    expect([code, value(code)]).toEqual([code, counted]);
  expect([value('F01'), value('F06'), value('F07.people'), value('F07.amount')]).toEqual([
    360,
    1,
    1,
    '555.00',
  ]);
  expect([value('E12.added'), value('E12.left'), value('E15'), value('G04')]).toEqual([0, 1, '45.0', null]);
  const { num, den } = value('F04');
  // One line was late: what the bank returned in January was paid in February.
  expect([den - num, value('F05')]).toEqual([1, { num: den, den }]);
  const { records } = await run('trace', 'F02', '--division', TOWN, '--year', '2018');
  expect(new Set(records.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['payLine', 'recovery']),
  );
  const line = records.find(({ kind }: { kind: string }) => kind === 'payLine');
  expect(await good(clerk, 'GET', `/pay/lines/${line.id}`)).toMatchObject({ id: line.id });
}, 600_000);
