import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@shuangyong/values';
import { openKysely } from '../kernel/db.ts';
import { openLooks } from '../modules/audit/index.ts';
import type { LogValue } from '../platform/datafolder/index.ts';
import type { ApiRoute } from '../platform/http/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createApp } from './http/app.ts';
import type { App } from './http/mount.ts';
import { makeOneTime, type OneTime } from './http/one-time.ts';
import { collectRoutes } from './http/routes.ts';
import type { AppRuntime } from './runtime.ts';

export interface LogLine {
  readonly event: string;
  readonly facts: Readonly<Record<string, LogValue>>;
}

export interface TestRuntime extends AppRuntime {
  readonly lines: LogLine[];
  remove(): void;
}

/** A runtime over a test's database, on a day of 2018, with its log in memory. */
export function testRuntime({ pool, keys }: TestDatabase, today = '2018-01-05'): TestRuntime {
  const db = openKysely(pool);
  const lines: LogLine[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), 'shuangyong-app-'));
  return {
    db,
    keys,
    dataDir,
    clock: { now: Date.now, today: () => day(today), isSet: true },
    log: { write: (event, facts = {}) => void lines.push({ event, facts }) },
    looks: openLooks(db, () => {}),
    installationId: '00000000-0000-4000-8000-000000000000',
    isSample: false,
    lines,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** One browser: keeps its cookie, sends the header of our own pages. */
export interface TestBrowser {
  /** `T`: what the test looks at in the answer. A form is sent as one, anything else as JSON. */
  send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: T }>;
  raw(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestApp {
  readonly app: App;
  readonly oneTime: OneTime;
  browser(): TestBrowser;
}

/** The whole application in process, with the routes of every module and any more. */
export function testApp(runtime: AppRuntime, more: readonly ApiRoute[] = []): TestApp {
  const oneTime = makeOneTime();
  const app = createApp({ runtime, routes: [...collectRoutes(runtime), ...more], oneTime });
  return { app, oneTime, browser: () => browserBefore(async (path, init) => app.request(path, init)) };
}

/** A browser before whatever answers its requests: the application in process, or a program at an address. */
export function browserBefore(answer: (path: string, init: RequestInit) => Promise<Response>): TestBrowser {
  let cookie = '';
  const raw: TestBrowser['raw'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await answer(path, { ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData;
    const headers = { 'x-shuangyong': '1', ...(isForm ? {} : { 'content-type': 'application/json' }) };
    const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
    const response = await raw(`/api${path}`, { method, headers, ...sent });
    return { status: response.status, body: (await response.json()) as T };
  };
  return { send, raw };
}
