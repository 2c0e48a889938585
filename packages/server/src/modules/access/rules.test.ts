import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../kernel/context.ts';
import {
  ACTIONS,
  actionsOf,
  excludedPair,
  mayOf,
  operatorMay,
  ROLE_ACTIONS,
  ROLES,
  type Role,
} from './rules.ts';

// A small country: two provinces, cities, counties, townships, as parents and not as prefixes.
const PARENT: Readonly<Record<string, string | undefined>> = {
  '340000000000': undefined,
  '341500000000': '340000000000',
  '341524000000': '341500000000',
  '341524101000': '341524000000',
  '341524102000': '341524000000',
  '341525000000': '341500000000',
  '341525101000': '341525000000',
  '420000000000': undefined,
  '421000000000': '420000000000',
  '421022000000': '421000000000',
  '421022103000': '421022000000',
};
const places = Object.keys(PARENT);

function isAtOrBelow(place: string, scope: string): boolean {
  for (let at: string | undefined = place; at !== undefined; at = PARENT[at]) if (at === scope) return true;
  return false;
}

// The table of the site map once more, by action instead of by role.
const WHO: Readonly<Record<Action, readonly Role[]>> = {
  'figures.read': ['经办', '复核', '批准', '财政所', '查阅', '审计员'],
  'records.read': ['经办', '复核', '批准', '财政所', '查阅', '审计员'],
  'records.write': ['经办'],
  'people.read': ['经办', '复核', '批准', '查阅', '审计员'],
  'people.write': ['经办'],
  'people.review': ['复核'],
  'people.reveal': ['经办', '复核'],
  'papers.read': ['经办', '复核', '批准', '财政所', '查阅', '审计员'],
  'papers.add': ['经办', '复核', '批准', '财政所', '管理'],
  'papers.write': ['经办'],
  'imports.write': ['经办'],
  'exports.write': ['经办', '复核', '批准'],
  'report.read': ['经办', '复核', '批准', '查阅', '审计员'],
  'report.write': ['经办'],
  'report.sign': ['批准'],
  'law.read': ['经办', '复核', '批准', '财政所', '查阅', '审计员'],
  'law.write': ['经办'],
  'law.adopt': ['复核', '批准'],
  'pay.read': ['经办', '复核', '批准', '财政所', '查阅', '审计员'],
  'pay.make': ['经办'],
  'pay.review': ['复核', '财政所'],
  'pay.approve': ['批准'],
  'pay.bank': ['复核', '财政所'],
  'users.manage': ['管理'],
  'settings.write': ['管理'],
  'audit.read': ['管理', '审计员'],
  'audit.byPerson': ['审计员'],
  'backup.run': ['管理'],
};

describe('who may do what, where', () => {
  const grant = fc.record({ role: fc.constantFrom(...ROLES), divisionCode: fc.constantFrom(...places) });

  test('any user, any roles, any place: as going through every grant by hand says', () => {
    fc.assert(
      fc.property(
        fc.array(grant, { maxLength: 5 }),
        fc.constantFrom(...ACTIONS),
        fc.constantFrom(...places),
        (grants, action, place) => {
          const byHand = grants.some(
            ({ role, divisionCode }) => WHO[action].includes(role) && isAtOrBelow(place, divisionCode),
          );
          expect(mayOf(grants)(action, place)).toBe(byHand);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a role taken away never adds anything', () => {
    fc.assert(
      fc.property(fc.array(grant, { minLength: 1, maxLength: 5 }), fc.nat(), (grants, pick) => {
        const fewer = grants.filter((_, index) => index !== pick % grants.length);
        for (const action of ACTIONS)
          for (const place of places)
            if (mayOf(fewer)(action, place)) expect(mayOf(grants)(action, place)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('every action is done by somebody', () => {
    expect([...ACTIONS].sort()).toEqual(Object.keys(WHO).sort());
  });

  test('管理 sees no personal data and no money', () => {
    const actions = actionsOf([{ role: '管理', divisionCode: '341524101000' }]);
    expect(actions).toEqual(['papers.add', 'users.manage', 'settings.write', 'audit.read', 'backup.run']);
  });

  test('审计员 writes nothing', () => {
    expect(ROLE_ACTIONS.审计员.filter((action) => /write|review|sign|adopt|manage|run/.test(action))).toEqual(
      [],
    );
  });

  test('the owner of the machine does everything but approve', () => {
    const refused = ACTIONS.filter((action) => !operatorMay(action, '341524101000'));
    expect(refused).toEqual([
      ...['pay.make', 'people.review', 'law.adopt', 'pay.review', 'pay.bank', 'report.sign', 'pay.approve'],
    ]);
  });
});

describe('roles that exclude each other', () => {
  test('经办 and 批准, 复核 and 批准, 审计员 and any other', () => {
    expect(excludedPair(['经办', '批准'])).toEqual(['经办', '批准']);
    expect(excludedPair(['查阅', '批准', '复核'])).toEqual(['复核', '批准']);
    expect(excludedPair(['查阅', '审计员'])).toEqual(['审计员', '查阅']);
  });
  test('the first user holds 经办 and 管理', () => expect(excludedPair(['经办', '管理'])).toBeUndefined());
  test('审计员 alone, at two places, is fine', () =>
    expect(excludedPair(['审计员', '审计员'])).toBeUndefined());
});
