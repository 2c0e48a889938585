import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/report/figures', load: () => import('./Figures.tsx') },
];
