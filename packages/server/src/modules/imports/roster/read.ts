import { type Day, type IdentityNumber, identityBirthDay } from '@shuangyong/values';
import { refuse } from '../../../kernel/refusal.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { readWorkbook, type Sheet, WorkbookRefused } from '../../../platform/workbook/index.ts';
import type { RosterKind, RosterRow } from '../../checks/index.ts';
import {
  createRowReader,
  findPlan,
  type Issue,
  type Issues,
  NOTHING_LEARNED,
  noIssues,
  type PlannedRow,
  zeroCounts,
} from '../plan/index.ts';
import { DAY_FIELDS, rosterSheet } from './columns.ts';

/** A list of another office as it was read. Whom its rows name is held in memory only. */
export interface RosterRead {
  readonly rows: readonly RosterRow[];
  /** Rows of the list, those that could not be read whole among them. */
  readonly rowCount: number;
  /** Cells that could not be read, and rows that name nobody who could be told from another. */
  readonly issues: readonly Issue[];
}

/** As many rows as a county's list may have. */
const MOST_ROWS = 300_000;

/**
 * Reads a list of a kind from a workbook: every sheet that has 姓名, and 身份证号 or 出生日期. A cell that cannot be
 * read is told with sheet, row and column; the rest of its row still counts. Refuses what is no workbook, `roster_head`
 * where no sheet has these columns, and `too_large`.
 */
export async function readRoster(
  file: string | Uint8Array,
  kind: RosterKind,
  today: Day,
): Promise<RosterRead> {
  const read: OpenRead = { def: rosterSheet(kind), today, rows: [], issues: noIssues(), rowCount: 0 };
  let sheets = 0;
  try {
    for await (const sheet of readWorkbook(file)) if (await readSheet(sheet, read)) sheets += 1;
  } catch (error) {
    if (error instanceof WorkbookRefused) refuse(error.code, error.message);
    throw error;
  }
  if (sheets === 0)
    refuse(
      'roster_head',
      '认不出表头：要有「姓名」，还要有「身份证号」或「出生日期」。请把表头改成这样再拖进来。',
    );
  return { rows: read.rows, rowCount: read.rowCount, issues: read.issues.errors };
}

interface OpenRead {
  readonly def: KindDef;
  readonly today: Day;
  readonly rows: RosterRow[];
  readonly issues: Issues;
  rowCount: number;
}

async function readSheet(sheet: Sheet, read: OpenRead): Promise<boolean> {
  const { def, today, issues } = read;
  const plan = findPlan(sheet, def, NOTHING_LEARNED);
  if (!plan?.columns.some(({ def: { field } }) => field === 'identity' || field === 'born_on')) return false;
  const counts = zeroCounts();
  const reader = createRowReader({
    ...{ sheet: sheet.name, plan, learned: NOTHING_LEARNED, today, issues, counts },
  });
  for await (const row of sheet.rows) {
    const before = issues.errors.length;
    const planned = reader(row);
    if (planned !== undefined) take(read, planned, issues.errors.length > before);
    if (read.rowCount + counts.read > MOST_ROWS)
      refuse('too_large', `名册超过 ${MOST_ROWS} 行。请只留本县（本镇）的行再拖进来。`);
  }
  read.rowCount += counts.read;
  return true;
}

/** A row whose cells say enough to know somebody by; else it is told once. */
function take({ def, rows, issues }: OpenRead, planned: PlannedRow, isTold: boolean): void {
  const text = (field: string) => {
    const value = planned.values[def.columns.findIndex((column) => column.field === field)];
    return typeof value === 'string' ? value : null;
  };
  const name = text('name');
  const identity = text('identity') as IdentityNumber | null;
  const bornOn = (text('born_on') ?? (identity === null ? null : identityBirthDay(identity))) as Day | null;
  if (name === null || bornOn === null) {
    if (!isTold) issues.errors.push(incomparable(planned));
    return;
  }
  const onDay = (DAY_FIELDS.map(text).find((day) => day !== null) ?? null) as Day | null;
  rows.push({ sheet: planned.sheet, row: planned.row, name, identity, bornOn, onDay });
}

const incomparable = ({ sheet, row }: PlannedRow): Issue => ({
  ...{ sheet, row, column: '身份证号', value: '', code: 'required_empty' },
  reason: '没有身份证号，也没有出生日期，比不了。请补上其中一样。',
});
