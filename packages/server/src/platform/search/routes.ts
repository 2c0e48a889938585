import type { Db } from '../../kernel/db.ts';
import { type ApiRoute, listOf, type Place, readRoute, z } from '../http/index.ts';
import type { SearchSource } from './source.ts';

export interface SearchDeps {
  /** In the order of the search box. */
  readonly sources: readonly SearchSource[];
  /** Ids of the townships at or below a place. */
  readonly below: (tx: Db, place: Place) => Promise<readonly string[]>;
}

const MOST = 6;

const opensSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('record'), kind: z.string(), id: z.string() }),
    z.object({ type: z.literal('list'), kind: z.string(), q: z.string() }),
    z.object({ type: z.literal('village'), name: z.string() }),
    z.object({ type: z.literal('figure'), code: z.string() }),
    z.object({ type: z.literal('page'), path: z.string(), tab: z.string().optional() }),
  ])
  .openapi('SearchOpens');

const groupSchema = z
  .object({
    title: z.string(),
    items: listOf(z.object({ label: z.string(), detail: z.string(), opens: opensSchema })),
  })
  .openapi('SearchGroup');

/** The search box: one text, every source the caller may read, groups without a hit left out. */
export const searchRoutes = ({ sources, below }: SearchDeps): readonly ApiRoute[] => [
  readRoute(
    {
      path: '/search',
      summary: 'People, villages, papers, vouchers, figures and pages for one text',
      needs: 'signedIn',
      query: z.object({ q: z.string().trim().min(1, '请写要搜的字').max(60) }),
      answer: z.object({ groups: listOf(groupSchema) }),
    },
    async ({ tx, ctx, place, query }) => {
      const { countyId, code } = place;
      const ask = { countyId, code, divisionIds: await below(tx, place), text: query.q, limit: MOST };
      const groups = [];
      for (const { title, needs, find } of sources) {
        const items = needs === 'signedIn' || ctx.may(needs, code) ? await find(tx, ctx, ask) : [];
        if (items.length > 0) groups.push({ title, items });
      }
      return { groups };
    },
  ),
];
