import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/people/confirm', load: () => import('./Confirm.tsx') },
  { path: '/people/notices', load: () => import('./Notices.tsx') },
  { path: '/people/transfers', load: () => import('./Transfers.tsx') },
];
