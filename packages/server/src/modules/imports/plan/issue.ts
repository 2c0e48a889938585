import { maskIdentity, maskTail } from '@shuangyong/values';
import { type ColumnDef, isSensitive } from '../../../platform/contract/kind.ts';

/** One refusal or warning: where, what, why and what to do. `value` of a sensitive column is masked. */
export interface Issue {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** Longest part of a cell repeated in an answer. */
const SHOWN = 60;

export function shownValue(column: Pick<ColumnDef, 'type'> | undefined, text: string): string {
  const value = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  if (!column || !isSensitive(column as ColumnDef)) return value;
  return column.type === 'identity' ? maskIdentity(value) : maskTail(value);
}

/** Issues of one import in the order they are met; the same row may have several. */
export interface Issues {
  readonly errors: Issue[];
  readonly warnings: Issue[];
  readonly notes: { readonly sheet: string; readonly column: string }[];
}

export const noIssues = (): Issues => ({ errors: [], warnings: [], notes: [] });

export interface Counts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

export const zeroCounts = (): Counts => ({ read: 0, created: 0, updated: 0, unchanged: 0, refused: 0 });
