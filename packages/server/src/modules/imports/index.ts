export { type FileSource, openFileSource } from './apply/files.ts';
export { fileSha256, type ImportInput, type ImportResult, importWorkbook } from './apply/import.ts';
export type { Unit } from './apply/unit.ts';
export type { Counts, Issue } from './plan/index.ts';
