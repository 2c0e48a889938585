import type { Action, May } from '../../kernel/context.ts';
import { covers } from '../divisions/index.ts';

export const ROLES = ['经办', '复核', '批准', '财政所', '查阅', '管理', '审计员'] as const;
export type Role = (typeof ROLES)[number];

/** A role at a place; it holds there and everywhere below. */
export interface Grant {
  readonly role: Role;
  readonly divisionCode: string;
}

const READ: readonly Action[] = [
  'figures.read',
  'records.read',
  'people.read',
  'papers.read',
  'report.read',
  'law.read',
  'pay.read',
];

/**
 * What each role may do. Whoever signs takes in the scan of what was signed (`papers.add`), whoever sets parameters the
 * paper that says so; hanging papers on records is the clerk's. 管理 sees no personal data and no money; 审计员 reads
 * everything and writes nothing.
 */
export const ROLE_ACTIONS: Readonly<Record<Role, readonly Action[]>> = {
  经办: [
    ...READ,
    'records.write',
    'people.write',
    'people.reveal',
    'papers.add',
    'papers.write',
    'imports.write',
    'exports.write',
    'report.write',
    'law.write',
    'pay.make',
  ],
  复核: [
    ...READ,
    'people.review',
    'people.reveal',
    'papers.add',
    'exports.write',
    'law.adopt',
    'pay.review',
    'pay.bank',
  ],
  批准: [...READ, 'papers.add', 'report.sign', 'exports.write', 'law.adopt', 'pay.approve'],
  财政所: [
    'figures.read',
    'records.read',
    'papers.read',
    'papers.add',
    'law.read',
    'pay.read',
    'pay.review',
    'pay.bank',
  ],
  查阅: READ,
  管理: ['users.manage', 'settings.write', 'audit.read', 'backup.run', 'papers.add'],
  审计员: [...READ, 'audit.read', 'audit.byPerson'],
};

/** Every action there is, in a fixed order. */
export const ACTIONS: readonly Action[] = [...new Set(ROLES.flatMap((role) => ROLE_ACTIONS[role]))];

/** Approvals and every hand on money are for people with a pass code, never for the owner of the machine. */
const APPROVALS: ReadonlySet<Action> = new Set<Action>([
  'people.review',
  'report.sign',
  'law.adopt',
  'pay.make',
  'pay.review',
  'pay.approve',
  'pay.bank',
]);

/** The answer to every «may he?»: some role that does this, at a place that covers that one. */
export function mayOf(grants: readonly Grant[]): May {
  return (action, divisionCode) =>
    grants.some(
      (grant) => ROLE_ACTIONS[grant.role].includes(action) && covers(grant.divisionCode, divisionCode),
    );
}

/** The local operator may do everything everywhere but approve. */
export const operatorMay: May = (action) => !APPROVALS.has(action);

/** Roles that may do this. */
export const rolesWith = (action: Action): readonly Role[] =>
  ROLES.filter((role) => ROLE_ACTIONS[role].includes(action));

/** What somebody may do at all, wherever. */
export function actionsOf(grants: readonly Grant[]): readonly Action[] {
  return ACTIONS.filter((action) => grants.some((grant) => ROLE_ACTIONS[grant.role].includes(action)));
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

const EXCLUDED: readonly (readonly [Role, Role])[] = [
  ['经办', '批准'],
  ['复核', '批准'],
];

/** Two of these roles that one person may not hold together; undefined when all go together. */
export function excludedPair(roles: readonly Role[]): readonly [Role, Role] | undefined {
  const other = roles.find((role) => role !== '审计员');
  if (roles.includes('审计员') && other) return ['审计员', other];
  return EXCLUDED.find(([left, right]) => roles.includes(left) && roles.includes(right));
}
