import { describe, expect, test } from 'vitest';
import { answerOf } from './errors.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('trouble of the machine is told in words, not by an error number', () => {
  test.each([
    ['a file that does not fit', coded('ENOSPC'), 'disk_full', '磁盘满了'],
    ['a quota that is used up', coded('EDQUOT'), 'disk_full', '腾出空间'],
    ['a table that cannot grow', coded('53100'), 'disk_full', '没有动'],
    ['a database that is shut down', coded('57P01'), 'database_away', '自动恢复'],
    ['one that has crashed', coded('57P02'), 'database_away', '刷新看一看'],
    ['one that is starting', coded('57P03'), 'database_away', '不会重复'],
    ['nobody at the socket', coded('ENOENT', { syscall: 'connect' }), 'database_away', '再办一次'],
    ['a socket that nobody serves', coded('ECONNREFUSED'), 'database_away', '再办一次'],
    ['a broken connection', new Error('Connection terminated unexpectedly'), 'database_away', '还不知道'],
    ['what lies behind an error', new Error('x', { cause: coded('ENOSPC') }), 'disk_full', '磁盘满了'],
  ])('%s', (_what, error, code, words) => {
    const { status, body, errorNumber } = answerOf(error);
    expect([status, errorNumber]).toEqual([503, undefined]);
    expect(body).toEqual({ refusals: [{ code, message: expect.stringContaining(words) }] });
  });

  test.each([
    ['a file that is missing', coded('ENOENT', { syscall: 'open' })],
    ['a key that is taken', coded('23505')],
    ['a mistake of ours', new TypeError('x is undefined')],
  ])('%s is a bug with a number', (_what, error) => {
    expect(answerOf(error)).toMatchObject({ status: 500, errorNumber: expect.stringMatching(/^E-/) });
  });
});
