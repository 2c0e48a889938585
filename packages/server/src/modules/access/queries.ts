import type { Db } from '../../kernel/db.ts';
import type { Grant, Role } from './rules.ts';

/** A live role of a user, with the place by its present code and name. */
export interface HeldRole extends Grant {
  readonly id: string;
  readonly divisionId: string;
  readonly divisionName: string;
  readonly grantedAt: string;
  readonly grantedBy: string;
}

export interface User {
  readonly countyId: number;
  readonly id: string;
  readonly name: string;
  readonly lockedUntil: string | null;
  readonly roles: readonly HeldRole[];
}

interface AccountRow {
  readonly county_id: number;
  readonly id: string;
  readonly name: string;
  readonly locked_until: string | null;
}

const ACCOUNT = ['county_id', 'id', 'name', 'locked_until'] as const;

export async function hasUsers(db: Db): Promise<boolean> {
  const row = await db.selectFrom('user_account').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** A live account by its name, whatever the county: names are unique in an installation. */
export async function findAccountByName(db: Db, name: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('user_account')
    .select(ACCOUNT)
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function findUser(db: Db, countyId: number, id: string): Promise<User | undefined> {
  const row = await db
    .selectFrom('user_account')
    .select(ACCOUNT)
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && userOf(row, await rolesOf(db, countyId, [id]));
}

/** A user by his name, whatever the county. */
export async function findUserByName(db: Db, name: string): Promise<User | undefined> {
  const account = await findAccountByName(db, name);
  return account && findUser(db, account.county_id, account.id);
}

export async function listCountyUsers(db: Db, countyId: number): Promise<readonly User[]> {
  const rows = await db
    .selectFrom('user_account')
    .select(ACCOUNT)
    .where('county_id', '=', countyId)
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .execute();
  const roles = await rolesOf(
    db,
    countyId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => userOf(row, roles));
}

type RoleOfUser = HeldRole & { readonly userId: string };

async function rolesOf(db: Db, countyId: number, userIds: readonly string[]): Promise<readonly RoleOfUser[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('user_role as held')
    .innerJoin('division', (join) =>
      join.onRef('division.county_id', '=', 'held.county_id').onRef('division.id', '=', 'held.division_id'),
    )
    .select(['held.id', 'held.user_id', 'held.role', 'held.granted_at', 'held.granted_by'])
    .select(['division.id as division_id', 'division.code', 'division.name'])
    .where('held.county_id', '=', countyId)
    .where('held.user_id', 'in', userIds)
    .where('held.ended_at', 'is', null)
    .orderBy('held.granted_at')
    .orderBy('held.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    role: row.role as Role,
    divisionId: row.division_id,
    divisionCode: row.code,
    divisionName: row.name,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
  }));
}

function userOf(row: AccountRow, roles: readonly RoleOfUser[]): User {
  const own = roles.filter((role) => role.userId === row.id).map(({ userId: _, ...role }) => role);
  return { countyId: row.county_id, id: row.id, name: row.name, lockedUntil: row.locked_until, roles: own };
}
