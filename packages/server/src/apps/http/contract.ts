import pg from 'pg';
import { systemClock } from '../../kernel/clock.ts';
import { openKysely } from '../../kernel/db.ts';
import type { AppRuntime } from '../runtime.ts';
import { contractOf, createApp } from './app.ts';
import { makeOneTime } from './one-time.ts';
import { collectRoutes } from './routes.ts';

const unused = (): never => {
  throw new Error('the contract is read, not called');
};

/** The HTTP contract of this version, without a database: the same routes always give the same text. */
export function contractText(): string {
  const runtime: AppRuntime = {
    // A pool connects at its first query, and there is none.
    db: openKysely(new pg.Pool()),
    clock: systemClock(''),
    keys: { seal: unused, sealMany: unused, open: unused, fingerprint: unused },
    dataDir: '',
    log: { write: () => {} },
    looks: { note: () => {}, flush: async () => {} },
    installationId: 'contract',
    isSample: false,
  };
  const app = createApp({ runtime, routes: collectRoutes(runtime), oneTime: makeOneTime() });
  return `${JSON.stringify(contractOf(app), null, 2)}\n`;
}
