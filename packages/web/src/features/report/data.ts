import { queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Report = components['schemas']['Report'];
export type Draft = Report['draft'];
export type Block = Draft['blocks'][number];
export type Sentence = Block['sentences'][number];
export type Run = Sentence['runs'][number];
export type FigureRun = Extract<Run, { kind: 'figure' }>;
export type TypedRun = Extract<Run, { kind: 'typed' }>;
export type Check = Report['checks'][number];
export type ReportFigure = Report['figures'][number];
export type Form = FigureRun['form'];

export const reportKey = (division: string, year: number) => ['report', division, year];

const on = (division: string, year: number) => ({ params: { path: { year }, query: { division } } });

/** The summary of a year with its figures, checks and differences. */
export function reportQuery(division: string, year: number) {
  return queryOptions({
    queryKey: reportKey(division, year),
    queryFn: (): Promise<Report> => answer(api.GET('/api/report/{year}', on(division, year))),
  });
}

/** Saves the office's own words; the server writes the figures anew. Refuses `changed_meanwhile`. */
export function saveDraft(division: string, year: number, version: number, draft: Draft) {
  return answer(api.PUT('/api/report/{year}', { ...on(division, year), body: { version, draft } }));
}

/** Writes the first draft over what is there. */
export function compose(division: string, year: number, version: number, from: 'wording' | 'lastYear') {
  return answer(api.POST('/api/report/{year}/compose', { ...on(division, year), body: { from, version } }));
}

export function sendToSign(division: string, year: number, version: number) {
  return answer(api.POST('/api/report/{year}/send', { ...on(division, year), body: { version } }));
}

/** Signs what was read, with one's own pass code. Refuses `changed_meanwhile` when it is another by now. */
export function sign(division: string, year: number, fingerprint: string, passCode: string) {
  const body = { passCode, fingerprint };
  return answer(api.POST('/api/report/{year}/sign', { ...on(division, year), body }));
}

/** Signs by the scan of a paper that was signed by hand; the scan is kept as a paper. */
export function signByPaper(division: string, year: number, fingerprint: string, scan: File) {
  const form = new FormData();
  form.set('file', scan);
  form.set('fingerprint', fingerprint);
  return send('POST', `/api/report/${year}/sign-paper?division=${encodeURIComponent(division)}`, form);
}

export function giveBack(division: string, year: number, reason: string) {
  return answer(api.POST('/api/report/{year}/return', { ...on(division, year), body: { reason } }));
}

export type TracedRecord = components['schemas']['Trace']['records'][number];

const RECORDS_READ = 200;

/** Records behind a figure, as the summary counts it: to the last day of its year. */
export function figureRecordsQuery(division: string, year: number, code: string) {
  const query = { division, year, asOf: `${year}-12-31`, offset: 0, limit: RECORDS_READ };
  return queryOptions({
    queryKey: ['trace', code, division, year, 'report'],
    queryFn: async () => answer(api.GET('/api/figures/{code}/trace', { params: { path: { code }, query } })),
  });
}

export interface NoteRecord {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
}

/** Records behind a number of the closing (`X.…`). */
export function noteRecordsQuery(division: string, year: number, code: string) {
  return queryOptions({
    queryKey: ['report-notes', division, year, code],
    queryFn: (): Promise<NoteRecord[]> =>
      answer(
        api.GET('/api/report/{year}/notes/{code}', {
          params: { path: { year, code }, query: { division, offset: 0, limit: 500 } },
        }),
      ),
  });
}

export function docxAddress(division: string, year: number): string {
  return `/api/report/${year}/docx?division=${encodeURIComponent(division)}`;
}
