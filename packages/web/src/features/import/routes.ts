import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/import', load: () => import('./Import.tsx') }];
