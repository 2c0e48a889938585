import type { ApiRoute } from '../../platform/http/index.ts';
import { awardRoutes } from './award-routes.ts';
import { claimRoutes } from './claim-routes.ts';
import { periodRoutes } from './period-routes.ts';

/** What is posted beside the monthly run: one-off money, claims, closed months and where the ledger begins. */
export const ledgerRoutes = (): readonly ApiRoute[] => [
  ...awardRoutes(),
  ...claimRoutes(),
  ...periodRoutes(),
];
