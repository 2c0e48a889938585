export { type FileSource, openFileSource } from './apply/files.ts';
export { fileSha256, type ImportInput, type ImportResult, importWorkbook } from './apply/import.ts';
export { importOrRollBack, type Outcome } from './apply/trial.ts';
export type { Unit } from './apply/unit.ts';
export { answerOf, answerText, type ImportAnswer, isAnythingTaken } from './out/answer.ts';
export { markedFile } from './out/marked.ts';
export { writeImportTemplate } from './out/template.ts';
export type { Counts, Issue } from './plan/index.ts';
