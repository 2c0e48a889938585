import type { Day } from '@shuangyong/values';
import type { Cells, CellValue, ColumnDef } from '../../../platform/contract/kind.ts';
import { type Cell, isExampleRow, type Row } from '../../../platform/workbook/index.ts';
import {
  type CellParser,
  cellParser,
  isKept,
  isProblem,
  type Kept,
  type Parsed,
  type Problem,
} from '../parse/index.ts';
import { type Derived, deriverOf, disagreements } from './cross.ts';
import { type Counts, type Issues, shownValue } from './issue.ts';
import type { Learned } from './learned.ts';
import type { SheetPlan } from './recognise.ts';

/** A row as it goes to the database. `values` stand in the order of the kind's columns. */
export interface PlannedRow {
  readonly sheet: string;
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly evidence: string | null;
  readonly notes: Readonly<Record<string, string>>;
  /** Fields whose cell says 清空. */
  readonly cleared: readonly string[];
  readonly derived: Derived | undefined;
  /** Only there to count: which of several equal rows a later one is. */
  readonly refused: boolean;
}

export interface ReaderInput {
  readonly sheet: string;
  readonly plan: SheetPlan;
  readonly learned: Learned;
  readonly today: Day;
  readonly issues: Issues;
  readonly counts: Counts;
}

interface Slot {
  /** Index among the kind's columns; −1 for 佐证 and unknown columns. */
  readonly index: number;
  readonly def: ColumnDef | undefined;
  readonly header: string;
  readonly parse: CellParser;
}

function slotsOf({ plan, learned, today }: ReaderInput): Slot[] {
  const slots: Slot[] = [];
  for (const { column, def, header, shiftMonths } of plan.columns) {
    const parse = cellParser(def, { today, shiftMonths, learned: learned.get(def.header) ?? {} });
    slots[column] = { index: plan.kind.columns.indexOf(def), def, header, parse };
  }
  const parse = cellParser({ header: '', field: '', type: 'text' }, { today });
  for (const { column, text } of plan.unknown)
    slots[column] = { index: -1, def: undefined, header: text, parse };
  return slots;
}

/** Example rows of the template are told by a cheap look before the exact one. */
function isExample(row: Row): boolean {
  return (
    row.cells.some((cell) => cell.text.length < 40 && cell.text.includes('示例')) && isExampleRow(row.cells)
  );
}

const isBlank = (cell: Cell) => cell.type === 'text' && cell.text.trim() === '';

/** A row while its cells are taken one by one. */
interface Draft {
  readonly values: CellValue[];
  readonly cleared: string[];
  readonly notes: Record<string, string>;
  readonly kept: { readonly slot: Slot; readonly kept: Kept }[];
  /** Indexes of cells that could not be read. */
  readonly spoilt: number[];
  evidence: string | null;
  filled: number;
}

function takeCell(draft: Draft, slot: Slot, parsed: Exclude<Parsed, null>): Problem | undefined {
  draft.filled++;
  if (typeof parsed !== 'object') {
    if (slot.index >= 0) draft.values[slot.index] = parsed;
    else if (slot.def) draft.evidence = String(parsed);
    else draft.notes[slot.header] = String(parsed);
    return undefined;
  }
  if (isProblem(parsed)) {
    draft.spoilt.push(slot.index);
    return parsed;
  }
  if (isKept(parsed)) {
    draft.values[slot.index] = parsed.kept;
    draft.notes[slot.header] = parsed.original;
    draft.kept.push({ slot, kept: parsed });
  } else if (slot.def) draft.cleared.push(slot.def.field);
  return undefined;
}

/** Reads the rows of one sheet: undefined for a row that is no record, or that is refused and cannot be counted. */
export function createRowReader(input: ReaderInput): (row: Row) => PlannedRow | undefined {
  const { sheet, plan, issues, counts } = input;
  const { columns, key, checkRow } = plan.kind;
  const slots = slotsOf(input);
  const fields = columns.map((column) => column.field);
  const byField = new Map(columns.map((column) => [column.field, column]));
  const keyIndexes = key.map((field) => fields.indexOf(field));
  const required = columns.flatMap((column, index) => (column.required ? [index] : []));
  const derive = deriverOf(plan.kind);
  const empty: CellValue[] = fields.map(() => null);
  const nothing: Record<string, CellValue> = Object.fromEntries(fields.map((field) => [field, null]));
  for (const { text } of plan.unknown) issues.notes.push({ sheet, column: text });

  function issue(row: Row, slot: Pick<Slot, 'def' | 'header'>, text: string, code: string, reason: string) {
    return {
      sheet,
      row: row.row,
      column: slot.header,
      value: shownValue(slot.def, text.trim()),
      code,
      reason,
    };
  }

  /** The issue of a field, with what its cell says. */
  function fieldIssue(row: Row, field: string, code: string, reason: string) {
    const def = byField.get(field);
    const index = fields.indexOf(field);
    const text = row.cells.find((cell) => slots[cell.column]?.index === index)?.text ?? '';
    // Where the file has 发至年月 instead of 停止年月, the cell to mend stands there.
    const header = slots.find((slot) => slot?.index === index)?.header ?? def?.header ?? '';
    return issue(row, { def, header }, text, code, reason);
  }

  function cellsOf(values: readonly CellValue[]): Record<string, CellValue> {
    const cells = { ...nothing };
    for (let index = 0; index < fields.length; index++) {
      const value = values[index] ?? null;
      if (value !== null) cells[fields[index] ?? ''] = value;
    }
    return cells;
  }

  function takeCells(row: Row): Draft {
    const values = empty.slice();
    const draft: Draft = { values, cleared: [], notes: {}, kept: [], spoilt: [], evidence: null, filled: 0 };
    for (const cell of row.cells) {
      const slot = slots[cell.column];
      const parsed = slot?.parse(cell) ?? null;
      if (!slot || parsed === null) continue;
      const found = takeCell(draft, slot, parsed);
      if (found) issues.errors.push(issue(row, slot, cell.text, found.problem, found.reason));
    }
    return draft;
  }

  /** What the cells say together; answers whether any of it is refused. */
  function checkTogether(row: Row, draft: Draft, cells: Cells): boolean {
    const before = issues.errors.length;
    for (const index of required) {
      if (draft.values[index] !== null || draft.spoilt.includes(index)) continue;
      const reason = `「${columns[index]?.header}」没有填。请补上再导入。`;
      issues.errors.push(fieldIssue(row, fields[index] ?? '', 'required_empty', reason));
    }
    for (const { field, code, reason } of checkRow?.(cells) ?? [])
      issues.errors.push(fieldIssue(row, field, code, reason));
    return issues.errors.length > before;
  }

  function warn(row: Row, draft: Draft, cells: Cells): void {
    for (const { slot, kept } of draft.kept)
      issues.warnings.push(issue(row, slot, kept.original, kept.warning, kept.reason));
    for (const { field, reason } of disagreements(cells))
      issues.warnings.push(fieldIssue(row, field, 'id_disagrees', reason));
  }

  function hasKey(draft: Draft): boolean {
    return keyIndexes.every(
      (index) => !draft.spoilt.includes(index) && (draft.values[index] !== null || !required.includes(index)),
    );
  }

  return (row) => {
    if (row.row <= plan.lastHeaderRow || row.cells.every(isBlank) || isExample(row)) return undefined;
    const draft = takeCells(row);
    if (draft.filled === 0) return undefined;
    counts.read++;
    const cells = cellsOf(draft.values);
    const derived = derive?.(cells);
    const whole = derived?.bornOn ? { ...cells, born_on: derived.bornOn } : cells;
    const isRefused = checkTogether(row, draft, whole) || draft.spoilt.length > 0;
    if (isRefused) counts.refused++;
    else warn(row, draft, cells);
    if (isRefused && !hasKey(draft)) return undefined;
    const { values, evidence, notes, cleared } = draft;
    return { sheet, row: row.row, values, evidence, notes, cleared, derived, refused: isRefused };
  };
}
