import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/pay/standards', load: () => import('./Standards.tsx') },
  { path: '/pay/standards/new', load: () => import('./NewTable.tsx') },
  { path: '/pay/standards/derived', load: () => import('./Derived.tsx') },
  { path: '/pay/standards/p/$id', load: () => import('./OnePackage.tsx') },
];
