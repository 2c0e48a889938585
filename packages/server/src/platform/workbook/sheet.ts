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
  const head: CellHead = { column: 0, row: 0, style: 0, kind: '' };
  const reader = createCellReader(context, head);
  let rowNumber = 0;
  let cells: Cell[] = [];
  let column = 0;
  let inData = false;
  let inCell = false;

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
    if (next > context.limits.columns) throw tooLarge(`超过 ${context.limits.columns} 列`);
    if (next <= column) throw damaged('列号不对');
    column = next;
    inCell = true;
    reader.start();
  }

  function endCell(): void {
    inCell = false;
    const cell = reader.end(column);
    if (cell) cells.push(cell);
  }

  function endRow(): void {
    if (cells.length === 0) return;
    count(tally, cells.length, context.limits);
    onRow({ row: rowNumber, cells });
  }

  return {
    open(name, bytes, from, to) {
      if (inCell) reader.open(name);
      else if (name === 'c' && inData) startCell(bytes, from, to);
      else if (name === 'row' && inData) startRow(bytes, from, to);
      else if (name === 'sheetData') inData = true;
    },
    close(name) {
      if (name === 'c' && inCell) endCell();
      else if (inCell) reader.close(name);
      else if (name === 'row' && inData) endRow();
      else if (name === 'sheetData') inData = false;
    },
    text(bytes, from, to, escaped) {
      if (inCell) reader.text(bytes, from, to, escaped);
    },
  };
}

function count(tally: Tally, cells: number, limits: WorkbookLimits): void {
  tally.rows++;
  tally.cells += cells;
  if (tally.rows > limits.rows) throw tooLarge(`超过 ${limits.rows} 行`);
  if (tally.cells > limits.cells) throw tooLarge(`超过 ${limits.cells} 个单元格`);
}

interface CellReader extends Omit<XmlHandler, 'open'> {
  start(): void;
  open(name: string): void;
  /** The cell, or undefined when it holds nothing. */
  end(column: number): Cell | undefined;
}

/** What stands inside one `c`: a value or inline text, perhaps a formula. */
function createCellReader(context: SheetContext, head: CellHead): CellReader {
  let isGuide = false;
  let isCaptured = false;
  let hasFormula = false;
  let hasValue = false;
  let value = '';
  let index = -1;
  return {
    start() {
      isGuide = false;
      isCaptured = false;
      hasFormula = false;
      hasValue = false;
      value = '';
      index = -1;
    },
    open(name) {
      if (name === 'v' || (name === 't' && !isGuide)) {
        isCaptured = true;
        hasValue = true;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') isGuide = true;
    },
    close(name) {
      if (name === 'v' || name === 't') isCaptured = false;
      else if (name === 'rPh') isGuide = false;
    },
    text(bytes, from, to, escaped) {
      if (!isCaptured) return;
      // Nearly every text of a sheet is a whole number pointing into the shared strings.
      if (head.kind === 's' && value === '' && index < 0) index = readWhole(bytes, from, to);
      else if (index < 0) value += textOf(bytes, from, to, escaped);
      else throw damaged('文字表对不上');
    },
    end(column) {
      if (!hasValue && !hasFormula) return undefined;
      const isShared = head.kind === 's' && hasValue;
      const text = isShared ? sharedString(context, index) : value;
      return makeCell(context, column, head, text, hasFormula);
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

/** −1 when it is not a run of digits, blanks around it apart. */
function readWhole(bytes: Buffer, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && (bytes[start] ?? 0) <= SPACE) start++;
  while (start < end && (bytes[end - 1] ?? 0) <= SPACE) end--;
  if (start === end) return -1;
  let whole = 0;
  for (let at = start; at < end; at++) {
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

function sharedString(context: SheetContext, index: number): string {
  const text = context.strings[index];
  if (text === undefined) throw damaged('文字表对不上');
  return text;
}
