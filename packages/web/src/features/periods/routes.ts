import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/pay/periods', load: () => import('./Periods.tsx') }];
