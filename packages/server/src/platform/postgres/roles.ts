import type pg from 'pg';
import { APP_ROLE, type Credentials, DATABASE } from './credentials.ts';

/** Makes the application's role and the database on a fresh embedded cluster; `admin` is on its `postgres` database. */
export async function ensureRoleAndDatabase(admin: pg.Pool, credentials: Credentials): Promise<void> {
  const { rows } = await admin.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles    where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [APP_ROLE, DATABASE],
  );
  // The password is url-safe base64 of our own making: nothing to escape.
  if (!rows[0]?.role) await admin.query(`create role ${APP_ROLE} login password '${credentials.app}'`);
  if (!rows[0]?.database) await admin.query(`create database ${DATABASE}`);
  await admin.query(`revoke all on database ${DATABASE} from public`);
  await admin.query(`grant connect, temporary on database ${DATABASE} to ${APP_ROLE}`);
}
