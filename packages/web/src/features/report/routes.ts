import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/report', load: () => import('./Newest.tsx') },
  { path: '/report/$year', load: () => import('./Report.tsx') },
];
