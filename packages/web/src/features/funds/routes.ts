import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/pay/funds', load: () => import('./Funds.tsx') }];
