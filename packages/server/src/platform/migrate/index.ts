export { applyGrants, grantRights } from './grants.ts';
export { applyMigration, MIGRATION_LOCK, type MigrateOptions, migrate } from './migrate.ts';
export {
  DB_FOLDER,
  type Migration,
  pendingMigrations,
  readMigrations,
  readTableRights,
  schemaKey,
  type TableRights,
} from './plan.ts';
