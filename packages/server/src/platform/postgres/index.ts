export { APP_ROLE } from './credentials.ts';
export { type Database, type OpenDatabaseOptions, openDatabase } from './open.ts';
export { makePool, type PoolSettings, type Target } from './pool.ts';
