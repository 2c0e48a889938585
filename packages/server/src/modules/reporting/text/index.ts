export { type Annex, type AnnexEntry, annexSchema, isWorthPrinting } from './annex.ts';
export { anniversaryOf } from './anniversary.ts';
export { checkDraft } from './check.ts';
export { type CheckRules, defaultCheckRules, parseCheckRules } from './check-rules.ts';
export { type ComposeInput, composeDraft } from './compose.ts';
export { type Difference, laterDifferences } from './differences.ts';
export { figureForms, figureText, writtenRun } from './forms.ts';
export { type ClosingNotes, figuresOfNotes, NOTE_DEFINITIONS, withNotes } from './notes.ts';
export { ownedDraft } from './own.ts';
export { figuresOf, isPrinted, numberPlaces, type PlacedFigure, sentencesOf } from './places.ts';
export { type PrintedReport, printedReport } from './printed.ts';
export { type CheckInput, PROBLEM_CODES, type Problem, type ProblemCode } from './problems.ts';
export { refreshDraft, reuseDraft } from './refresh.ts';
export { type ToDocumentOptions, toDocument } from './to-document.ts';
export {
  type Block,
  type Draft,
  draftSchema,
  type FigureNumber,
  type FigureRun,
  type Figures,
  type FigureValue,
  FORMS,
  type Form,
  type Run,
  SECTIONS,
  type SectionKey,
  type Sentence,
  type TextRun,
  type TypedRun,
} from './types.ts';
export { findUnsourced, type Unsourced } from './unsourced.ts';
export { defaultWording, parseWording, type Wording } from './wording.ts';
