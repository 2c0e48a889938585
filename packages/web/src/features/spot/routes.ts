import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/pay/spot', load: () => import('./Spot.tsx') }];
