import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/pay/accounts', load: () => import('./Accounts.tsx') }];
