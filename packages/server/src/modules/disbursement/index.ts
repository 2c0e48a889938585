export * from './indicators.ts';
export * from './sheets.ts';
export * from './timeline.ts';
export * from './words.ts';
