import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { assert } from '../../kernel/refusal.ts';
import { recordEvent } from '../../modules/audit/index.ts';
import {
  type BackupSource,
  backupStatus,
  drill,
  listShelf,
  makeBackup,
  noteCopy,
  shelfPath,
} from '../../platform/backup/index.ts';
import {
  type ApiRoute,
  bareRoute,
  fileAnswer,
  fileRoute,
  listOf,
  type Place,
  readRoute,
  z,
} from '../../platform/http/index.ts';
import type { AppRuntime } from '../runtime.ts';
import { verdictText, verifyAll } from '../verify/index.ts';

const statusSchema = z
  .object({
    lastBackupAt: z.string().nullable(),
    lastCopyAt: z.string().nullable(),
    daysWithoutCopy: z.number(),
    warning: z.string().nullable(),
  })
  .openapi('BackupStatus');

const backupSchema = z
  .object({
    name: z.string(),
    kind: z.enum(['daily', 'upgrade', 'manual']),
    madeAt: z.string(),
    bytes: z.number(),
  })
  .openapi('Backup');

const drillSchema = z
  .object({
    text: z.string(),
    seconds: z.number(),
    madeAt: z.string(),
    tables: z.number(),
    rows: z.number(),
    people: z.number(),
    fen: z.string(),
    money: listOf(z.object({ name: z.string(), rows: z.number(), fen: z.string() })),
    files: z.object({ count: z.number(), bytes: z.number(), damaged: listOf(z.string()) }),
  })
  .openapi('BackupDrill');

const verdictSchema = z
  .object({
    ok: z.boolean(),
    text: z.string(),
    findings: listOf(z.looseObject({ code: z.string(), message: z.string() })),
    checked: z.record(z.string(), z.number()),
  })
  .openapi('Verdict');

const nameSchema = z.object({ name: z.string().max(100) });

function sourceOf({ source }: AppRuntime): BackupSource {
  assert(source, 'a running program has a data folder');
  return source;
}

function logged(place: Place, action: string, detail: Readonly<Record<string, unknown>>) {
  const { countyId, divisionId } = place;
  return (tx: Db, ctx: Ctx) => recordEvent(tx, ctx, { countyId, divisionId, action, detail });
}

function listing(runtime: AppRuntime): ApiRoute {
  return readRoute(
    {
      path: '/backups',
      summary: 'Backups in the data folder, newest first, and how old the last one is',
      needs: 'backup.run',
      answer: z.object({ status: statusSchema, backups: listOf(backupSchema) }),
    },
    async () => {
      const { folder } = sourceOf(runtime);
      const backups = await listShelf(folder.paths.backups);
      return { status: await backupStatus(folder), backups: [...backups] };
    },
  );
}

function status(runtime: AppRuntime): ApiRoute {
  return readRoute(
    {
      path: '/backups/status',
      summary: 'How old the last backup is, for the line on every page',
      needs: 'signedIn',
      answer: statusSchema,
    },
    () => backupStatus(sourceOf(runtime).folder),
  );
}

function making(runtime: AppRuntime): ApiRoute {
  return bareRoute(
    {
      path: '/backups',
      summary: 'Makes a backup under a pass phrase and restores it on trial',
      needs: 'backup.run',
      body: z.object({ passphrase: z.string().max(200) }),
      answer: z.object({ name: z.string(), bytes: z.number(), text: z.string(), drill: drillSchema }),
      status: 201,
    },
    async ({ body, place, write }) => {
      const source = sourceOf(runtime);
      const made = await makeBackup(source, body.passphrase);
      const name = basename(made.path);
      const { installation: _, ...tried } = await drill(source.folder, made.path, body.passphrase);
      await write(logged(place, 'backup.make', { name, rows: made.rows, files: made.files.count }));
      return { name, bytes: made.bytes, text: `备份完成并${tried.text}`, drill: tried };
    },
  );
}

function trying(runtime: AppRuntime): ApiRoute {
  return bareRoute(
    {
      path: '/backups/{name}/drill',
      summary: 'Restores a backup beside the live data, compares and removes it',
      needs: 'backup.run',
      params: nameSchema,
      body: z.object({ passphrase: z.string().max(200).optional() }),
      answer: drillSchema,
    },
    async ({ params, body, place, write }) => {
      const { folder } = sourceOf(runtime);
      const path = shelfPath(folder, params.name);
      const { installation: _, ...report } = await drill(folder, path, body.passphrase);
      await write(logged(place, 'backup.drill', { name: params.name, rows: report.rows }));
      return report;
    },
  );
}

function verifying(runtime: AppRuntime): ApiRoute {
  return bareRoute(
    {
      path: '/backups/verify',
      summary: 'Papers, log and records against what was written',
      needs: 'backup.run',
      answer: verdictSchema,
    },
    async ({ read, place, write }) => {
      const { ok, findings, checked } = await verifyAll(runtime, read);
      await write(logged(place, 'verify', { findings: findings.length }));
      const text = verdictText({ ok, findings, checked });
      return { ok, text, findings: findings.map((finding) => ({ ...finding })), checked: { ...checked } };
    },
  );
}

function download(runtime: AppRuntime): ApiRoute {
  return fileRoute(
    {
      path: '/backups/{name}',
      summary: 'A backup to take to another disk',
      needs: 'backup.run',
      params: nameSchema,
      mediaType: 'application/octet-stream',
    },
    async ({ params, place, write }) => {
      const { folder } = sourceOf(runtime);
      const path = shelfPath(folder, params.name);
      await write(logged(place, 'backup.take', { name: params.name }));
      noteCopy(folder);
      const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
      return fileAnswer({ name: params.name, mediaType: 'application/octet-stream', bytes });
    },
  );
}

/** 备份恢复: make, list, try, verify, take away. */
export const backupRoutes = (runtime: AppRuntime): readonly ApiRoute[] => [
  status(runtime),
  listing(runtime),
  making(runtime),
  verifying(runtime),
  trying(runtime),
  download(runtime),
];
