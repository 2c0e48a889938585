import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { covers, type Division } from '../divisions/index.ts';
import { hashPassCode } from './passcode.ts';
import { findAccountByName, findUser, listCountyUsers, type User } from './queries.ts';
import { excludedPair, isRole, type Role } from './rules.ts';

export interface NewUser {
  readonly name: string;
  readonly passCode: string;
  readonly roles: readonly string[];
  readonly division: Division;
}

/**
 * Creates a user with his first roles at one place. Refuses, in order: a place out of the caller's scope (not
 * found), a name empty, too long or taken, a role that is none, roles that exclude each other, a weak pass code.
 */
export async function createUser(db: Db, ctx: Ctx, wanted: NewUser): Promise<User> {
  const { division } = wanted;
  if (!ctx.may('users.manage', division.code)) throw new NotFound();
  await lockUsers(db);
  const name = await freeName(db, wanted.name);
  const roles = wanted.roles.map(roleOf);
  refuseExcluded(roles);
  const { salt, hash } = await hashPassCode(wanted.passCode);
  const id = newId();
  await db
    .insertInto('user_account')
    .values({
      county_id: division.countyId,
      id,
      name,
      pass_salt: salt,
      pass_hash: hash,
      created_by: ctx.actor.name,
    })
    .execute();
  await record(db, ctx, division, 'user.create', id);
  for (const role of roles) await insertRole(db, ctx, id, role, division);
  return getUser(db, division.countyId, id);
}

/** Gives a user one more role. Refuses an unknown role, one he has there already, and roles that exclude each other. */
export async function grantRole(
  db: Db,
  ctx: Ctx,
  userId: string,
  roleName: string,
  division: Division,
): Promise<User> {
  if (!ctx.may('users.manage', division.code)) throw new NotFound();
  await lockUsers(db);
  const user = await getUser(db, division.countyId, userId);
  const role = roleOf(roleName);
  if (user.roles.some((held) => held.role === role && held.divisionId === division.id))
    refuse('role_held', `${user.name}在${division.name}已是${role}。`);
  refuseExcluded([...user.roles.map((held) => held.role), role]);
  await insertRole(db, ctx, userId, role, division);
  return getUser(db, division.countyId, userId);
}

/** Takes a role away, at once: the next request of the user no longer has it. Refuses to take the last 管理. */
export async function endRole(
  db: Db,
  ctx: Ctx,
  countyId: number,
  userId: string,
  roleId: string,
): Promise<User> {
  await lockUsers(db);
  const user = await getUser(db, countyId, userId);
  const held = user.roles.find((role) => role.id === roleId);
  if (!held || !ctx.may('users.manage', held.divisionCode)) throw new NotFound();
  const managers = (await listCountyUsers(db, countyId)).flatMap((each) => each.roles).filter(isManager);
  if (isManager(held) && managers.length === 1)
    refuse('last_manager', '这是最后一个管理员，先设好另一个管理员再收回。');
  await db
    .updateTable('user_role')
    .set({ ended_at: new Date(ctx.now).toISOString(), ended_by: ctx.actor.name })
    .where('county_id', '=', countyId)
    .where('id', '=', roleId)
    .execute();
  await record(db, ctx, { countyId, id: held.divisionId }, 'role.end', userId, { role: held.role });
  return getUser(db, countyId, userId);
}

export interface NewPassCode {
  readonly passCode: string;
  /** Whether somebody who changes his own has just given the present one. */
  readonly isProved?: boolean;
}

/**
 * Sets a pass code and ends the user's sessions. His own wants the present one; another's is for who manages users
 * where he works.
 */
export async function setPassCode(
  db: Db,
  ctx: Ctx,
  countyId: number,
  userId: string,
  { passCode, isProved = false }: NewPassCode,
): Promise<void> {
  const user = await getUser(db, countyId, userId);
  if (ctx.actor.id === userId) {
    if (!isProved) refuse('pass_code_wrong', '现在的口令不对。');
  } else if (!user.roles.some((held) => ctx.may('users.manage', held.divisionCode))) {
    throw new NotFound();
  }
  const { salt, hash } = await hashPassCode(passCode);
  await db
    .updateTable('user_account')
    .set({ pass_salt: salt, pass_hash: hash, failed_count: 0, locked_until: null })
    .where('county_id', '=', countyId)
    .where('id', '=', userId)
    .execute();
  await endSessionsOf(db, ctx, user);
  const place = user.roles[0]?.divisionId;
  await record(db, ctx, { countyId, ...(place ? { id: place } : {}) }, 'passcode.set', userId);
}

/** Users with a role at the place or below it, for whoever manages users there. */
export async function listUsers(db: Db, ctx: Ctx, division: Division): Promise<readonly User[]> {
  if (!ctx.may('users.manage', division.code)) throw new NotFound();
  const users = await listCountyUsers(db, division.countyId);
  const isHere = (user: User) => user.roles.some((held) => covers(division.code, held.divisionCode));
  return users.filter((user) => user.roles.length === 0 || isHere(user));
}

async function getUser(db: Db, countyId: number, id: string): Promise<User> {
  const user = await findUser(db, countyId, id);
  if (!user) throw new NotFound();
  return user;
}

async function freeName(db: Db, text: string): Promise<string> {
  const name = text.trim();
  if (name === '') refuse('user_name', '请填姓名。');
  if (name.length > 30) refuse('user_name', '姓名太长，最多 30 个字。');
  if (await findAccountByName(db, name))
    refuse('user_name_taken', `已有用户「${name}」。同名的请加注，如「${name}（二）」。`);
  return name;
}

function roleOf(text: string): Role {
  return isRole(text) ? text : refuse('role_unknown', `没有「${text}」这个角色。`);
}

function refuseExcluded(roles: readonly Role[]): void {
  const pair = excludedPair(roles);
  if (pair) refuse('roles_excluded', `${pair[0]}和${pair[1]}不能是同一人，请另设一人。`);
}

const isManager = (held: { readonly role: Role }) => held.role === '管理';

// Roles that exclude each other, the last 管理 and free names are only true while nobody else changes users.
async function lockUsers(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('shuangyong.users'))`.execute(db);
}

async function endSessionsOf(db: Db, ctx: Ctx, user: User): Promise<void> {
  await db
    .updateTable('user_session')
    .set({ ended_at: new Date(ctx.now).toISOString() })
    .where('county_id', '=', user.countyId)
    .where('user_id', '=', user.id)
    .where('ended_at', 'is', null)
    .execute();
}

async function insertRole(db: Db, ctx: Ctx, userId: string, role: Role, division: Division): Promise<void> {
  await db
    .insertInto('user_role')
    .values({
      county_id: division.countyId,
      id: newId(),
      user_id: userId,
      role,
      division_id: division.id,
      granted_by: ctx.actor.name,
    })
    .execute();
  await record(db, ctx, division, 'role.grant', userId, { role });
}

function record(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly id?: string },
  action: string,
  userId: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordEvent(db, ctx, {
    countyId: place.countyId,
    action,
    ...(place.id ? { divisionId: place.id } : {}),
    recordKind: 'user',
    recordId: userId,
    detail,
  });
}
