import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/pay/compare', load: () => import('./Compare.tsx') }];
