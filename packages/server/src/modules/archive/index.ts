export * from './queries.ts';
export * from './service.ts';
export * from './sheets.ts';
