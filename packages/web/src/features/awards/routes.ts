import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/pay/awards', load: () => import('./Awards.tsx') },
  { path: '/pay/awards/new', load: () => import('./Roll.tsx') },
];
