import type { Cell } from '../../../platform/workbook/index.ts';

/** Codes of row refusals: the contract's list, nothing else. */
export type RefusalCode =
  | 'id_check_digit'
  | 'id_birth_date'
  | 'id_as_number'
  | 'id_two_names'
  | 'date_invalid'
  | 'date_ambiguous'
  | 'date_order'
  | 'money_format'
  | 'money_negative'
  | 'word_unknown'
  | 'village_unknown'
  | 'required_empty'
  | 'formula_no_value'
  | 'text_too_long'
  | 'spell_overlap'
  | 'month_closed'
  | 'error_cell';

export type WarningCode =
  | 'id_disagrees'
  | 'type_other'
  | 'file_missing'
  | 'item_unknown'
  | 'evidence_unknown'
  | 'key_changed';

/** A cell that cannot be taken. `reason` says what is wrong and what to do. */
export interface Problem {
  readonly problem: RefusalCode;
  readonly reason: string;
}

/** A value taken with a warning; `original` is what the cell said and goes to the record's notes. */
export interface Kept {
  readonly kept: string;
  readonly warning: WarningCode;
  readonly reason: string;
  readonly original: string;
}

/** The word 清空: the value known so far is to be removed. */
export interface Clear {
  readonly clear: true;
}

export const CLEAR: Clear = { clear: true };

/** What a cell says. Null is blank: not recorded, which is never 否 or 0. */
export type Parsed = string | number | boolean | null | Problem | Kept | Clear;

export type CellParser = (cell: Cell) => Parsed;

export function problem(code: RefusalCode, reason: string): Problem {
  return { problem: code, reason };
}

export function isProblem(parsed: Parsed | undefined): parsed is Problem {
  return typeof parsed === 'object' && parsed !== null && 'problem' in parsed;
}

export function isKept(parsed: Parsed | undefined): parsed is Kept {
  return typeof parsed === 'object' && parsed !== null && 'kept' in parsed;
}
