export type CellType = 'text' | 'number' | 'bool' | 'date' | 'error' | 'formulaNoValue';

/** One non-empty cell. */
export interface Cell {
  /** 1-based: A is 1, XFD is 16,384. */
  readonly column: number;
  readonly type: CellType;
  /**
   * What the file holds: for numbers and dates the stored digits untouched, so that `110105199001011234` kept as a
   * number is told from the same digits kept as text (`type`); for text the text; for an uncomputed formula `''`.
   */
  readonly raw: string;
  /**
   * What a reader means: `YYYY-MM-DD` for dates, plain decimals for numbers (15 significant digits, no exponent),
   * `TRUE`/`FALSE`, the error's name. Text is neither trimmed nor normalised.
   */
  readonly text: string;
  /** The cell's format shows a day; also true where the number is not a day (then `type` is `number`). */
  readonly numberFormatIsDate: boolean;
}

/** One row with at least one non-empty cell; hidden rows are rows like others. */
export interface Row {
  /** The sheet's own row number, 1-based. */
  readonly row: number;
  /** In order of column. */
  readonly cells: readonly Cell[];
}

/** A merged range, 1-based and inclusive. Its value stands in the top left cell. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `AB` → 28; 0 when the text has no column letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) {
    const code = letter.charCodeAt(0) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

/** 28 → `AB` */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** `A1:C2` or `A1`; undefined when it is neither. */
export function parseRange(reference: string): Merge | undefined {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i.exec(reference.replaceAll('$', ''));
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}
