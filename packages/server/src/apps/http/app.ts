import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findSession } from '../../modules/access/index.ts';
import { type ApiRoute, answerOf } from '../../platform/http/index.ts';
import { causeOf } from '../outage.ts';
import { type AppRuntime, VERSION } from '../runtime.ts';
import { visitorOf } from '../visitor.ts';
import { type App, type Env, mountRoute } from './mount.ts';
import type { OneTime } from './one-time.ts';
import { bugFacts } from './redact.ts';
import { mountSession } from './session-routes.ts';
import { serveWeb } from './web.ts';

export interface AppOptions {
  readonly runtime: AppRuntime;
  readonly routes: readonly ApiRoute[];
  readonly oneTime: OneTime;
  /** The built screens; without them only `/api` is served. */
  readonly webFolder?: string | undefined;
  readonly isSecure?: boolean;
  /** Names this server may be called by; any when absent. Keeps other sites from reaching it through a name of theirs. */
  readonly hostNames?: readonly string[] | undefined;
  readonly openSample?: (() => Promise<string>) | undefined;
}

const POLICY = 'content-security-policy';
const MAX_BODY = 210 * 2 ** 20;

/** The whole application: screens and `/api`. It opens nothing itself and can be called in process. */
export function createApp(options: AppOptions): App {
  const { runtime, routes, oneTime, isSecure = false, openSample } = options;
  const cookieName = `shuangyong_${runtime.installationId.slice(0, 8)}`;
  const app: App = new OpenAPIHono<Env>();
  app.onError((error, c) => tell(runtime, error, c));
  app.notFound((c) => tell(runtime, new NotFound(), c));
  app.use('*', logged(runtime), headers(isSecure), knownHost(options.hostNames));
  app.use('/api/*', compress(), noStore, writesAreOurs, notTooLarge);
  app.use('/api/*', who(runtime, cookieName));
  mountSession(app, { runtime, oneTime, cookieName, isSecure, openSample });
  for (const route of fixedFirst(routes)) mountRoute(app, runtime, route);
  if (options.webFolder) app.use('*', serveWeb(options.webFolder));
  return app;
}

/** The contract as OpenAPI 3.1, the same bytes for the same routes. */
export function contractOf(app: App): unknown {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Shuangyong Ledger', version: VERSION },
  });
}

// `/people/changes` must be asked before `/people/{id}`.
function fixedFirst(routes: readonly ApiRoute[]): readonly ApiRoute[] {
  const key = ({ path }: ApiRoute) => path.replace(/\{\w+\}/g, '\uffff');
  return [...routes].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

function who(runtime: AppRuntime, cookieName: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = getCookie(c, cookieName);
    const holder = token ? await findSession(runtime.db, runtime.clock.now(), token) : undefined;
    c.set('token', token);
    c.set('visitor', holder && visitorOf(holder));
    await next();
  };
}

// A page of another site can make a browser send a form here, but not with this header.
const writesAreOurs: MiddlewareHandler<Env> = async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead && c.req.header('x-shuangyong') !== '1')
    refuse('write_header', '请求不是从本系统的页面发出的，没有办理。');
  await next();
};

const noStore: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  // Set on the answer itself: `c.header` would make a new answer and read its body as a stream.
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

const counted = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge });

// A body that states its length, or is not there, need not be counted, which would make it a stream before anybody reads it.
const notTooLarge: MiddlewareHandler<Env> = async (c, next) => {
  const length = c.req.header('content-length') ?? (c.req.method === 'GET' ? '0' : undefined);
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
  if (Number(length) > MAX_BODY) return tooLarge();
  return next();
};

function tooLarge(): Response {
  return refuse('too_large', '文件太大，一次最多 200 兆，请分几次传。');
}

function knownHost(names: readonly string[] | undefined): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (names && !names.includes(hostname)) throw new NotFound();
    await next();
  };
}

function headers(isSecure: boolean): MiddlewareHandler<Env> {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // The design system writes its style elements while running.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
    strictTransportSecurity: isSecure ? 'max-age=15552000' : false,
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'SAMEORIGIN',
  });
  return async (c, next) => {
    let stricter: string | null = null;
    await secure(c, async () => {
      await next();
      stricter = c.res.headers.get(POLICY);
    });
    // A file somebody uploaded comes with a policy of its own.
    if (stricter) c.res.headers.set(POLICY, stricter);
  };
}

// The pattern of the route and never the address: addresses hold names that were searched for.
function logged(runtime: AppRuntime): MiddlewareHandler<Env> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    if (!c.req.path.startsWith('/api/')) return;
    const ms = Math.round(performance.now() - begun);
    const errorNumber = c.get('errorNumber');
    const facts = { method: c.req.method, route: routePath(c, -1), status: c.res.status, ms };
    runtime.log.write('request', errorNumber ? { ...facts, errorNumber } : facts);
  };
}

async function tell(runtime: AppRuntime, error: Error, c: Context<Env>): Promise<Response> {
  const { status, body, errorNumber, outage } = answerOf(await causeOf(error, runtime.dataDir));
  if (outage) runtime.log.write('outage', { route: routePath(c, -1), outage });
  if (errorNumber) {
    c.set('errorNumber', errorNumber);
    runtime.log.write('fault', { errorNumber, route: routePath(c, -1), ...bugFacts(error) });
  }
  return c.json(body as object, status);
}
