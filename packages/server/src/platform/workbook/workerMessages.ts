import type { RowBatch } from './batch.ts';
import type { WorkbookLimits } from './limits.ts';
import type { Sheet } from './read.ts';
import type { WorkbookRefusalCode } from './refusal.ts';

export interface WorkerInput {
  readonly file: string | Uint8Array;
  readonly limits: WorkbookLimits;
}

/** Asks for the next sheet, or for the next rows of the current one. Each is answered once, in order. */
export type WorkerRequest = 'sheet' | 'rows';

export type WorkerReply =
  | ({ readonly kind: 'sheet' } & Omit<Sheet, 'rows'>)
  | { readonly kind: 'rows'; readonly batch: RowBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly code: WorkbookRefusalCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
