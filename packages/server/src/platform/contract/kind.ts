/**
 * What a kind of record is: one ledger sheet, one table, one list on the screen. Import, export, lists, detail
 * panels and corrections are all driven by this one description, so a new column is written once.
 */
export type ColumnType =
  | 'text'
  | 'day'
  | 'month'
  | 'fen'
  | 'count'
  | 'decimal'
  | 'bool'
  | 'word'
  | 'grade'
  | 'village'
  | 'identity'
  | 'account'
  | 'phone';

/** A closed list of words with the other ways offices write them. `open` keeps an unknown word as 其他. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly open?: boolean;
}

export interface ColumnDef {
  /** Header as the workbook contract names it. */
  readonly header: string;
  /** Other headers that mean the same. */
  readonly aliases?: readonly string[];
  /** Column in the table. Sensitive columns are kept as `<field>_sealed` and `<field>_hash`. */
  readonly field: string;
  readonly type: ColumnType;
  readonly required?: boolean;
  readonly words?: Vocabulary;
  /** Amounts and counts below zero are refused unless this is set (扣回). */
  readonly mayBeNegative?: boolean;
  /** On the screen only: a negative amount takes back what stands in a month that is closed. */
  readonly mayBeReversed?: boolean;
  /** Other headers for the same fact counted differently: 发至年月 names the last month due, one before 停止年月. */
  readonly variants?: readonly { readonly header: string; readonly shiftMonths: number }[];
  /** One plain sentence for the template's note and the form's help. */
  readonly note?: string;
  /** The example row of the template. */
  readonly example?: string;
}

/** A cell as the store keeps it: days as text, months and fen as integers, sensitive values as plain text. */
export type CellValue = string | number | boolean | null;
export type Cells = Readonly<Record<string, CellValue>>;

/** A row rule over several cells: names the column it concerns, the code of the contract and a Chinese reason. */
export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

export interface KindDef {
  /** `visit`, `meeting`, …: the record kind in links, traces and addresses. */
  readonly kind: string;
  /** Sheet of the workbook, and other names offices give it. */
  readonly sheet: string;
  readonly sheetAliases?: readonly string[];
  readonly table: string;
  readonly columns: readonly ColumnDef[];
  /** Fields that make two rows the same record; the n-th row of an equal key is its record n. */
  readonly key: readonly string[];
  /** The day a record belongs to, by which figures choose; absent for kinds without one. */
  readonly dateField?: string;
  /**
   * Of money that figures count by `dateField`: the fields by which they move. A month the ledger has closed takes no
   * more of it, and there these fields stay as they are.
   */
  readonly booked?: readonly string[];
  /** Fields that name a person: linked to the roll by number, else by a unique name. */
  readonly person?: { readonly name: string; readonly identity?: string; readonly createMissing?: boolean };
  /** Field whose value equals a paper's 文号 where a record names no paper itself. */
  readonly documentField?: string;
  readonly checkRow?: (cells: Cells) => readonly RowProblem[];
}

export const SENSITIVE: ReadonlySet<ColumnType> = new Set(['identity', 'account', 'phone']);

export function isSensitive(column: ColumnDef): boolean {
  return SENSITIVE.has(column.type);
}
