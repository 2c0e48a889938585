export * from './indicators.ts';
export { batchHash, lineHash, monthHash, runHash } from './proof.ts';
export * from './sheets.ts';
export * from './timeline.ts';
export * from './words.ts';
