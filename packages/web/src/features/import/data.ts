import { queryOptions } from '@tanstack/react-query';
import { send } from '../../api/client.ts';
import type { FigureValue } from '../../lib/figures.ts';

export interface Counts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface Issue {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

export interface SheetOfFile extends Counts {
  readonly name: string;
  /** What it was taken for; null when nobody can tell. */
  readonly as: string | null;
  readonly candidates: readonly string[];
  readonly header: readonly { readonly theirs: string; readonly ours: string | null }[];
}

export interface RecordChange {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  readonly isMoney: boolean;
  readonly cells: readonly { readonly header: string; readonly before?: unknown; readonly after?: unknown }[];
}

export interface FileOfBatch {
  readonly index: number;
  readonly name: string;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly earlier: { readonly number: string; readonly importedAt: string } | null;
  readonly sheets: readonly SheetOfFile[];
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly notes: readonly { readonly sheet: string; readonly column: string }[];
  readonly changes: readonly RecordChange[];
}

export interface Effect {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly before?: FigureValue;
  readonly after?: FigureValue;
}

/** What the dropped files would do; nothing is written yet. */
export interface Batch {
  readonly batch: string;
  readonly year: number;
  readonly totals: Counts;
  readonly files: readonly FileOfBatch[];
  readonly effects: readonly Effect[];
}

export interface Receipt {
  readonly importId: string;
  readonly number: string;
  readonly file: string;
  readonly totals: Counts;
}

export interface LogLine {
  readonly id: string;
  readonly number: string;
  readonly fileName: string;
  readonly year: number;
  readonly refused: number;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly sheets: Readonly<Record<string, Counts>>;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

const at = (path: string, division: string) => `${path}?division=${encodeURIComponent(division)}`;

export function dropFiles(division: string, year: number, files: readonly File[]): Promise<Batch> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  form.set('year', String(year));
  return send('POST', at('/api/imports', division), form);
}

/** The batch again as it would import now: after coming back to the page. */
export function tryAgain(division: string, batch: string): Promise<Batch> {
  return send('POST', at(`/api/imports/${batch}/try`, division), {});
}

export interface Mapping {
  readonly file: number;
  readonly sheet: string;
  readonly known: string | null;
  readonly as?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly remember: boolean;
}

export function mapSheet(division: string, batch: string, mapping: Mapping): Promise<Batch> {
  return send('POST', at(`/api/imports/${batch}/mapping`, division), mapping);
}

export function confirmBatch(
  division: string,
  batch: string,
  skipUpdates: readonly string[],
): Promise<{ receipts: Receipt[] }> {
  return send('POST', at(`/api/imports/${batch}/confirm`, division), { skipUpdates });
}

export function markedFile(division: string, batch: string, file: number): string {
  return `${at(`/api/imports/${batch}/errors`, division)}&file=${file}`;
}

export function logQuery(division: string) {
  return queryOptions({
    queryKey: ['imports', division],
    queryFn: (): Promise<LogLine[]> => send('GET', at('/api/imports', division)),
  });
}

export function undoImport(division: string, importId: string, reason: string): Promise<{ done: true }> {
  return send('POST', at(`/api/imports/log/${importId}/undo`, division), { reason });
}

export const templateFile = (division: string) => at('/api/imports/template.xlsx', division);
