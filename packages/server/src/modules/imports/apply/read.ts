import type { Day } from '@shuangyong/values';
import type { Db } from '../../../kernel/db.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import {
  LISTS_SHEET,
  NOTES_SHEET,
  type Row,
  readWorkbook,
  type Sheet,
  type WorkbookLimits,
} from '../../../platform/workbook/index.ts';
import { paperKind } from '../../archive/index.ts';
import { spellKind } from '../../registry/index.ts';
import {
  type Counts,
  createRowReader,
  type Issues,
  type Learned,
  missingHeaders,
  type PlannedRow,
  type Recognised,
  recogniseSheet,
  type SheetPlan,
  unitSheet,
  zeroCounts,
} from '../plan/index.ts';
import type { Ahead, SoFar } from './ahead.ts';
import { inBatches } from './batches.ts';
import type { PaperFiles } from './papers.ts';
import { createNumbers, createParts, type Part } from './parts.ts';
import type { Sealer } from './sealer.ts';
import { createEncoder, createStage } from './stage.ts';

/** One sheet of the file: what it was taken for and how its header was understood. */
export interface ReadSheet {
  readonly name: string;
  readonly as: string | null;
  /** Why a sheet was not read, or that it was. */
  readonly state: SheetState;
  /** What its name says it is, where its header lacks columns of it. */
  readonly named: string | null;
  readonly missing: readonly string[];
  readonly candidates: readonly string[];
  readonly counts: Counts;
  readonly header: readonly { readonly theirs: string; readonly ours: string | null }[];
  /** Where each column of the contract stands, 1-based. */
  readonly columns: ReadonlyMap<string, number>;
  readonly lastHeaderRow: number;
}

export type SheetState = 'read' | 'header_lacks' | 'unknown' | 'left_out' | 'empty';

export interface ReadInput {
  readonly file: string | Uint8Array;
  readonly kinds: readonly KindDef[];
  readonly learned: Learned;
  readonly today: Day;
  readonly issues: Issues;
  /** Counts by the file's own sheet, each filled as the sheet is read. */
  readonly counts: Map<string, Counts>;
  readonly papers: PaperFiles;
  readonly sealer: Sealer;
  readonly ahead: Ahead;
  readonly partRows: number;
  readonly limits?: WorkbookLimits | undefined;
}

export interface ReadResult {
  readonly sheets: readonly ReadSheet[];
  readonly units: readonly PlannedRow[];
  /** Kinds with at least one row staged, in the order given. */
  readonly staged: readonly KindDef[];
}

const OURS = new Set<string>([NOTES_SHEET, LISTS_SHEET]);

function headerOf(sheet: Sheet, plan: SheetPlan): ReadSheet['header'] {
  const row = sheet.head.find((one) => one.row === plan.lastHeaderRow);
  const theirs = (column: number) =>
    row?.cells.find((cell) => cell.column === column)?.text.replace(/\s+/g, '') ?? '';
  return [
    ...plan.columns.map(({ column, header }) => ({ column, theirs: theirs(column) || header, ours: header })),
    ...plan.unknown.map(({ column, text }) => ({ column, theirs: text, ours: null })),
  ]
    .sort((left, right) => left.column - right.column)
    .map(({ theirs: text, ours }) => ({ theirs: text, ours }));
}

/** The fullest of the first rows is most likely the header nobody could read. */
function widestRow(sheet: Sheet): Row | undefined {
  const widest = Math.max(0, ...sheet.head.map((row) => row.cells.length));
  return sheet.head.find((row) => row.cells.length === widest);
}

function rawHeader(sheet: Sheet): ReadSheet['header'] {
  const cells = widestRow(sheet)?.cells ?? [];
  return cells
    .map(({ text }) => ({ theirs: text.replace(/\s+/g, ''), ours: null }))
    .filter(({ theirs }) => theirs !== '');
}

function stateOf(sheet: Sheet, { kind, plan, leftOut }: Recognised): SheetState {
  if (plan) return 'read';
  if (leftOut) return 'left_out';
  if (sheet.head.length === 0) return 'empty';
  return kind ? 'header_lacks' : 'unknown';
}

function understoodAs(sheet: Sheet, plan: SheetPlan | undefined) {
  if (!plan)
    return { as: null, header: rawHeader(sheet), columns: new Map<string, number>(), lastHeaderRow: 1 };
  const named = [...plan.columns, ...plan.unknown.map(({ column, text }) => ({ column, header: text }))];
  const columns = new Map(named.map(({ header, column }) => [header, column]));
  return { as: plan.kind.sheet, header: headerOf(sheet, plan), columns, lastHeaderRow: plan.lastHeaderRow };
}

/** One part is with the database while the next is read; a third waits, so that memory stays flat. */
function createSender(ahead: Ahead, soFar: SoFar) {
  let sending = Promise.resolve();
  return {
    async send(kind: KindDef, part: Part): Promise<void> {
      await sending;
      sending = ahead.put(kind, part, soFar);
      // Awaited in its turn; until then a failure must not end the process.
      sending.catch(() => {});
    },
    rest: () => sending,
  };
}

/** Which value of a row is the number its person is told by. */
function numberIndex(kind: KindDef): number {
  return kind === spellKind ? kind.columns.findIndex(({ field }) => field === kind.person?.identity) : -1;
}

/** Reads every sheet once, in the order of the file, into staging tables of this transaction. */
export async function readIntoStages(db: Db, input: ReadInput): Promise<ReadResult> {
  const sheets: ReadSheet[] = [];
  const units: PlannedRow[] = [];
  const staged = new Set<KindDef>();
  const sender = createSender(input.ahead, { units, staged });
  const numbers = createNumbers();
  let ord = 0;

  async function stageRows(
    rows: AsyncIterable<Row>,
    kind: KindDef,
    read: (row: Row) => PlannedRow | undefined,
  ): Promise<void> {
    if (!staged.has(kind)) await createStage(db, kind);
    staged.add(kind);
    const { encode } = createEncoder(kind);
    const parts = createParts(numbers);
    const at = numberIndex(kind);
    for await (const batch of inBatches(rows, read)) {
      const seal = input.sealer.sealRows(kind, batch);
      for (const row of batch) {
        const fileSha256 = kind === paperKind ? await input.papers.take(row) : null;
        const number = row.values[at];
        parts.add(typeof number === 'string' ? seal(number).hash : null, (fields) =>
          encode(fields, row, ord++, seal, fileSha256),
        );
        if (parts.rows >= input.partRows) await sender.send(kind, parts.take());
      }
    }
    if (parts.rows > 0) await sender.send(kind, parts.take());
    await sender.rest();
  }

  async function readSheet(sheet: Sheet, plan: SheetPlan, counts: Counts): Promise<void> {
    const { learned, today, issues } = input;
    const read = createRowReader({ sheet: sheet.name, plan, learned, today, issues, counts });
    input.ahead.meet(plan.kind);
    if (plan.kind !== unitSheet) return stageRows(sheet.rows, plan.kind, read);
    for await (const row of sheet.rows) {
      const planned = read(row);
      if (planned) units.push(planned);
    }
  }

  async function readAll(): Promise<void> {
    for await (const sheet of readWorkbook(input.file, input.limits)) {
      if (OURS.has(sheet.name)) continue;
      const found = recogniseSheet(sheet, [unitSheet, ...input.kinds], input.learned);
      const { kind, plan, candidates } = found;
      const counts = zeroCounts();
      input.counts.set(sheet.name, counts);
      if (plan) await readSheet(sheet, plan, counts);
      else await refuseSheet(sheet, kind, input, counts);
      const lacks = !plan && kind;
      sheets.push({
        ...{ name: sheet.name, candidates, counts, state: stateOf(sheet, found) },
        named: lacks ? kind.sheet : null,
        missing: lacks ? missingHeaders(sheet, kind, input.learned) : [],
        ...understoodAs(sheet, plan),
      });
    }
  }

  try {
    await readAll();
  } finally {
    // Nothing may be under way on the connection when the transaction is rolled back.
    await sender.rest().catch(() => {});
  }
  return { sheets, units, staged: input.kinds.filter((kind) => staged.has(kind)) };
}

/** A sheet known by name whose header lacks a column refuses its rows; an unknown one is reported, not read. */
async function refuseSheet(
  sheet: Sheet,
  kind: Recognised['kind'],
  { issues, learned }: ReadInput,
  counts: Counts,
): Promise<void> {
  if (!kind) {
    if (sheet.head.length > 0)
      issues.notes.push({ sheet: sheet.name, column: '（整张表没有认出来，没有读）' });
    return;
  }
  const missing = missingHeaders(sheet, kind, learned);
  const column = missing[0] ?? '';
  const reason = `「${sheet.name}」的表头里没有「${missing.join('」「')}」，这一行没有读。请补上这一列，或改对表头。`;
  const headerRow = widestRow(sheet)?.row ?? 0;
  for await (const row of sheet.rows) {
    if (row.row <= headerRow) continue;
    counts.read++;
    counts.refused++;
    issues.errors.push({
      sheet: sheet.name,
      row: row.row,
      column,
      value: '',
      code: 'required_empty',
      reason,
    });
  }
}
