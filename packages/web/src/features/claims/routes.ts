import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/pay/claims', load: () => import('./Claims.tsx') },
  { path: '/pay/claims/$id', load: () => import('./One.tsx'), opens: ['claim', 'recovery'] },
];
