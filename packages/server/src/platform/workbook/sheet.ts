import type { Cell, Row } from './cell.ts';
import type { WorkbookLimits } from './limits.ts';
import { plainNumber } from './numeral.ts';
import { damaged, tooLarge } from './refusal.ts';
import { textOf, unescapeControls, type XmlHandler } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  /** The day a stored serial number means, or undefined. */
  readonly dayOf: (raw: string) => string | undefined;
  readonly limits: WorkbookLimits;
}

/** Counts over all sheets of one file, against the limits. */
export interface Tally {
  rows: number;
  cells: number;
}

const SPACE = 32;
const EQUALS = 61;
const LAST_ROW = 1_048_576;

/** Attributes of `c` and `row`, read without making strings of what is not needed. */
interface CellHead {
  column: number;
  row: number;
  style: number;
  kind: string;
}

/** Rows of one sheet, handed to `onRow` as each ends. Caps on rows, columns and cells refuse `too_large`. */
export function createSheetHandler(
  context: SheetContext,
  tally: Tally,
  onRow: (row: Row) => void,
): XmlHandler {
  const { limits } = context;
  const head: CellHead = { column: 0, row: 0, style: 0, kind: '' };
  let rowNumber = 0;
  let cells: Cell[] = [];
  let column = 0;
  let inData = false;
  let inCell = false;
  let isGuide = false;
  let isCaptured = false;
  let hasFormula = false;
  let hasValue = false;
  let value = '';
  let index = -1;

  function startRow(bytes: Buffer, from: number, to: number): void {
    readHead(bytes, from, to, head);
    const next = head.row > 0 ? head.row : rowNumber + 1;
    if (next <= rowNumber || next > LAST_ROW) throw damaged('行号不对');
    rowNumber = next;
    column = 0;
    cells = [];
  }

  function startCell(bytes: Buffer, from: number, to: number): void {
    readHead(bytes, from, to, head);
    const next = head.column > 0 ? head.column : column + 1;
    if (next > limits.columns) throw tooLarge(`超过 ${limits.columns} 列`);
    if (next <= column) throw damaged('列号不对');
    column = next;
    inCell = true;
    hasFormula = false;
    hasValue = false;
    value = '';
    index = -1;
  }

  function endCell(): void {
    inCell = false;
    if (!hasValue && !hasFormula) return;
    const isShared = head.kind === 's' && hasValue;
    const text = isShared ? sharedString(context, index, value) : value;
    const cell = makeCell(context, column, head, text, hasFormula);
    if (cell) cells.push(cell);
  }

  function endRow(): void {
    if (cells.length === 0) return;
    tally.rows++;
    tally.cells += cells.length;
    if (tally.rows > limits.rows) throw tooLarge(`超过 ${limits.rows} 行`);
    if (tally.cells > limits.cells) throw tooLarge(`超过 ${limits.cells} 个单元格`);
    onRow({ row: rowNumber, cells });
  }

  function openInCell(name: string): void {
    if (name === 'v') {
      isCaptured = true;
      hasValue = true;
    } else if (name === 'f') hasFormula = true;
    else if (name === 'rPh') isGuide = true;
    else if (name === 't' && !isGuide) {
      isCaptured = true;
      hasValue = true;
    }
  }

  return {
    open(name, bytes, from, to) {
      if (inCell) openInCell(name);
      else if (name === 'c' && inData) startCell(bytes, from, to);
      else if (name === 'row' && inData) startRow(bytes, from, to);
      else if (name === 'sheetData') inData = true;
    },
    close(name) {
      if (name === 'v' || name === 't') isCaptured = false;
      else if (name === 'c' && inCell) endCell();
      else if (name === 'rPh') isGuide = false;
      else if (name === 'row' && inData) endRow();
      else if (name === 'sheetData') inData = false;
    },
    text(bytes, from, to, escaped) {
      if (!isCaptured) return;
      // Nearly every text of a sheet is a whole number pointing into the shared strings.
      if (head.kind === 's' && value === '') index = readWhole(bytes, from, to);
      if (index < 0) value += textOf(bytes, from, to, escaped);
    },
  };
}

function readHead(bytes: Buffer, from: number, to: number, head: CellHead): void {
  head.column = 0;
  head.row = 0;
  head.style = 0;
  head.kind = '';
  let at = from;
  while (at < to) {
    while (at < to && (bytes[at] ?? 0) <= SPACE) at++;
    const nameAt = at;
    while (at < to && bytes[at] !== EQUALS) at++;
    const first = bytes[nameAt];
    const isSingle = at === nameAt + 1 || (bytes[nameAt + 1] ?? 0) <= SPACE;
    do at++;
    while (at < to && (bytes[at] ?? 0) <= SPACE);
    const quote = bytes[at];
    const valueAt = ++at;
    while (at < to && bytes[at] !== quote) at++;
    if (isSingle) {
      if (first === 114) readReference(bytes, valueAt, at, head);
      else if (first === 115) head.style = readWhole(bytes, valueAt, at);
      else if (first === 116) head.kind = readKind(bytes, valueAt, at);
    }
    at++;
  }
}

/** The kinds that fill whole sheets are not made into new strings. */
function readKind(bytes: Buffer, from: number, to: number): string {
  if (to - from === 1) return String.fromCharCode(bytes[from] ?? 0);
  if (to - from === 3 && bytes[from] === 115) return 'str';
  return bytes.toString('latin1', from, to);
}

function readReference(bytes: Buffer, from: number, to: number, head: CellHead): void {
  let at = from;
  let column = 0;
  for (; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  head.column = column;
  head.row = readWhole(bytes, at, to);
}

/** −1 when it is not a run of digits. */
function readWhole(bytes: Buffer, from: number, to: number): number {
  if (from === to) return -1;
  let whole = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return whole;
}

function makeCell(
  context: SheetContext,
  column: number,
  head: CellHead,
  value: string,
  hasFormula: boolean,
): Cell | undefined {
  const isDateStyle = context.dateStyles[head.style] === true;
  const made = (type: Cell['type'], raw: string, text: string): Cell => ({
    column,
    type,
    raw,
    text,
    numberFormatIsDate: isDateStyle,
  });
  const asText = (text: string) => (text === '' ? undefined : made('text', text, text));
  switch (head.kind) {
    case 's':
      return asText(value);
    case 'str':
    case 'inlineStr':
      return asText(unescapeControls(value));
  }
  const raw = value.trim();
  // A formula computed to nothing is written as text (`t="str"`); a bare empty value was never computed.
  if (raw === '') return hasFormula ? made('formulaNoValue', '', '') : undefined;
  switch (head.kind) {
    case 'b':
      return made('bool', raw, raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE');
    case 'e':
      return made('error', raw, raw);
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(raw) ? made('date', raw, raw.slice(0, 10)) : asText(raw);
  }
  const day = isDateStyle ? context.dayOf(raw) : undefined;
  return day === undefined ? made('number', raw, plainNumber(raw)) : made('date', raw, day);
}

function sharedString(context: SheetContext, index: number, value: string): string {
  const text = context.strings[index >= 0 ? index : Number(value.trim() || Number.NaN)];
  if (text === undefined) throw damaged('文字表对不上');
  return text;
}
