import type { Db } from '../../kernel/db.ts';
import { userRoutes } from '../../modules/access/index.ts';
import { auditRoutes } from '../../modules/audit/index.ts';
import { townshipsUnder } from '../../modules/divisions/index.ts';
import type { ApiRoute, Place } from '../../platform/http/index.ts';
import type { AppRuntime } from '../runtime.ts';
import { SETTINGS } from '../settings.ts';
import { kindRoutes } from './kind-routes.ts';
import { settingsRoutes } from './settings-routes.ts';

const idsBelow = async (tx: Db, place: Place) => (await townshipsUnder(tx, place.code)).map(({ id }) => id);

/** Every route of every module. */
export function collectRoutes(runtime: AppRuntime): readonly ApiRoute[] {
  return [
    ...kindRoutes(),
    ...userRoutes(),
    ...auditRoutes({ db: runtime.db, below: idsBelow }),
    ...settingsRoutes({ settings: SETTINGS }),
  ];
}
