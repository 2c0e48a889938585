import { describe, expect, it } from 'vitest';
import {
  errorOf,
  errorWords,
  FaultError,
  fieldErrors,
  NotFoundError,
  RefusedError,
  SignedOutError,
} from './errors.ts';

describe('what the server answers', () => {
  it('shows refusals in the words of the server', () => {
    const problem = errorOf(400, { refusals: [{ code: 'stale', message: '这条 10:32 有人改过。' }] });
    expect(problem).toBeInstanceOf(RefusedError);
    expect(errorWords(problem)).toEqual(['这条 10:32 有人改过。']);
  });
  it('gives the number of a fault and says that nothing changed', () => {
    const problem = errorOf(500, { errorNumber: 'E-7K2M' });
    expect(problem).toBeInstanceOf(FaultError);
    expect(errorWords(problem)).toEqual([
      '出错了，没有改动任何数据。请把编号 E-7K2M 告诉管理员，可先办别的。',
    ]);
  });
  it('tells what is wrong with the machine in the words of the server', () => {
    const problem = errorOf(503, { refusals: [{ code: 'disk_full', message: '磁盘满了。' }] });
    expect(errorWords(problem)).toEqual(['磁盘满了。']);
  });
  it('uses the same words for what is missing and what is not allowed', () => {
    expect(errorOf(404, undefined)).toBeInstanceOf(NotFoundError);
    expect(errorWords(errorOf(403, {}))).toEqual(errorWords(errorOf(404, {})));
  });
  it('tells an expired session from a refused sign-in', () => {
    expect(errorOf(401, { refusals: [{ code: 'sign_in', message: '请先登录。' }] })).toBeInstanceOf(
      SignedOutError,
    );
    expect(
      errorOf(400, { refusals: [{ code: 'wrong_pass_code', message: '姓名或口令不对。' }] }),
    ).toBeInstanceOf(RefusedError);
  });
  it('stands beside the fields the server names', () => {
    const problems = [{ field: 'died_on', code: 'value', reason: '日期读不出。' }];
    const refusal = { code: 'cells_invalid', message: '有 1 处要改正。', details: { problems } };
    expect(fieldErrors(errorOf(400, { refusals: [refusal] }), 'reason')).toEqual([
      { field: 'died_on', message: '日期读不出。' },
    ]);
    expect(fieldErrors(new NotFoundError(), 'reason').map((error) => error.field)).toEqual(['reason']);
  });
  it('never shows the inside of an unexpected error', () => {
    expect(errorWords(new TypeError('x is undefined')).join()).not.toContain('undefined');
  });
});
