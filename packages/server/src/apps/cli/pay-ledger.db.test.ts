import { Readable } from 'node:stream';
import { beforeAll, expect, test, vi } from 'vitest';
import { APPROVER, MAKER, TOWN, testCli } from './testing.ts';

const { on, run, serve } = testCli();
const HERE = ['--division', TOWN];

/** The one document of a command at the township, and the code of its first refusal. */
const command = (...words: readonly string[]) => run(...words, ...HERE);

const pay = (name: string, who: string | undefined, ...args: readonly string[]) =>
  command('pay', name, ...args, ...(who === undefined ? [] : ['--as', who]));

const NOBODY = '341524194603150010';

/** Runs a command that reads its standard input. */
async function typed<T>(text: string, work: () => Promise<T>): Promise<T> {
  const stdin = vi.spyOn(process, 'stdin', 'get');
  stdin.mockReturnValue(Readable.from([text, '\n']) as unknown as typeof process.stdin);
  return work().finally(() => stdin.mockRestore());
}

beforeAll(async () => {
  on('2018-02-05');
  await run('sample');
  await serve();
}, 120_000);

test('somebody who is not on the roll, a kind or an amount nobody knows is refused by name', async () => {
  const who = ['--id-stdin', '--month', '2018-02', '--fund', 'township', '--reason', '春节'];
  const award = (kind: string, yuan: string, as: string | null = MAKER) =>
    typed(NOBODY, () => pay('award', as ?? undefined, '--kind', kind, '--yuan', yuan, ...who));
  expect((await award('慰问金', '500', null)).refused).toBe('pass_code_missing');
  expect((await award('慰问金', '500', APPROVER)).refused).toBe('not_allowed');
  expect((await award('红包', '500')).refused).toBe('word_unknown');
  expect((await award('慰问金', '500')).refused).toBe('not_on_roll');
  const accounts = (...named: readonly string[]) =>
    typed(NOBODY, () => pay('accounts', undefined, ...named)).then(({ refused }) => refused);
  expect(await accounts('--id-stdin')).toBe('not_on_roll');
  expect(await accounts()).toBe('person_missing');
  expect(await accounts('--id-stdin', '--person', NOBODY)).toBe('person_missing');
  expect((await pay('awards', undefined, '--year', '2018')).awards).toEqual([]);
}, 120_000);

test('an award is decided, put right and taken back by commands, and told with where it is', async () => {
  const due = await command('due', '--from', '2018-01', '--to', '2018-01');
  const id: string = due.persons[0].id;
  const money = ['--yuan', '500', '--month', '2018-02', '--fund', 'township'];
  const decided = await pay('award', MAKER, '--kind', '慰问金', '--person', id, '--reason', '春节', ...money);
  expect(decided).toMatchObject({ lines: 1, totalFen: 50_000 });
  const awards = async () => (await pay('awards', undefined, '--year', '2018')).awards;
  const [first] = await awards();
  expect(first).toMatchObject({ person: { id }, fen: 50_000, state: 'free' });
  const anew = ['--yuan', '300', '--month', '2018-02', '--fund', 'county', '--why', '春节'];
  const right = await pay('revoke', MAKER, '--award', first.id, '--reason', '看错', ...anew);
  expect(right).toMatchObject({ lines: 2, totalFen: -20_000 });
  const [second] = await awards();
  expect(second).toMatchObject({ fen: 30_000, fund: 'county', isAnew: true });
  expect(await pay('revoke', MAKER, '--award', second.id, '--reason', '不发了')).toMatchObject({ lines: 1 });
  expect((await awards()).map(({ state }: { state: string }) => state)).toEqual(['revoked', 'revoked']);
  expect((await pay('accounts', undefined, '--person', id)).onRoll.accountTail).toMatch(/^\d{4}$/);
}, 120_000);

test('a month is looked at by anybody who may, and closed by the approver alone', async () => {
  const told = await pay('periods', undefined);
  expect(told).toMatchObject({ closed: [], month: '2018-02' });
  expect((await pay('period-close', MAKER, '--month', '2018-02')).refused).toBe('not_allowed');
  expect((await pay('period-close', APPROVER, '--month', '2018-03')).refused).toBe('month_order');
  expect(await pay('period-close', APPROVER, '--month', '2018-02')).toMatchObject({ month: '2018-02' });
  expect((await pay('periods', undefined)).closed).toHaveLength(1);
}, 120_000);

test('what is named by an id that is not there is not found', async () => {
  const id = '01900000-0000-7000-8000-000000000000';
  expect((await pay('revoke', MAKER, '--award', id, '--reason', '写错')).refused).toBe('not_found');
  expect((await pay('account-end', MAKER, '--account', id, '--reason', '销户')).refused).toBe('not_found');
  expect((await pay('revoke', MAKER, '--award', id, '--reason', '写错', '--yuan', '5')).refused).toBe(
    'reason_missing',
  );
}, 120_000);

test('a debt from before is a claim: noticed, paid back in cash, the rest written off by the approver alone', async () => {
  const { records } = await command('trace', 'D01', '--year', '2017');
  const papers = records.flatMap((record: { papers: readonly { id: string }[] }) => record.papers);
  const paper = ['--paper', papers[0]?.id];
  const { persons } = await command('due', '--from', '2017-12', '--to', '2017-12');
  const owing = persons.find(({ rights }: { rights: readonly { category: string }[] }) =>
    rights.some(({ category }) => category === '参战退役人员'),
  );
  const person = ['--person', owing.id];
  expect((await pay('claim-notice', MAKER, ...person)).refused).toBe('no_claim');
  const debt = ['--person', owing.id, '--kind', '参战退役人员', '--month', '2016-05', '--yuan', '505'];
  const why = ['--fund', 'central', '--reason', '审计发现多发', ...paper];
  expect((await pay('debt', MAKER, ...debt, ...why)).refused).toBe('not_allowed');
  await pay('debt', APPROVER, ...debt, ...why);

  const plan = ['--yuan', '100', '--from', '2018-03'];
  expect((await pay('claim-plan', MAKER, ...person, ...plan)).refused).toBe('notice_missing');
  expect(await pay('claim-notice', MAKER, ...person)).toMatchObject({ openFen: 50_500, state: 'noticed' });
  expect(await pay('claim-plan', MAKER, ...person, ...plan)).toMatchObject({ state: 'planned' });
  const cash = (yuan: string) => pay('claim-cash', MAKER, ...person, '--yuan', yuan, '--receipt', '收-1');
  expect((await cash('505.01')).refused).toBe('over_claim');
  expect(await cash('205')).toMatchObject({ openFen: 30_000 });
  const rest = [...person, ...paper, '--reason', '无力退还'];
  expect(await pay('claim-propose', MAKER, ...rest)).toMatchObject({ state: 'proposed' });
  expect((await pay('claim-write-off', MAKER, ...rest)).refused).toBe('not_allowed');
  // Signed on paper: the clerk's hand would do, in an office of one person only.
  expect((await pay('claim-write-off', MAKER, ...rest, '--signer', '李镇长')).refused).toBe('not_allowed');
  expect(await pay('claim-write-off', APPROVER, ...rest)).toMatchObject({ openFen: 0, state: 'written_off' });
  expect((await command('pay', 'claims')).debts).toEqual([]);

  const [{ recoveries }] = (await command('pay', 'claims', '--all')).debts;
  const of = (kind: string) => recoveries.find((one: { kind: string }) => one.kind === kind).ids[0];
  const undo = ['--recovery', of('write_off'), '--reason', '找到家属'];
  expect((await pay('claim-undo', MAKER, ...undo)).refused).toBe('not_allowed');
  expect((await pay('claim-undo', MAKER, ...undo, '--signer', '李镇长')).refused).toBe('paper_missing');
  await pay('claim-undo', APPROVER, ...undo);
  expect((await command('pay', 'claims')).debts).toMatchObject([{ openFen: 30_000 }]);
  expect((await run('verify')).ok).toBe(true);
}, 120_000);
