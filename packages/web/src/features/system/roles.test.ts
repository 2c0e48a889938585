import { expect, it } from 'vitest';
import { excludedBy, missingHands, passCodeErrors, type User } from './roles.ts';

const holder = (...roles: string[]): User => ({
  id: 'u',
  name: '王某',
  lockedUntil: null,
  roles: roles.map((role) => ({
    id: role,
    role: role as User['roles'][number]['role'],
    divisionCode: '341524101000',
    divisionName: '示例镇',
    grantedAt: '2018-01-05T00:00:00Z',
    grantedBy: '王某',
  })),
});

it('经办 and 批准, 复核 and 批准, 审计员 and anybody exclude each other, both ways', () => {
  expect(excludedBy('批准', ['经办'])).toBe('和经办不能一人兼');
  expect(excludedBy('经办', ['批准'])).toBe('和批准不能一人兼');
  expect(excludedBy('复核', ['批准', '查阅'])).toBe('和批准不能一人兼');
  expect(excludedBy('审计员', ['查阅'])).toBe('和查阅不能一人兼');
  expect(excludedBy('查阅', ['审计员'])).toBe('和审计员不能一人兼');
  expect(excludedBy('管理', ['经办'])).toBeUndefined();
  expect(excludedBy('经办', ['经办'])).toBe('已有');
});

it('an office without three hands is told which are missing', () => {
  expect(missingHands([holder('经办', '管理')])).toEqual(['复核', '批准']);
  expect(missingHands([holder('经办'), holder('复核'), holder('批准')])).toEqual([]);
});

it('a pass code is long enough and the same twice; a rare character counts once', () => {
  expect(passCodeErrors('1234567', '1234567').map(({ field }) => field)).toEqual(['passCode']);
  expect(passCodeErrors('12345678', '12345679').map(({ field }) => field)).toEqual(['again']);
  expect(passCodeErrors('𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷').map(({ field }) => field)).toEqual(['passCode']);
  expect(passCodeErrors('青山绿水2018', '青山绿水2018')).toEqual([]);
});
