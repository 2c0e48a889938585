import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { commandLine } from './testing.ts';

const run = (...args: readonly string[]) => commandLine(args);

test('an unknown command, an unknown option and a missing one are wrong usage, in Chinese', async () => {
  expect(await run('usr')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('没有这个命令：usr'),
  });
  expect(await run('sample', '--planted')).toMatchObject({
    code: 2,
    err: expect.stringContaining('没有这个选项'),
  });
  expect(await run('user', 'add', '--name', '王某')).toMatchObject({
    code: 2,
    err: expect.stringContaining('少了必填的选项：--role'),
  });
});

test('an address others can reach without a certificate is refused, with --json as one document', async () => {
  const said = await run('serve', '--host', '0.0.0.0', '--no-open', '--json');
  expect(said.code).toBe(1);
  expect(JSON.parse(said.out)).toMatchObject({ refusals: [{ code: 'certificate_needed' }] });
  expect(said.err).toContain('必须加密');
});

test('a command line without a command is wrong usage', async () => {
  expect(await run('--json')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('没有写要做什么'),
  });
});

test('a day set for tests stands over what is printed, beside a JSON document on standard error', async () => {
  vi.stubEnv('SHUANGYONG_TODAY', '2018-01-05');
  const out = join(tmpdir(), 'shuangyong-cli-blank.xlsx');
  const [words, json] = [await run('template', '--out', out), await run('template', '--out', out, '--json')];
  expect(words.out.split('\n')[0]).toBe('今天按 2018-01-05（SHUANGYONG_TODAY）');
  expect([JSON.parse(json.out), json.err]).toEqual([
    { file: out },
    '今天按 2018-01-05（SHUANGYONG_TODAY）\n',
  ]);
  vi.unstubAllEnvs();
});
