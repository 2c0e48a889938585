import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { testContext } from '../../testing/context.ts';
import { testDatabase } from '../../testing/index.ts';
import { type Division, ensureTownship } from '../divisions/index.ts';
import {
  createUser,
  endRole,
  endSession,
  findSession,
  grantRole,
  hasUsers,
  isOwnPassCode,
  listUsers,
  mayOf,
  openSession,
  setPassCode,
  signIn,
  type User,
} from './index.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys);
const now = ctx.now;
const PASS = '青山绿水-2018';

let town: Division;
let clerk: User;

const add = (name: string, roles: readonly string[], passCode = PASS, asCtx = ctx) =>
  db.transaction().execute((tx) => createUser(tx, asCtx, { name, passCode, roles, division: town }));

beforeAll(async () => {
  const township = { code: '341524101', name: '示例镇' };
  town = (await db.transaction().execute((tx) => ensureTownship(tx, ctx, township))).division;
});

test('the one-time session of the machine ends as soon as there is a user', async () => {
  const token = await openSession(db, now, 'operator');
  expect(await findSession(db, now, token)).toEqual({ kind: 'operator' });
  expect(await hasUsers(db)).toBe(false);
  clerk = await add('王某', ['经办', '管理']);
  expect(await findSession(db, now, token)).toBeUndefined();
});

test('the right name and pass code open a session with the roles at their place', async () => {
  const outcome = await signIn(db, now, ' 王某 ', PASS);
  expect(outcome).toMatchObject({ kind: 'signedIn', user: { id: clerk.id } });
  const holder = await findSession(db, now, await openSession(db, now, clerk));
  expect(holder).toMatchObject({ kind: 'user', user: { name: '王某' } });
  expect(clerk.roles.map(({ role, divisionCode }) => [role, divisionCode])).toEqual([
    ['经办', '341524101000'],
    ['管理', '341524101000'],
  ]);
});

test('full-width digits from a Chinese input method are the same pass code', async () => {
  expect(await signIn(db, now, '王某', '青山绿水-２０１８')).toMatchObject({ kind: 'signedIn' });
});

test('neither pass code nor session token can be read from the database', async () => {
  const token = await openSession(db, now, clerk);
  const kept = await pool.query(
    "select coalesce(encode(pass_hash, 'escape'), '') as v from user_account union all select encode(token_hash, 'escape') from user_session",
  );
  for (const { v } of kept.rows) {
    expect(v).not.toContain(PASS);
    expect(v).not.toContain(token);
  }
});

test('five failures lock for a quarter of an hour, even against the right pass code', async () => {
  await add('李某', ['复核']);
  for (let tries = 1; tries <= 4; tries += 1)
    expect(await signIn(db, now, '李某', '不是这个口令')).toEqual({ kind: 'wrong' });
  expect(await signIn(db, now, '李某', '不是这个口令')).toMatchObject({ kind: 'locked', isNew: true });
  expect(await signIn(db, now + 14 * 60_000, '李某', PASS)).toMatchObject({ kind: 'locked', isNew: false });
  expect(await signIn(db, now + 16 * 60_000, '李某', PASS)).toMatchObject({ kind: 'signedIn' });
});

test('guesses made at once are counted one by one', async () => {
  await add('赵某', ['查阅']);
  const outcomes = await Promise.all(
    Array.from({ length: 7 }, () => signIn(db, now, '赵某', '猜一猜猜一猜')),
  );
  expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(4);
  expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(3);
});

test('an unknown name answers like a wrong pass code', async () => {
  expect(await signIn(db, now, '没有这个人', PASS)).toEqual({ kind: 'wrong' });
});

test('a role taken away is gone with the next request, the last one ends the session', async () => {
  const user = await add('刘某', ['查阅', '财政所']);
  const token = await openSession(db, now, user);
  const [first, second] = user.roles;
  const take = (roleId = '') =>
    db.transaction().execute((tx) => endRole(tx, ctx, user.countyId, user.id, roleId));
  await take(first?.id);
  const holder = await findSession(db, now, token);
  const roles = holder?.kind === 'user' ? holder.user.roles : [];
  expect(mayOf(roles)('people.read', town.code)).toBe(false);
  expect(mayOf(roles)('figures.read', town.code)).toBe(true);
  await take(second?.id);
  expect(await findSession(db, now, token)).toBeUndefined();
});

test('signing out, half a day unseen and a new pass code end a session', async () => {
  const user = await add('孙某', ['查阅']);
  const tokens = await Promise.all([1, 2, 3].map(() => openSession(db, now, user)));
  const isOpen = async (index: number, at = now) =>
    (await findSession(db, at, tokens[index] ?? '')) !== undefined;
  await endSession(db, now, tokens[0] ?? '');
  expect(await isOpen(0)).toBe(false);
  expect(await isOpen(1, now + 13 * 3_600_000)).toBe(false);
  expect(await isOpen(2)).toBe(true);
  await db
    .transaction()
    .execute((tx) => setPassCode(tx, ctx, user.countyId, user.id, { passCode: '换过的口令123' }));
  expect(await isOpen(2)).toBe(false);
  expect(await signIn(db, now, '孙某', '换过的口令123')).toMatchObject({ kind: 'signedIn' });
});

test('his own pass code is changed only by who has just given the present one', async () => {
  const own = testContext(keys, { actor: { kind: 'user', id: clerk.id, name: '王某' } });
  const change = (isProved: boolean) =>
    db
      .transaction()
      .execute((tx) => setPassCode(tx, own, clerk.countyId, clerk.id, { passCode: PASS, isProved }));
  await expect(change(false)).rejects.toMatchObject({ code: 'pass_code_wrong' });
  await change(true);
});

test('guesses at an open screen count with those at the sign-in, lock the name and are in the log', async () => {
  const user = await add('郑某', ['批准']);
  const own = testContext(keys, { actor: { kind: 'user', id: user.id, name: '郑某' } });
  expect(await isOwnPassCode(db, own, PASS)).toBe(true);
  for (let n = 0; n < 3; n += 1) expect(await isOwnPassCode(db, own, `猜的口令${n}`)).toBe(false);
  expect(await signIn(db, now, '郑某', '猜的口令3')).toEqual({ kind: 'wrong' });
  await expect(isOwnPassCode(db, own, '猜的口令4')).rejects.toMatchObject({ code: 'sign_in_locked' });
  await expect(isOwnPassCode(db, own, PASS)).rejects.toMatchObject({ code: 'sign_in_locked' });
  expect(await signIn(db, now, '郑某', PASS)).toMatchObject({ kind: 'locked', isNew: false });
  const { rows } = await pool.query(
    `select actor_name from audit_event where action = 'session.lock' and record_id = $1`,
    [user.id],
  );
  expect(rows).toEqual([{ actor_name: '郑某' }]);
});

test('the owner of the machine has no pass code of his own', async () => {
  expect(await isOwnPassCode(db, ctx, PASS)).toBe(false);
});

test('roles that exclude each other are refused, together and one after the other', async () => {
  await expect(add('周某', ['经办', '批准'])).rejects.toMatchObject({
    code: 'roles_excluded',
    message: '经办和批准不能是同一人，请另设一人。',
  });
  const user = await add('吴某', ['复核']);
  const give = (role: string) => db.transaction().execute((tx) => grantRole(tx, ctx, user.id, role, town));
  await expect(give('批准')).rejects.toMatchObject({ code: 'roles_excluded' });
  await expect(give('审计员')).rejects.toMatchObject({ code: 'roles_excluded' });
  await expect(give('复核')).rejects.toMatchObject({ code: 'role_held' });
  expect((await give('查阅')).roles.map(({ role }) => role)).toEqual(['复核', '查阅']);
});

test('refusals come in order: place, name, role, pass code', async () => {
  const elsewhere = testContext(keys, { may: mayOf([{ role: '管理', divisionCode: '341524102000' }]) });
  await expect(add('', ['无'], '短', elsewhere)).rejects.toBeInstanceOf(NotFound);
  await expect(add(' ', ['无'], '短')).rejects.toMatchObject({ code: 'user_name' });
  await expect(add('王某', ['无'], '短')).rejects.toMatchObject({ code: 'user_name_taken' });
  await expect(add('钱某', ['无'], '短')).rejects.toMatchObject({ code: 'role_unknown' });
  await expect(add('钱某', ['查阅'], '短')).rejects.toMatchObject({ code: 'pass_code_short' });
  await expect(add('钱某', ['查阅'], '11111111')).rejects.toMatchObject({ code: 'pass_code_plain' });
});

test('the last 管理 cannot be taken away', async () => {
  const manager = clerk.roles.find(({ role }) => role === '管理');
  const take = db
    .transaction()
    .execute((tx) => endRole(tx, ctx, clerk.countyId, clerk.id, manager?.id ?? ''));
  await expect(take).rejects.toMatchObject({ code: 'last_manager' });
});

test('users are listed for whoever manages users there, for others not found', async () => {
  const users = await listUsers(db, ctx, town);
  expect(users.map(({ name }) => name)).toContain('王某');
  const reader = testContext(keys, { may: mayOf([{ role: '查阅', divisionCode: town.code }]) });
  await expect(listUsers(db, reader, town)).rejects.toBeInstanceOf(NotFound);
});
