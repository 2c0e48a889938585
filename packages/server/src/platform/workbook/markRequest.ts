import type { WorkbookLimits } from './limits.ts';

/** One refusal. Without `column` the whole row is meant. */
export interface CellMark {
  readonly sheet: string;
  readonly row: number;
  /** 1-based. */
  readonly column: number | undefined;
  /** Why, and what to do; Chinese. */
  readonly note: string;
}

export interface MarkRequest {
  readonly original: Uint8Array;
  readonly marks: readonly CellMark[];
  /** Last row of each sheet's header; 1 where a sheet is not named. */
  readonly headerRows: ReadonlyMap<string, number>;
  /** Lines of the sheet 说明. */
  readonly summary: readonly (readonly string[])[];
  readonly limits?: WorkbookLimits;
}
