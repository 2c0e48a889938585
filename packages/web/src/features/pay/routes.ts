import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/pay', load: () => import('./Home.tsx') },
  { path: '/pay/l/$id', load: () => import('./Line.tsx'), opens: ['payLine'] },
  { path: '/pay/arrears', load: () => import('./Arrears.tsx') },
  { path: '/pay/b/$id', load: () => import('./Batch.tsx'), opens: ['batch'] },
];
