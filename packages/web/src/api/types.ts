import type { FigureValue } from '../lib/figures.ts';

/** The shapes screens rely on; `schema.gen.ts` carries them from the contract. */
export interface Division {
  code: string;
  name: string;
}
export interface User {
  id: string;
  name: string;
  roles: readonly { role: string; divisionCode: string; divisionName: string }[];
  /** What he may do somewhere: `users.manage`, `backup.run`, … */
  actions: readonly string[];
}
export interface Session {
  user: User | null;
  needsStart: boolean;
  sample: boolean;
  division: Division | null;
  divisions: { code: string; name: string; level: string }[];
  years: number[];
  today: string;
  todayIsSet: boolean;
  /** 一人办公: the second and third hand sign on paper. */
  onePerson: boolean;
  version: string;
}
export interface Refusal {
  code: string;
  message: string;
  /** `problems` names fields of a form: see `fieldErrors`. */
  details?: { [name: string]: unknown };
}
export interface KindColumn {
  field: string;
  header: string;
  type: string;
  required: boolean;
  words?: string[];
  sensitive?: boolean;
}
export interface Kind {
  kind: string;
  sheet: string;
  columns: KindColumn[];
}
export type Cell = string | number | boolean | null;
export interface Source {
  file: string | null;
  sheet: string;
  row: number | null;
}
export interface RecordRow {
  id: string;
  cells: Record<string, Cell>;
  papers: number;
  evidenced: boolean;
  /** The first pictures among its papers. */
  pictures: string[];
  source: Source | null;
  version: number;
  /** The person on the roll it belongs to, where it could be linked. */
  personId: string | null;
  personLink: string | null;
}
export interface RecordPage {
  total: number;
  /** How many of all rows are proved by a paper. */
  evidenced: number;
  rows: RecordRow[];
  sums: Record<string, number>;
  /** With `group`: how many rows have each value of that field, and their sums. */
  groups: RecordGroup[];
}
export interface RecordGroup {
  value: string | null;
  total: number;
  sums: Record<string, number>;
}
export interface FigureRow {
  code: string;
  name: string;
  unit: string;
  value: FigureValue;
  records: number;
  unevidenced: number;
  asOf: string;
  reason?: string;
  definition: string;
  /** The filter in words: «发放日期 2017-01-01 至 2017-12-31；未作废». */
  filter?: string;
  estimated: boolean;
  section: string;
  kind: string;
  lastYear: FigureValue;
}
export interface TracePaper {
  sha256: string | null;
  title: string;
  location: string | null;
}
export interface TraceRecord {
  kind: string;
  id: string;
  contribution: number | string;
  source: Source | null;
  papers: TracePaper[];
  day?: string | null;
  label?: string;
}
export interface Trace {
  code: string;
  value: FigureValue;
  total: number;
  records: TraceRecord[];
}
/** What a correction would touch, measured before it is made. */
export interface Effects {
  figures: { code: string; name: string; unit: string; year: number; before?: unknown; after?: unknown }[];
  signedReports: { year: number; signedOn: string }[];
  /** What moves in money: null where the ledger has not begun, absent where no right is touched. */
  money?: {
    through: string;
    months: readonly { month: string; fen: number }[];
    moreFen: number;
    lessFen: number;
    claimFen: number;
    continued: readonly string[];
  } | null;
}
