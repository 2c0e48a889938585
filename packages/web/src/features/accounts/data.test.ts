import { expect, test } from 'vitest';
import { FaultError, RefusedError } from '../../api/errors.ts';
import { accountErrors } from './data.ts';

test('what is refused about an account stands beside its field', () => {
  const refused = new RefusedError([
    { code: 'holder_name', message: '户名与姓名不一样' },
    { code: 'account_of_other', message: '这个账号已是别人的' },
    { code: 'invalid', message: '读不出', details: { problems: [{ field: 'bankName', reason: '太长' }] } },
    { code: 'else', message: '别的' },
  ]);
  expect(accountErrors(refused).map(({ field, message }) => `${field} ${message}`)).toEqual([
    'holderName 户名与姓名不一样',
    'account 这个账号已是别人的',
    'bankName 太长',
    'account 别的',
  ]);
  expect(accountErrors(new FaultError('E-1'))[0]?.field).toBe('account');
});
