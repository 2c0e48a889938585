import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import { isBuilt, type RoomRoute, recordPath, roomRoutes } from './rooms.ts';
import type { Scope } from './scope.ts';
import type { Search } from './search.ts';

type Group = components['schemas']['SearchGroup'];
type Opens = components['schemas']['SearchOpens'];

interface Shown {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly note: string;
}
type Target =
  | { readonly to: string; readonly search?: Search }
  | { readonly figure: string }
  | { readonly file: string };

/** One line of the search box: opens a page, a figure or a paper. */
export type Hit = Shown & Target;

/** The rooms whose list holds the records of a kind that have no page of their own. */
const LISTS: Readonly<Record<string, string>> = {
  person: '/people',
  paidLine: '/pay/history',
  conscriptAllowance: '/pay/conscripts',
  paper: '/archive',
};

// A room that opens the kind's records at `/…/$id` or `/…/r/$id` lists them at `/…`.
function listOf(kind: string, q: string, routes: readonly RoomRoute[]): Target | undefined {
  const own = routes.find((route) => route.opens?.includes(kind))?.path.replace(/(\/r)?\/\$id$/, '');
  const to = own !== undefined && isBuilt(own, routes) ? own : (LISTS[kind] ?? '');
  if (!isBuilt(to, routes)) return undefined;
  return { to, search: to === '/people' ? { q, tab: 'all' } : { q } };
}

function recordOf(kind: string, id: string, label: string, routes: readonly RoomRoute[]): Target | undefined {
  const own = recordPath(kind, id, routes);
  if (own !== undefined) return { to: own };
  if (kind === 'paper') return { file: `/api/papers/${encodeURIComponent(id)}/file` };
  return listOf(kind, label, routes);
}

/** Where a hit leads among the rooms that are built; nowhere for one that is not. */
export function targetOf(
  opens: Opens,
  label: string,
  routes: readonly RoomRoute[] = roomRoutes,
): Target | undefined {
  switch (opens.type) {
    case 'figure':
      return { figure: opens.code };
    case 'record':
      return recordOf(opens.kind, opens.id, label, routes);
    case 'list':
      return listOf(opens.kind, opens.q, routes);
    case 'village':
      return isBuilt('/people', routes)
        ? { to: '/people', search: { tab: 'all', village: opens.name } }
        : undefined;
    case 'page':
      if (!isBuilt(opens.path, routes)) return undefined;
      return opens.tab === undefined ? { to: opens.path } : { to: opens.path, search: { tab: opens.tab } };
  }
}

/** The groups as lines of the box; what leads nowhere yet is left out. */
export function hitsOf(groups: readonly Group[], routes: readonly RoomRoute[] = roomRoutes): readonly Hit[] {
  return groups.flatMap(({ title, items }) =>
    items.flatMap(({ label, detail, opens }) => {
      const target = targetOf(opens, label, routes);
      const key = `${title} ${JSON.stringify(opens)}`;
      return target === undefined ? [] : [{ key, group: title, title: label, note: detail, ...target }];
    }),
  );
}

/** What the search box shows for a text. */
export function hitsQuery({ division, year, asOf }: Scope, text: string) {
  return queryOptions({
    queryKey: ['find', division, year, asOf, text],
    enabled: text !== '',
    placeholderData: (old: readonly Hit[] | undefined) => old,
    queryFn: async (): Promise<readonly Hit[]> => {
      const { groups } = await answer(api.GET('/api/search', { params: { query: { division, q: text } } }));
      return hitsOf(groups);
    },
  });
}
