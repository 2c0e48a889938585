import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { isPassCode, pretendCheck } from './passcode.ts';
import { findSessionRow, findUser, hasUsers, type User } from './queries.ts';

/** Who a session belongs to: a user with his live roles, or the owner of the machine before there is any user. */
export type SessionHolder = { readonly kind: 'user'; readonly user: User } | { readonly kind: 'operator' };

export type SignIn =
  | { readonly kind: 'signedIn'; readonly user: User }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: string; readonly user: User; readonly isNew: boolean };

const FAILURES = 5;
const LOCK_MS = 15 * 60_000;
/** A forgotten session ends by itself; the screen has locked long before. */
const UNSEEN_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

const instant = (ms: number) => new Date(ms).toISOString();
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * Checks name and pass code. Takes the handle of the pool, not a transaction: a failure must count even though the
 * request is refused, and is counted before the check so that guesses made at once count one by one.
 */
export async function signIn(db: Db, now: number, name: string, passCode: string): Promise<SignIn> {
  return check(db, now, { name: name.trim() }, passCode);
}

/**
 * Whether this is the caller's own pass code: asked once more before he signs or changes it. Counts and locks like
 * signing in, so that an open screen is no place to guess; takes the handle of the pool for the same reason. Refuses
 * while locked.
 */
export async function isOwnPassCode(db: Db, ctx: Ctx, passCode: string): Promise<boolean> {
  if (ctx.actor.kind !== 'user') return false;
  const outcome = await check(db, ctx.now, { id: ctx.actor.id }, passCode);
  if (outcome.kind !== 'locked') return outcome.kind === 'signedIn';
  if (outcome.isNew) await db.transaction().execute((tx) => recordLock(tx, ctx, outcome.user));
  return refuse('sign_in_locked', LOCKED_WORDS);
}

/** What somebody whose name is locked reads, at the sign-in and wherever his pass code is asked again. */
export const LOCKED_WORDS = '连续输错 5 次，已锁 15 分钟。急用请管理员另设口令。';

/** Notes in the log that a name was locked. */
export function recordLock(db: Db, ctx: Ctx, user: User): Promise<void> {
  return recordEvent(db, ctx, {
    countyId: user.countyId,
    action: 'session.lock',
    ...(user.roles[0] ? { divisionId: user.roles[0].divisionId } : {}),
    recordKind: 'user',
    recordId: user.id,
  });
}

type Asked = { readonly name: string } | { readonly id: string };

async function check(db: Db, now: number, asked: Asked, passCode: string): Promise<SignIn> {
  const account = await takeAttempt(db, now, asked);
  if (!account) {
    await pretendCheck(passCode);
    return (await findLock(db, now, asked)) ?? { kind: 'wrong' };
  }
  const user = await findUser(db, account.county_id, account.id);
  if (!user) return { kind: 'wrong' };
  if (await isPassCode(passCode, { salt: account.pass_salt, hash: account.pass_hash })) {
    await clearFailures(db, user);
    return { kind: 'signedIn', user };
  }
  return account.locked_until
    ? { kind: 'locked', until: account.locked_until, user, isNew: true }
    : { kind: 'wrong' };
}

// The fifth failure locks for a quarter of an hour; after a lock has run out, counting begins again.
async function takeAttempt(db: Db, now: number, asked: Asked) {
  const failures = sql<number>`case when locked_until is null then failed_count + 1 else 1 end`;
  const lock = sql<string>`case when ${failures} >= ${FAILURES} then ${instant(now + LOCK_MS)}::timestamptz end`;
  return db
    .updateTable('user_account')
    .set({ failed_count: failures, locked_until: lock })
    .where(isAsked(asked))
    .where('disabled_at', 'is', null)
    .where((where) =>
      where.or([where('locked_until', 'is', null), where('locked_until', '<=', instant(now))]),
    )
    .returning(['county_id', 'id', 'pass_salt', 'pass_hash', 'locked_until'])
    .executeTakeFirst();
}

const isAsked = (asked: Asked) =>
  'id' in asked ? sql<boolean>`id = ${asked.id}` : sql<boolean>`name = ${asked.name}`;

async function findLock(db: Db, now: number, asked: Asked): Promise<SignIn | undefined> {
  const row = await db
    .selectFrom('user_account')
    .select(['county_id', 'id', 'locked_until'])
    .where(isAsked(asked))
    .where('disabled_at', 'is', null)
    .where('locked_until', '>', instant(now))
    .executeTakeFirst();
  const user = row && (await findUser(db, row.county_id, row.id));
  return row?.locked_until && user
    ? { kind: 'locked', until: row.locked_until, user, isNew: false }
    : undefined;
}

async function clearFailures(db: Db, user: User): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ failed_count: 0, locked_until: null })
    .where('county_id', '=', user.countyId)
    .where('id', '=', user.id)
    .execute();
}

/** Opens a session and answers its token, which is kept nowhere but in the cookie. */
export async function openSession(db: Db, now: number, holder: User | 'operator'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const isUser = holder !== 'operator';
  await db
    .deleteFrom('user_session')
    .where('seen_at', '<', instant(now - 2 * UNSEEN_MS))
    .execute();
  await db
    .insertInto('user_session')
    .values({
      token_hash: hashOf(token),
      county_id: isUser ? holder.countyId : null,
      user_id: isUser ? holder.id : null,
      kind: isUser ? 'user' : 'operator',
      created_at: instant(now),
      seen_at: instant(now),
    })
    .execute();
  return token;
}

/**
 * Who holds this token now. Roles are read each time, so that a right taken away is gone with the next request;
 * without any role left the session is over, and so is the operator's as soon as there is a user.
 */
export async function findSession(db: Db, now: number, token: string): Promise<SessionHolder | undefined> {
  const row = await findSessionRow(db, hashOf(token), instant(now - UNSEEN_MS));
  if (!row) return undefined;
  if (Date.parse(row.seenAt) < now - SEEN_EVERY_MS) await noteSeen(db, now, token);
  if (row.kind === 'operator') return (await hasUsers(db)) ? undefined : { kind: 'operator' };
  return row.user && row.user.roles.length > 0 ? { kind: 'user', user: row.user } : undefined;
}

async function noteSeen(db: Db, now: number, token: string): Promise<void> {
  await db
    .updateTable('user_session')
    .set({ seen_at: instant(now) })
    .where('token_hash', '=', hashOf(token))
    .execute();
}

export async function endSession(db: Db, now: number, token: string): Promise<void> {
  await db
    .updateTable('user_session')
    .set({ ended_at: instant(now) })
    .where('token_hash', '=', hashOf(token))
    .execute();
}
