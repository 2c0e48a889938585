import { expect, test } from 'vitest';
import { fieldsFor } from './newFields.ts';

test('a disabled soldier is asked grade and cause, a rural soldier years of service, and not the other way', () => {
  expect(fieldsFor('残疾军人')).toEqual(expect.arrayContaining(['grade', 'disability_cause']));
  expect(fieldsFor('残疾军人')).not.toContain('service_years');
  expect(fieldsFor('农村籍退役士兵')).toEqual(expect.arrayContaining(['service_years', 'residence']));
  expect(fieldsFor('农村籍退役士兵')).not.toContain('grade');
});

test('whoever draws nothing is not asked for an account', () => {
  expect(fieldsFor('现役军人家属')).not.toContain('account');
  expect(fieldsFor('参战退役人员')).toContain('account');
});

test('nothing is asked before the category is known', () => {
  expect(fieldsFor('')).toEqual([]);
});
