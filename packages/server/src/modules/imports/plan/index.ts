export type { Derived } from './cross.ts';
export { type Counts, type Issue, type Issues, noIssues, shownValue, zeroCounts } from './issue.ts';
export {
  headerVocabulary,
  type Learned,
  mergeLearned,
  NOT_IMPORTED,
  NOTHING_LEARNED,
  readLearned,
  SHEET_NAMES,
} from './learned.ts';
export { findPlan, missingHeaders, type Recognised, recogniseSheet, type SheetPlan } from './recognise.ts';
export { createRowReader, type PlannedRow } from './row.ts';
export { EVIDENCE_COLUMN, unitSheet } from './unit.ts';
