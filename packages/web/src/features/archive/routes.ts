import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/archive', load: () => import('./Catalogue.tsx') },
  { path: '/archive/missing', load: () => import('./Missing.tsx') },
  { path: '/archive/r/paper/$id', load: () => import('./OnePaper.tsx'), opens: ['paper'] },
];
