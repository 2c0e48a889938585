import type { ComponentType } from 'react';

/** One page of a feature: `features/<name>/routes.ts` exports `routes: readonly RoomRoute[]`. */
export interface RoomRoute {
  /** Path in the router's form: `/people/$id`. */
  readonly path: string;
  /** Loads the page lazily; the module exports the component as `Page`. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Kinds of records this page opens; its path then ends in `/$id`. */
  readonly opens?: readonly string[];
}

const found = import.meta.glob<readonly RoomRoute[]>('../features/*/routes.ts', {
  eager: true,
  import: 'routes',
});

/** All pages of all features that are built. */
export const roomRoutes: readonly RoomRoute[] = Object.values(found).flat();

export interface MenuItem {
  readonly label: string;
  readonly path: string;
}

const MENU: readonly MenuItem[] = [
  { label: '首页', path: '/' },
  { label: '人员', path: '/people' },
  { label: '发放', path: '/pay' },
  { label: '走访帮扶', path: '/care' },
  { label: '工作台账', path: '/ledger' },
  { label: '档案', path: '/archive' },
  { label: '报告', path: '/report' },
  { label: '系统', path: '/system' },
];

/** Whether a room answers at this very path. */
export function isBuilt(path: string, routes: readonly RoomRoute[] = roomRoutes): boolean {
  return routes.some((route) => route.path === path);
}

/** A button whose room is not built is not shown. */
export function builtMenu(routes: readonly RoomRoute[] = roomRoutes): readonly MenuItem[] {
  return MENU.filter((item) => isBuilt(item.path, routes));
}

/** The menu item a path belongs to: the longest one it starts with. */
export function currentItem(path: string, items: readonly MenuItem[]): MenuItem | undefined {
  const within = (item: MenuItem) =>
    path === item.path || (item.path !== '/' && path.startsWith(`${item.path}/`));
  return [...items].filter(within).sort((a, b) => b.path.length - a.path.length)[0];
}

/** Where a record opens, if a room for its kind is built. */
export function recordPath(
  kind: string,
  id: string,
  routes: readonly RoomRoute[] = roomRoutes,
): string | undefined {
  const room = routes.find((route) => route.opens?.includes(kind));
  return room?.path.replace('$id', encodeURIComponent(id));
}
