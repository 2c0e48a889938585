export { FINDING_CODES, type FindingCode, type Severity, TESTS } from './codes.ts';
export type { Finding } from './finding.ts';
export { type CheckAnswer, type CheckPlace, type Looked, runChecks, type Years } from './run.ts';
