import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  fileAnswer,
  fileRoute,
  idSchema,
  type Place,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { writeSheets } from '../../platform/workbook/index.ts';
import { getDivisionById } from '../divisions/index.ts';
import { fileSha256 } from './apply/import.ts';
import { undoImport } from './apply/undo.ts';
import {
  answerBatch,
  type BatchAnswer,
  batchSchema,
  logSchema,
  receiptsSchema,
  TrialError,
} from './inbox/answer.ts';
import { type AnyCall, batchWork, importAsJob } from './inbox/confirm.ts';
import { rememberWords, withWords, wordsOf } from './inbox/learn.ts';
import { listImports } from './inbox/log.ts';
import { listRows, rowsSchema } from './inbox/rows.ts';
import type { FileRun } from './inbox/run.ts';
import {
  addToBatch,
  createBatch,
  readBatch,
  type StagedBatch,
  saveBatch,
  type Upload,
  workbookPath,
} from './inbox/store.ts';
import { uploadOf } from './inbox/upload.ts';
import { exportSheets, noteExport } from './out/export.ts';
import { markedFile, sumOfCounts } from './out/marked.ts';
import { writeImportTemplate } from './out/template.ts';
import { mergeLearned, readLearned } from './plan/index.ts';
import { rosterRoute } from './roster/route.ts';

export interface ImportDeps {
  readonly dataDir: string;
  readonly kinds: readonly KindDef[];
  /** Path of a workbook filled with invented people, to look at. */
  readonly exampleFile: string;
  /** Every figure of the place and year as it stands in this transaction: what an import changes is shown before it counts. */
  readonly figures: (tx: Db, place: Place, year: number) => Promise<readonly FigureNow[]>;
}

export interface FigureNow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly value: unknown;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_FILES = 40;
const reasonSchema = z.string().trim().min(2, '请写理由').max(500);
const batchParams = z.object({ batch: idSchema });

function requireTownship(place: Place): void {
  if (place.level !== 'township') refuse('not_a_township', '导入要选定一个乡镇。');
}

async function uploadsOf(
  form: Record<string, unknown>,
): Promise<{ books: Upload[]; papers: Upload | undefined }> {
  const given = [form.files, form.file]
    .flat()
    .filter((one): one is File => one instanceof File && one.size > 0);
  if (given.length === 0) refuse('no_file', '没有收到文件。请选 xlsx 文件。');
  if (given.length > MOST_FILES) refuse('too_many_files', `一次最多 ${MOST_FILES} 个文件。`);
  const zip = given.find((file) => /\.zip$/i.test(file.name));
  const books = given.filter((file) => file !== zip);
  return { books: await Promise.all(books.map(uploadOf)), papers: zip && (await uploadOf(zip)) };
}

function effectsOf(before: readonly FigureNow[], after: readonly FigureNow[]): BatchAnswer['effects'] {
  const now = new Map(after.map((figure) => [figure.code, figure.value]));
  return before.flatMap(({ code, name, unit, value }) => {
    const changed = now.get(code) ?? null;
    return JSON.stringify(changed) === JSON.stringify(value)
      ? []
      : [{ code, name, unit, before: value, after: changed }];
  });
}

/** The year whose figures are shown: the one the office works in, unless the files speak of others only. */
function yearOf(runs: readonly FileRun[], asked: number): number {
  const years = runs.flatMap(({ result }) => (result ? [result.year] : []));
  return years.includes(asked) ? asked : (years[0] ?? asked);
}

/** Imports the batch, measures what it changes, and rolls it all back. */
async function tryBatch(
  deps: ImportDeps,
  call: AnyCall,
  id: string,
  staged: StagedBatch,
): Promise<BatchAnswer> {
  const { place } = call;
  const run = batchWork(deps, call, id, staged);
  const trial = call.write(async (tx) => {
    await sql`savepoint untouched`.execute(tx);
    const runs = await run(tx, true, []);
    const year = yearOf(runs, staged.year);
    const after = await deps.figures(tx, place, year);
    const found = await answerBatch(tx, { id, staged, countyId: place.countyId }, runs);
    await sql`rollback to savepoint untouched`.execute(tx);
    const effects = effectsOf(await deps.figures(tx, place, year), after);
    throw new TrialError({ ...found, year, effects });
  });
  return trial.catch((error: unknown) => {
    if (error instanceof TrialError) return error.answer;
    throw error;
  });
}

function dropRoute(deps: ImportDeps): ApiRoute {
  return bareRoute(
    {
      path: '/imports',
      summary:
        'Drop workbooks (and a zip of papers), new or into an earlier batch: what an import would do, nothing written',
      needs: 'imports.write',
      accepts: 'multipart/form-data',
      answer: batchSchema,
      status: 201,
    },
    async (call) => {
      const { c, ctx, place } = call;
      requireTownship(place);
      const form = await c.req.parseBody({ all: true });
      const { books, papers } = await uploadsOf(form);
      const hashed = await Promise.all(
        books.map(async (book) => ({ ...book, sha256: await fileSha256(book.bytes) })),
      );
      if (typeof form.batch === 'string') {
        const earlier = await readBatch(deps.dataDir, form.batch, place.divisionId);
        if (earlier.files.length + books.length > MOST_FILES)
          refuse('too_many_files', `一次最多 ${MOST_FILES} 个文件。`);
        const staged = await addToBatch(deps.dataDir, form.batch, earlier, hashed, papers);
        return tryBatch(deps, call, form.batch, staged);
      }
      if (books.length === 0) refuse('no_file', '只收到了材料压缩包，还要有台账的 xlsx 文件。');
      const year = Number(form.year) || Number(ctx.today.slice(0, 4));
      const files = hashed.map(({ name, sha256 }) => ({ name, sha256, learned: {} }));
      const staged = { divisionId: place.divisionId, year, files, hasPapers: papers !== undefined };
      const id = await createBatch(deps.dataDir, staged, books, papers);
      return tryBatch(deps, call, id, staged);
    },
  );
}

function againRoute(deps: ImportDeps): ApiRoute {
  return bareRoute(
    {
      path: '/imports/{batch}/try',
      summary: 'The same batch tried again',
      needs: 'imports.write',
      params: batchParams,
      answer: batchSchema,
    },
    async (call) => {
      const { batch } = call.params;
      return tryBatch(deps, call, batch, await readBatch(deps.dataDir, batch, call.place.divisionId));
    },
  );
}

const mappingBody = z.object({
  file: z.number().int().min(0),
  sheet: z.string().max(100),
  as: z.string().max(60).optional(),
  header: z.record(z.string(), z.string()).optional(),
  words: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  known: z.string().max(60).nullable().default(null),
  remember: z.boolean().default(false),
});

function mappingRoute(deps: ImportDeps): ApiRoute {
  return bareRoute(
    {
      path: '/imports/{batch}/mapping',
      summary: 'Say what a sheet, a header or a word is; the batch is tried again',
      needs: 'imports.write',
      params: batchParams,
      body: mappingBody,
      answer: batchSchema,
    },
    async (call) => {
      const { place, ctx, body, params } = call;
      const staged = await readBatch(deps.dataDir, params.batch, place.divisionId);
      const words = wordsOf(body, body.known);
      const files = staged.files.map((file, index) => (index === body.file ? withWords(file, words) : file));
      const next = { ...staged, files };
      await saveBatch(deps.dataDir, params.batch, next);
      if (body.remember) await call.write((tx) => rememberWords(tx, ctx, place, words));
      return tryBatch(deps, call, params.batch, next);
    },
  );
}

function confirmRoute(deps: ImportDeps): ApiRoute {
  return bareRoute(
    {
      path: '/imports/{batch}/confirm',
      summary: 'Import what can be taken; confirmed again it answers the same receipts',
      needs: 'imports.write',
      params: batchParams,
      body: z.object({ skipUpdates: z.array(z.string()).default([]) }),
      answer: receiptsSchema,
    },
    (call) => importAsJob(deps, call, call.params.batch, call.body.skipUpdates),
  );
}

function markedRoute(deps: ImportDeps): ApiRoute {
  return fileRoute(
    {
      path: '/imports/{batch}/errors',
      summary: 'The user’s own file with its refused cells marked',
      needs: 'imports.write',
      params: batchParams,
      query: z.object({ file: z.coerce.number().int().min(0) }),
      mediaType: XLSX,
    },
    async (call) => {
      const { params, query, place } = call;
      const staged = await readBatch(deps.dataDir, params.batch, place.divisionId);
      const file = staged.files[query.file];
      if (!file) throw new NotFound();
      const run = batchWork(deps, call, params.batch, staged);
      let found: FileRun | undefined;
      await call
        .write(async (tx) => {
          found = (await run(tx, true, []))[query.file];
          throw new TrialError({
            batch: params.batch,
            year: staged.year,
            totals: sumOfCounts([]),
            files: [],
            effects: [],
          });
        })
        .catch((error: unknown) => {
          if (!(error instanceof TrialError)) throw error;
        });
      if (!found?.result) return refuse('file_refused', '这个文件整个读不了，没有可标红的行。');
      const bytes = await markedFile(workbookPath(deps.dataDir, params.batch, query.file), found.result);
      return fileAnswer({ name: `标红_${file.name}`, mediaType: XLSX, bytes });
    },
  );
}

function rowsRoute(deps: ImportDeps): ApiRoute {
  return bareRoute(
    {
      path: '/imports/{batch}/rows',
      method: 'get',
      summary: 'The rows of a dropped sheet as they were understood, at most 200 from `offset`',
      needs: 'imports.write',
      params: batchParams,
      query: z.object({
        file: z.coerce.number().int().min(0),
        sheet: z.string().max(100),
        offset: z.coerce.number().int().min(0).default(0),
      }),
      answer: rowsSchema,
    },
    async (call) => {
      const { place, query, params } = call;
      const staged = await readBatch(deps.dataDir, params.batch, place.divisionId);
      const file = staged.files[query.file];
      if (!file) throw new NotFound();
      const remembered = await call.read((tx) => readLearned(tx, place.countyId, place.divisionId));
      const learned = mergeLearned(remembered, new Map(Object.entries(file.learned)));
      const path = workbookPath(deps.dataDir, params.batch, query.file);
      return listRows(path, { ...query, kinds: deps.kinds, learned });
    },
  );
}

function logRoutes(deps: ImportDeps): readonly ApiRoute[] {
  return [
    readRoute(
      {
        path: '/imports',
        summary: 'The log of imports, newest first',
        needs: 'records.read',
        answer: logSchema,
      },
      ({ tx, place }) => listImports(tx, place),
    ),
    writeRoute(
      {
        path: '/imports/log/{importId}/undo',
        summary: 'Take a whole import back, while nothing signed or later rests on it',
        needs: 'imports.write',
        params: z.object({ importId: idSchema }),
        body: z.object({ reason: reasonSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await undoImport(tx, ctx, deps.kinds, { countyId: place.countyId, ...params, reason: body.reason });
        return { done: true as const };
      },
    ),
  ];
}

async function bytesOf(write: (out: PassThrough) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), write(out)]);
  return bytes;
}

const exportQuery = z.object({
  year: yearSchema,
  kind: z.string().max(40).optional(),
  full: z.enum(['yes']).optional(),
  reason: z.string().trim().max(200).optional(),
});

function fileRoutes(deps: ImportDeps): readonly ApiRoute[] {
  return [
    fileRoute(
      {
        path: '/imports/template.xlsx',
        summary: 'The empty workbook',
        needs: 'records.read',
        mediaType: XLSX,
      },
      async () =>
        fileAnswer({
          name: '双拥台账（空白表）.xlsx',
          mediaType: XLSX,
          bytes: await bytesOf((out) => writeImportTemplate(deps.kinds, out)),
        }),
    ),
    fileRoute(
      {
        path: '/imports/example.xlsx',
        summary: 'A filled workbook of invented people',
        needs: 'records.read',
        mediaType: XLSX,
      },
      async () =>
        fileAnswer({
          name: '双拥台账（填好的例子）.xlsx',
          mediaType: XLSX,
          bytes: await readFile(deps.exampleFile),
        }),
    ),
    fileRoute(
      {
        path: '/exports/workbook.xlsx',
        summary:
          'The township’s ledgers in the form of the workbook; whole numbers only with a logged reason',
        needs: 'exports.write',
        query: exportQuery,
        mediaType: XLSX,
      },
      async ({ read, write, ctx, place, query }) => {
        requireTownship(place);
        const full = query.full === 'yes';
        if (full && !query.reason) refuse('reason_needed', '导出完整号码要写理由。');
        const kinds = deps.kinds.filter((kind) => query.kind === undefined || kind.kind === query.kind);
        await write((tx) =>
          noteExport(tx, ctx, place, { full, kinds: kinds.length, reason: query.reason ?? null }),
        );
        const bytes = await read(async (tx) => {
          const division = await getDivisionById(tx, place.countyId, place.divisionId);
          const sheets = await exportSheets(tx, ctx, division, query.year, kinds, { full });
          return bytesOf((out) => writeSheets(sheets, out));
        });
        return fileAnswer({ name: `${place.name}双拥台账${query.year}.xlsx`, mediaType: XLSX, bytes });
      },
    ),
  ];
}

/** Old workbooks in, receipts, taking back, and the ledgers out again. */
export function importRoutes(deps: ImportDeps): readonly ApiRoute[] {
  return [
    ...fileRoutes(deps),
    ...logRoutes(deps),
    dropRoute(deps),
    againRoute(deps),
    mappingRoute(deps),
    confirmRoute(deps),
    markedRoute(deps),
    rowsRoute(deps),
    rosterRoute,
  ];
}
