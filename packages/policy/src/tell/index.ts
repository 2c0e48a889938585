export * from './month.ts';
export * from './words.ts';
