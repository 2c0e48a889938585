import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { MAKER, REVIEWER, TOWN, testCli } from './testing.ts';

const { at, ended, on, run, serve } = testCli();
const HERE = ['--division', TOWN];

beforeAll(async () => {
  on('2018-01-05');
  await run('sample');
  await serve();
  writeFileSync(at('同意.txt'), '同意映山镇一人办公。');
}, 120_000);

const ONE = ['--code', 'office.onePerson', '--value', '是', '--basis', '县双拥办批复'];
const set = (...more: readonly string[]) => run('setting', 'set', ...HERE, ...more);

test('the owner of the machine sets 一人办公 on a paper, nobody without one; who sets nothing may not ask', async () => {
  expect((await set(...ONE)).refused).toBe('paper_missing');
  expect((await set(...ONE, '--paper', at('没有.txt'))).refused).toBe('file_unreadable');
  // The maker sets parameters, and not this one.
  for (const who of [MAKER, REVIEWER])
    expect((await set(...ONE, '--paper', at('同意.txt'), '--as', who)).refused).toBe('not_allowed');
  expect(await set(...ONE, '--paper', at('同意.txt'))).toMatchObject({ value: true });
  const { settings } = await run('setting', 'show', ...HERE);
  expect(settings).toContainEqual({ code: 'office.onePerson', name: '一人办公', value: true });
  expect(await run('verify')).toMatchObject({ ok: true });
}, 120_000);

test('taken back it wants no paper; a value of the wrong kind and an unknown setting are refused', async () => {
  const back = ['--code', 'office.onePerson', '--value', '否', '--basis', '已有三人'];
  expect(await set(...back)).toMatchObject({ value: false });
  const basis = ['--basis', '县里定'];
  expect((await set('--code', 'notice.days', '--value', '多', ...basis)).refused).toBe('setting_value');
  expect((await set('--code', 'nothing', '--value', '是', ...basis)).refused).toBe('setting_unknown');
  const nine = ['--code', 'notice.days', '--value', '9', ...basis];
  expect((await ended('setting', 'set', ...HERE, ...nine, '--from', '春节')).code).toBe(2);
  expect(await set(...nine)).toMatchObject({ value: 9 });
  expect((await run('setting', 'show', ...HERE, '--as', REVIEWER)).refused).toBe('not_allowed');
}, 120_000);
