export { FINDING_CODES, type FindingCode, type Severity, TESTS } from './codes.ts';
export type { Finding } from './finding.ts';
export { checkRoutes } from './routes.ts';
export { type CheckAnswer, type CheckPlace, type Looked, runChecks, type Years } from './run.ts';
export { type TestLine, testLines } from './tests.ts';
export { decide, type Verdict, verdictsOf } from './verdicts.ts';
