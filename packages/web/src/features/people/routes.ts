import type { RoomRoute } from '../../app/rooms.ts';

export const routes: readonly RoomRoute[] = [
  { path: '/people', load: () => import('./People.tsx') },
  { path: '/people/changes', load: () => import('./Changes.tsx') },
  { path: '/people/duplicates', load: () => import('./Duplicates.tsx') },
  { path: '/people/$id', load: () => import('./Person.tsx'), opens: ['person'] },
];
