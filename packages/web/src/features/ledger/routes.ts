import type { RoomRoute } from '../../app/rooms.ts';
import { LEDGERS, recordRoute } from './ledgers.ts';

export const routes: readonly RoomRoute[] = LEDGERS.flatMap((ledger): RoomRoute[] => [
  { path: ledger.path, load: () => import('./List.tsx') },
  { path: recordRoute(ledger), load: () => import('./Record.tsx'), opens: [ledger.kind] },
]);
