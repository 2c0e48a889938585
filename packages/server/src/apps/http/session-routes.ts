import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import {
  createUser,
  endSession,
  hasUsers,
  LOCKED_WORDS,
  openSession,
  recordLock,
  type SignIn,
  signIn,
  type User,
} from '../../modules/access/index.ts';
import { ensureTownship, saveDivisionYear } from '../../modules/divisions/index.ts';
import { parseInput, refusalsSchema, SignInNeeded, yearSchema, z } from '../../platform/http/index.ts';
import { runCommand } from '../command.ts';
import type { AppRuntime } from '../runtime.ts';
import { OPERATOR, userVisitor, visitorOf } from '../visitor.ts';
import type { App, Env } from './mount.ts';
import type { OneTime } from './one-time.ts';
import { describeSession, sessionSchema } from './session.ts';

export interface SessionDeps {
  readonly runtime: AppRuntime;
  readonly oneTime: OneTime;
  readonly cookieName: string;
  /** Over https the cookie never leaves it. */
  readonly isSecure: boolean;
  /** Opens the sample township and answers where; absent inside the sample itself. */
  readonly openSample: (() => Promise<string>) | undefined;
}

const signInSchema = z.object({ name: z.string().min(1).max(60), passCode: z.string().min(1).max(200) });
const tokenSchema = z.object({ token: z.string().max(100) });
const startSchema = z.object({
  townCode: z.string(),
  townName: z.string(),
  year: yearSchema,
  userName: z.string(),
  passCode: z.string(),
});
const urlSchema = z.object({ url: z.string() });

/** Signing in and out, and the first page: the only routes anybody may call. */
export function mountSession(app: App, deps: SessionDeps): void {
  const { runtime } = deps;
  const answer = async (c: Context<Env>) =>
    c.json(sessionSchema.parse(await describeSession(runtime, c.get('visitor'))), 200);
  const body = async <T extends z.ZodType>(c: Context<Env>, schema: T) =>
    parseInput(schema, await c.req.json().catch(() => undefined)) as z.output<T>;

  describe(app, 'get', '/session', 'Who is signed in, where, and what day it is', sessionSchema);
  app.get('/api/session', answer);

  describe(app, 'post', '/session', 'Signs in with name and pass code', sessionSchema, signInSchema);
  app.post('/api/session', async (c) => {
    const { name, passCode } = await body(c, signInSchema);
    const user = await accept(runtime, await signIn(runtime.db, runtime.clock.now(), name, passCode));
    await enter(c, deps, user);
    return answer(c);
  });

  describe(
    app,
    'post',
    '/session/one-time',
    'Signs in the owner of this machine',
    sessionSchema,
    tokenSchema,
  );
  app.post('/api/session/one-time', async (c) => {
    const { token } = await body(c, tokenSchema);
    const holder = await deps.oneTime.redeem(runtime.db, token);
    if (!holder) return refuse('one_time_over', '这个链接已经不能用了，请用姓名和口令登录。');
    await enter(c, deps, holder);
    return answer(c);
  });

  describe(app, 'delete', '/session', 'Signs out', sessionSchema);
  app.delete('/api/session', async (c) => {
    await leave(c, deps);
    return answer(c);
  });

  describe(app, 'post', '/start', 'First use: town, year, first user', sessionSchema, startSchema);
  app.post('/api/start', async (c) => {
    if (await hasUsers(runtime.db)) refuse('started', '这里已经启用，请用姓名和口令登录。');
    if (c.get('visitor') !== OPERATOR) throw new SignInNeeded();
    const user = await begin(runtime, await body(c, startSchema));
    await endOwn(c, runtime);
    await enter(c, deps, user);
    return answer(c);
  });

  describe(app, 'post', '/start/sample', 'Opens the sample township beside this one', urlSchema);
  app.post('/api/start/sample', async (c) => {
    if (!c.get('visitor')) throw new SignInNeeded();
    if (!deps.openSample) throw new NotFound();
    return c.json({ url: await deps.openSample() }, 200);
  });
}

/** First use, one command: the township, its year, and a user who holds 经办 and 管理. */
function begin(runtime: AppRuntime, wanted: z.output<typeof startSchema>): Promise<User> {
  const { townCode, townName, year, userName, passCode } = wanted;
  return runCommand(runtime, OPERATOR.caller, async (tx, ctx) => {
    const { division } = await ensureTownship(tx, ctx, { code: townCode, name: townName });
    await saveDivisionYear(tx, ctx, division, year, {
      population: null,
      villageCount: null,
      parentName: null,
    });
    return createUser(tx, ctx, { name: userName, passCode, roles: ['经办', '管理'], division });
  });
}

async function accept(runtime: AppRuntime, outcome: SignIn): Promise<User> {
  if (outcome.kind === 'signedIn') {
    return outcome.user.roles.length > 0
      ? outcome.user
      : refuse('no_role', '您现在没有任何角色，请找管理员。');
  }
  if (outcome.kind === 'wrong') return refuse('sign_in_wrong', '姓名或口令不对，请再试。');
  if (outcome.isNew) await noteLock(runtime, outcome.user);
  return refuse('sign_in_locked', LOCKED_WORDS);
}

function noteLock(runtime: AppRuntime, user: User): Promise<void> {
  const system = { actor: { kind: 'system', id: 'system', name: '系统' } as const, may: () => false };
  return runCommand(runtime, system, (tx, ctx) => recordLock(tx, ctx, user));
}

async function enter(c: Context<Env>, deps: SessionDeps, holder: User | 'operator'): Promise<void> {
  const { runtime, cookieName, isSecure } = deps;
  const token = await openSession(runtime.db, runtime.clock.now(), holder);
  setCookie(c, cookieName, token, { httpOnly: true, sameSite: 'Strict', secure: isSecure, path: '/' });
  c.set('token', token);
  c.set('visitor', holder === 'operator' ? visitorOf({ kind: 'operator' }) : userVisitor(holder));
}

async function endOwn(c: Context<Env>, runtime: AppRuntime): Promise<void> {
  const token = c.get('token');
  if (token) await endSession(runtime.db, runtime.clock.now(), token);
}

async function leave(c: Context<Env>, { runtime, cookieName, isSecure }: SessionDeps): Promise<void> {
  await endOwn(c, runtime);
  deleteCookie(c, cookieName, { path: '/', secure: isSecure });
  c.set('visitor', undefined);
}

function describe(
  app: App,
  method: 'get' | 'post' | 'delete',
  path: string,
  summary: string,
  answer: z.ZodType,
  body?: z.ZodType,
): void {
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
  app.openAPIRegistry.registerPath({
    method,
    path: `/api${path}`,
    summary,
    request: body ? { body: { ...json(body), required: true } } : {},
    responses: {
      200: { description: 'Done', ...json(answer) },
      400: { description: 'Refused, with reasons in Chinese', ...json(refusalsSchema) },
    },
  });
}
