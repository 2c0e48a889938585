export * from './indicators.ts';
export * from './queries.ts';
export * from './routes.ts';
export * from './search.ts';
export * from './service.ts';
export * from './sheets.ts';
