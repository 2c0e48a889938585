import { queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.gen.ts';
import type { FigureValue } from '../../lib/figures.ts';

/** What the dropped files would do; nothing is written yet. */
export type Batch = components['schemas']['ImportBatch'];
export type FileOfBatch = Batch['files'][number];
export type SheetOfFile = FileOfBatch['sheets'][number];
export type Issue = FileOfBatch['errors'][number];
export type RecordChange = FileOfBatch['changes'][number];
export type Counts = Batch['totals'];
export type LogLine = paths['/api/imports']['get']['responses'][200]['content']['application/json'][number];

/** A figure the import would change. */
export interface Effect {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly before: FigureValue;
  readonly after: FigureValue;
}

/** The server gives figures as they are written; what is not there has no source yet. */
export function effectsOf(batch: Batch): readonly Effect[] {
  const value = (given: unknown) => (given ?? null) as FigureValue;
  return batch.effects.map(({ before, after, ...rest }) => ({
    ...rest,
    before: value(before),
    after: value(after),
  }));
}

const at = (path: string, division: string) => `${path}?division=${encodeURIComponent(division)}`;

/** Drops files; into an earlier batch they are added, one of the same name takes the place of the first. */
export function dropFiles(
  division: string,
  year: number,
  files: readonly File[],
  into: string | undefined,
): Promise<Batch> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  form.set('year', String(year));
  if (into !== undefined) form.set('batch', into);
  return send('POST', at('/api/imports', division), form);
}

/** The batch as it would import now. */
export function tryAgain(division: string, batch: string): Promise<Batch> {
  const params = { path: { batch }, query: { division } };
  return answer(api.POST('/api/imports/{batch}/try', { params }));
}

export type Rows = components['schemas']['ImportRows'];

/** Rows of a sheet as they were understood, at most 200 a call. */
export function fetchRows(
  division: string,
  batch: string,
  file: number,
  sheet: string,
  offset: number,
): Promise<Rows> {
  const params = { path: { batch }, query: { division, file, sheet, offset } };
  return answer(api.GET('/api/imports/{batch}/rows', { params }));
}

export interface Mapping {
  readonly file: number;
  readonly sheet: string;
  /** What the sheet was taken for so far. */
  readonly known: string | null;
  readonly as?: string;
  readonly header?: Record<string, string>;
  readonly words?: Record<string, Record<string, string>>;
  readonly remember: boolean;
}

export function mapSheet(division: string, batch: string, mapping: Mapping): Promise<Batch> {
  const params = { path: { batch }, query: { division } };
  return answer(api.POST('/api/imports/{batch}/mapping', { params, body: mapping }));
}

/** Writes what can be taken, but for the updates left out; gives the ids of the imports. */
export async function confirmBatch(
  division: string,
  batch: string,
  skipUpdates: string[],
): Promise<readonly string[]> {
  const params = { path: { batch }, query: { division } };
  const done = await answer(api.POST('/api/imports/{batch}/confirm', { params, body: { skipUpdates } }));
  return done.receipts.map(({ importId }) => importId);
}

export function logQuery(division: string) {
  return queryOptions({
    queryKey: ['imports', division],
    queryFn: (): Promise<LogLine[]> => answer(api.GET('/api/imports', { params: { query: { division } } })),
  });
}

export async function undoImport(division: string, importId: string, reason: string): Promise<void> {
  const params = { path: { importId }, query: { division } };
  await answer(api.POST('/api/imports/log/{importId}/undo', { params, body: { reason } }));
}

export const templateFile = (division: string) => at('/api/imports/template.xlsx', division);
export const exampleFile = (division: string) => at('/api/imports/example.xlsx', division);
export const markedFile = (division: string, batch: string, file: number) =>
  `${at(`/api/imports/${batch}/errors`, division)}&file=${file}`;
