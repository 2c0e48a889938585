import { sql } from 'kysely';
import { freeBytes } from '../../platform/datafolder/index.ts';
import { type ApiRoute, readRoute, z } from '../../platform/http/index.ts';
import { type AppRuntime, VERSION } from '../runtime.ts';

const machineSchema = z
  .object({
    version: z.string(),
    node: z.string(),
    dataDir: z.string(),
    /** Free bytes of the disk the data folder lies on. */
    freeBytes: z.number(),
    database: z.object({ version: z.string(), bytes: z.number() }),
    installationId: z.string(),
    sample: z.boolean(),
  })
  .openapi('Machine');

/** 本机: what the one who looks after the computer needs to know, and nothing of what is recorded. */
export const machineRoutes = (runtime: AppRuntime): readonly ApiRoute[] => [
  readRoute(
    {
      path: '/machine',
      summary: 'Version, data folder and database of this machine',
      needs: 'backup.run',
      answer: machineSchema,
    },
    async ({ tx }) => {
      const { rows } = await sql<{ version: string; bytes: number }>`select
        current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
        tx,
      );
      return {
        version: VERSION,
        node: process.versions.node,
        dataDir: runtime.dataDir,
        freeBytes: await freeBytes(runtime.dataDir),
        database: { version: rows[0]?.version ?? '', bytes: Number(rows[0]?.bytes ?? 0) },
        installationId: runtime.installationId,
        sample: runtime.isSample,
      };
    },
  ),
];
