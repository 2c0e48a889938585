import { sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
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

export interface SessionRow {
  readonly kind: string;
  readonly seenAt: string;
  readonly user: User | undefined;
}

interface RawSession {
  readonly kind: string;
  readonly seen_at: string;
  readonly account: AccountRow | null;
  readonly roles: readonly HeldRole[];
}

/**
 * A live session with its user and his live roles, read in one statement: every request begins with it, and a right
 * taken away must be gone with the next one.
 */
export async function findSessionRow(
  db: Db,
  tokenHash: Buffer,
  since: string,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<RawSession>`select s.kind, s.seen_at, case when u.id is null then null else
      jsonb_build_object('county_id', u.county_id, 'id', u.id, 'name', u.name, 'locked_until', u.locked_until) end as account,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'divisionId', d.id, 'divisionCode', d.code,
          'divisionName', d.name, 'grantedAt', r.granted_at, 'grantedBy', r.granted_by) order by r.granted_at, r.id)
        from user_role r join division d on d.county_id = r.county_id and d.id = r.division_id
        where r.county_id = u.county_id and r.user_id = u.id and r.ended_at is null), '[]') as roles
    from user_session s left join user_account u on u.county_id = s.county_id and u.id = s.user_id and u.disabled_at is null
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.seen_at > ${since} ${kept}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { kind, seen_at: seenAt, account, roles } = row;
  const user = account && {
    ...{ countyId: account.county_id, id: account.id, name: account.name },
    ...{ lockedUntil: account.locked_until, roles },
  };
  return { kind, seenAt, user: user ?? undefined };
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
