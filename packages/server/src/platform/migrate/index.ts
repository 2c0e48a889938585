export { applyGrants } from './grants.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { DB_FOLDER, type Migration, readTableRights, schemaKey, type TableRights } from './plan.ts';
