export * from './day.ts';
export * from './fen.ts';
export * from './identity.ts';
export * from './numerals.ts';
