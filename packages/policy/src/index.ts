export * from './api.ts';
export * from './codes.ts';
export * from './plain.ts';
export * from './settings.ts';
export * from './types.ts';
