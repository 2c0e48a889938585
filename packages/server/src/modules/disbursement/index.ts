export * from './sheets.ts';
export * from './words.ts';
