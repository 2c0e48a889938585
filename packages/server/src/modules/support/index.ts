export * from './sheets.ts';
export * from './timeline.ts';
