export { type SearchDeps, searchRoutes } from './routes.ts';
export { likePart, type Opens, type SearchAsk, type SearchHit, type SearchSource } from './source.ts';
export { voucherSearch } from './vouchers.ts';
