import { beforeAll, expect, test } from 'vitest';
import { MAKER, REVIEWER, TOWN, testCli } from './testing.ts';

const { on, run, serve, ended } = testCli();
const HERE = ['--division', TOWN];
let person: readonly string[];

beforeAll(async () => {
  on('2018-01-05');
  await run('sample');
  await serve();
  const { persons } = await run('due', ...HERE, '--from', '2018-01', '--to', '2018-01');
  const paid = persons.find(({ totalFen }: { totalFen: number }) => totalFen > 0);
  person = ['--person', paid.id];
}, 120_000);

const hold = (name: string, ...more: readonly string[]) => run('hold', name, ...person, ...more);
const WHY = ['--reason', '村里说联系不上'];

test('a hold by command holds the next payment back, and its release lets it go', async () => {
  expect(await hold('add', ...WHY, '--as', MAKER)).toMatchObject({ person: person[1], held: true });
  expect((await hold('add', ...WHY)).refused).toBe('held_already');
  const batch = await run('pay', 'open', ...HERE, '--month', '2018-01', '--as', MAKER);
  const { items } = await run('pay', 'show', '--batch', batch.batch);
  const own = items.find(({ person: { id } }: { person: { id: string } }) => id === person[1]);
  expect(own).toMatchObject({ state: 'held', code: 'hold' });
  const release = ['--batch', batch.batch, '--line', own.id, '--reason', '见到了', '--as', MAKER];
  expect((await run('pay', 'release', ...release)).refused).toBe('still_held');
  expect(await hold('release', '--reason', '上门见到本人')).toMatchObject({ held: false });
  expect(await run('pay', 'release', ...release)).toMatchObject({ held: batch.held - 1 });
  expect((await hold('release', '--reason', '再来')).refused).toBe('not_held');
}, 120_000);

test('a hold is the clerk’s, of somebody who is there, and says why', async () => {
  expect((await hold('add', ...WHY, '--as', REVIEWER)).refused).toBe('not_allowed');
  const nobody = ['--person', '01900000-0000-7000-8000-000000000000'];
  expect((await run('hold', 'add', ...nobody, ...WHY)).refused).toBe('not_found');
  expect((await run('hold', 'add', '--person', '张三', ...WHY)).refused).toBe('not_found');
  expect((await hold('add', '--reason', ' ')).refused).toBe('reason_missing');
  expect((await ended('hold', 'add', ...person)).code).toBe(2);
}, 120_000);
