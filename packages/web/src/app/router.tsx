import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { queryClient, whenSignedOut } from '../api/query.ts';
import { sessionQuery, signInOnce } from '../api/session.ts';
import { NotFound } from '../pages/NotFound.tsx';
import { RouteProblem } from './RouteProblem.tsx';
import { roomRoutes } from './rooms.ts';
import { isScreenLocked } from './ScreenLock.tsx';
import { Shell } from './Shell.tsx';
import { parseSearch, type Search, stringifySearch } from './search.ts';

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  notFoundComponent: NotFound,
});

let entering: Promise<unknown> = Promise.resolve();

/**
 * The start program opens the page with `#token=…`, which never reaches a server log. Taking it out of the address
 * makes the router load again: that second load waits for the same sign-in instead of asking who is signed in
 * before anybody is.
 */
function followToken(): Promise<unknown> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return entering;
  entering = signInOnce(token).catch(() => undefined);
  history.replaceState(history.state, '', location.pathname + location.search);
  return entering;
}

async function enter({ location: at }: { location: { href: string } }): Promise<void> {
  await followToken();
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session.needsStart) throw redirect({ to: '/start' });
  if (session.user === null) throw redirect({ to: '/login', search: { next: at.href } as never });
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: RouteProblem,
  beforeLoad: enter,
});

const gate = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name as never),
    errorComponent: RouteProblem,
    beforeLoad: async () => {
      await followToken();
      await queryClient.ensureQueryData(sessionQuery);
    },
  });

const page = (path: string, load: () => Promise<Record<string, unknown>>) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(load as never, 'Page' as never),
    errorComponent: RouteProblem,
  });

const pages = [
  ...roomRoutes.map((room) => page(room.path, room.load as never)),
  page('/help', () => import('../pages/Help.tsx')),
  createRoute({ getParentRoute: () => shell, path: '/$', component: NotFound }),
];

const routeTree = root.addChildren([
  shell.addChildren(pages),
  gate('/login', () => import('../pages/Login.tsx'), 'Page'),
  gate('/start', () => import('../pages/Start.tsx'), 'Page'),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: false,
  defaultPendingMs: 400,
});

whenSignedOut(() => {
  if (router.state.location.pathname === '/login' || isScreenLocked()) return;
  queryClient.clear();
  void router.navigate({ to: '/login', search: { next: router.state.location.href } as never });
});
