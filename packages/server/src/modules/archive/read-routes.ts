import type { KindDef } from '../../platform/contract/kind.ts';
import { type ApiRoute, readRoute, z } from '../../platform/http/index.ts';
import { getOwn, raise, townshipsOf } from '../../platform/records/desk.ts';
import { listPapers } from './list.ts';
import { missingOf, provedBy } from './missing.ts';
import { findPaper, papersOf, searchPapers } from './queries.ts';
import {
  catalogueQuery,
  catalogueSchema,
  missingSchema,
  paperParams,
  paperSchema,
  provedSchema,
  rowParams,
} from './schemas.ts';

function searchRoute(): ApiRoute {
  const shape = {
    path: '/papers/search',
    summary: 'Papers by title or number',
    needs: 'papers.read',
    query: z.object({ q: z.string().max(100) }),
    answer: z.array(paperSchema),
  } as const;
  return readRoute(shape, ({ tx, place, query }) =>
    searchPapers(tx, place.countyId, [place.divisionId], query.q, 20),
  );
}

function catalogueRoute(): ApiRoute {
  const shape = {
    path: '/papers',
    summary: 'One page of the catalogue of papers, and what they have',
    needs: 'papers.read',
    query: catalogueQuery,
    answer: catalogueSchema,
  } as const;
  return readRoute(shape, async ({ tx, place, query }) => {
    const { idle, ...rest } = query;
    const town = { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
    const list = await listPapers(tx, { ...rest, ...town, idle: idle === 'yes' });
    return { ...list, classes: [...list.classes], rows: [...list.rows] };
  });
}

function missingRoute(kinds: readonly KindDef[]): ApiRoute {
  const shape = {
    path: '/papers/missing',
    summary: 'Records of a year without proof by ledger, and papers whose file was not found',
    needs: 'papers.read',
    query: z.object({ year: z.coerce.number().int().min(1950).max(2199) }),
    answer: missingSchema,
  } as const;
  return readRoute(shape, async ({ tx, ctx, place, query }) => {
    const town = { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
    return missingOf(tx, ctx.keys, kinds, town, query.year);
  });
}

function paperRoute(kinds: readonly KindDef[]): ApiRoute {
  const shape = {
    path: '/papers/{id}',
    summary: 'One paper and the records it proves',
    needs: 'papers.read',
    params: paperParams,
    answer: paperSchema.extend({ records: provedSchema }),
  } as const;
  return readRoute(shape, async ({ tx, ctx, place, params }) => {
    const paper = (await findPaper(tx, place.countyId, params.id)) ?? raise();
    if (place.level === 'township' && paper.divisionId !== place.divisionId) raise();
    return { ...paper, records: await provedBy(tx, ctx.keys, kinds, place.countyId, params.id) };
  });
}

function papersOfRecordRoute(kinds: readonly KindDef[]): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}/papers',
    summary: 'Papers that hang on a record',
    needs: 'papers.read',
    params: rowParams,
    answer: z.array(paperSchema),
  } as const;
  return readRoute(shape, async ({ tx, ctx, place, params }) => {
    const kind = kinds.find((one) => one.kind === params.kind) ?? raise();
    await getOwn(tx, ctx, place, kind, params.id);
    return papersOf(tx, place.countyId, params.kind, params.id);
  });
}

/** Papers to look at: the catalogue, found, of a record, one with what it proves, and what is missing in a year. */
export function readRoutes(kinds: readonly KindDef[]): readonly ApiRoute[] {
  return [
    catalogueRoute(),
    searchRoute(),
    missingRoute(kinds),
    paperRoute(kinds),
    papersOfRecordRoute(kinds),
  ];
}
