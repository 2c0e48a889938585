import { queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.gen.ts';

export type Paper = components['schemas']['Paper'];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type CataloguePage = Answer<'/api/papers'>;
export type CataloguedPaper = CataloguePage['rows'][number];
export type WholePaper = Answer<'/api/papers/{id}'>;
export type MissingOfYear = Answer<'/api/papers/missing'>;
export type Having = keyof CataloguePage['having'];

/** How the catalogue is narrowed; all of it stands in the address. */
export interface CatalogueAsk {
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly paperClass?: string | undefined;
  readonly having?: Having | undefined;
  readonly idle?: 'yes' | undefined;
}

/** One page of the catalogue; empty parts of the question are left out. */
export function fetchPapers(
  division: string,
  ask: CatalogueAsk,
  offset: number,
  limit: number,
): Promise<CataloguePage> {
  const narrowed = Object.fromEntries(Object.entries(ask).filter(([, value]) => value));
  return answer(api.GET('/api/papers', { params: { query: { division, offset, limit, ...narrowed } } }));
}

export function paperQuery(division: string, id: string) {
  return queryOptions({
    queryKey: ['paper', division, id],
    queryFn: (): Promise<WholePaper> =>
      answer(api.GET('/api/papers/{id}', { params: { path: { id }, query: { division } } })),
  });
}

export function missingQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['papers', division, 'missing', year],
    queryFn: (): Promise<MissingOfYear> =>
      answer(api.GET('/api/papers/missing', { params: { query: { division, year } } })),
  });
}

/** Puts the file into a paper that is there without one. */
export function fillPaper(division: string, id: string, file: File): Promise<{ done: true }> {
  const form = new FormData();
  form.set('file', file);
  return send('POST', `/api/papers/${id}/file?division=${encodeURIComponent(division)}`, form);
}
