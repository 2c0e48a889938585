import type { ApiRoute } from '../http/index.ts';
import { correctRoute, enterRoute } from './change-routes.ts';
import { effectsRoute } from './effects-route.ts';
import type { RecordHooks } from './hooks.ts';
import { listRoute, oneRoute } from './read-routes.ts';
import { restoreRoute, voidRoute } from './void-routes.ts';

export type { Correction, RecordHooks } from './hooks.ts';
export type { Effects, MoneyEffect } from './schemas.ts';

/** The routes every ledger shares: list, one record, enter, correct (effects first), void, restore. */
export function recordRoutes(hooks: RecordHooks): readonly ApiRoute[] {
  return [listRoute, oneRoute, enterRoute, effectsRoute, correctRoute, voidRoute, restoreRoute].map((route) =>
    route(hooks),
  );
}
