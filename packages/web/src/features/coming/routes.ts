import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [{ path: '/people/coming', load: () => import('./Coming.tsx') }];
