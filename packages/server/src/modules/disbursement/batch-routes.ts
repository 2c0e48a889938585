import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  bareRoute,
  type Call,
  fileAnswer,
  fileRoute,
  idSchema,
  type Place,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { exportBatch } from './bank-export.ts';
import { bytesOf, filesOf } from './bank-file.ts';
import { BANK_LAYOUTS } from './bank-layout.ts';
import { takeResult, tryResult } from './bank-result.ts';
import { readResult } from './bank-result-read.ts';
import { cancelBatch } from './batch-cancel.ts';
import { closeBatch } from './batch-close.ts';
import { type BatchAnswer, type BatchPlace, findBatch } from './batch-find.ts';
import { payHome } from './batch-home.ts';
import { printBatch } from './batch-print.ts';
import { showBatch } from './batch-show.ts';
import { answerException, answerTogether } from './exception-answer.ts';
import { listLines } from './line-find.ts';
import { monthsOfLine } from './line-items.ts';
import { findLine, sampleLines } from './line-list.ts';
import { reissueLine } from './line-reissue.ts';
import { releaseLine } from './line-release.ts';
import {
  answerAllBody,
  answerBody,
  batchAnswerSchema,
  batchSchema,
  cancelBody,
  exportBody,
  exportSchema,
  lineAtSchema,
  lineMonthsSchema,
  linesQuery,
  linesSchema,
  payHomeSchema,
  printSchema,
  reissueBody,
  reissueSchema,
  releaseBody,
  resultSchema,
  sampleSchema,
  sendBackBody,
  stepBody,
} from './schemas.ts';
import { approveBatch, reviewBatch, sendBackBatch, submitBatch } from './step.ts';

/** The place with the townships whose people it pays. */
export async function batchPlaceOf(tx: Db, place: Place): Promise<BatchPlace> {
  const { countyId, divisionId, code, level } = place;
  return { countyId, divisionId, code, level, divisionIds: await townshipsOf(tx, place) };
}

const params = z.object({ id: idSchema });
const needs = 'pay.read' as const;

const reads: readonly ApiRoute[] = [
  readRoute(
    {
      ...{ path: '/pay', summary: 'Batches of a year, what is next and what waits for the caller', needs },
      query: z.object({ year: yearSchema.optional() }),
      answer: payHomeSchema,
    },
    async ({ tx, ctx, place, query }) =>
      payHome(tx, ctx, await batchPlaceOf(tx, place), query.year ?? Number(ctx.today.slice(0, 4))),
  ),
  readRoute(
    {
      ...{
        path: '/pay/batches/{id}',
        summary: 'A batch: its worth, why it differs, its steps',
        needs,
        params,
      },
      answer: batchSchema,
    },
    async ({ tx, ctx, place, params: { id } }) => showBatch(tx, ctx, await batchPlaceOf(tx, place), id),
  ),
  readRoute(
    {
      ...{ path: '/pay/batches/{id}/lines', summary: 'Lines of a batch, a page of them', needs, params },
      ...{ query: linesQuery, answer: linesSchema },
    },
    async ({ tx, ctx, place, params: { id }, query }) =>
      listLines(tx, ctx, await batchPlaceOf(tx, place), id, query),
  ),
  readRoute(
    {
      ...{ path: '/pay/lines/{id}', summary: 'The batch of a line and whom it pays', needs, params },
      answer: lineAtSchema,
    },
    async ({ tx, place, params: { id } }) => findLine(tx, await batchPlaceOf(tx, place), id),
  ),
  readRoute(
    {
      ...{ path: '/pay/batches/{id}/lines/{lineId}', summary: 'A line month by month', needs },
      ...{ params: z.object({ id: idSchema, lineId: idSchema }), answer: lineMonthsSchema },
    },
    async ({ tx, place, params: { id, lineId } }) => {
      const batch = await findBatch(tx, await batchPlaceOf(tx, place), id);
      return { months: await monthsOfLine(tx, place.countyId, batch.id, lineId) };
    },
  ),
  readRoute(
    {
      ...{ path: '/pay/batches/{id}/sample', summary: 'Five lines for the reviewer', needs, params },
      answer: sampleSchema,
    },
    async ({ tx, ctx, place, params: { id } }) => sampleLines(tx, ctx, await batchPlaceOf(tx, place), id),
  ),
  readRoute(
    {
      ...{
        path: '/pay/batches/{id}/print',
        summary: 'What the papers of a batch are made of',
        needs,
        params,
      },
      answer: printSchema,
    },
    async ({ tx, ctx, place, params: { id } }) => printBatch(tx, ctx, await batchPlaceOf(tx, place), id),
  ),
];

/** One thing that is done to a batch; who may is told by its refusals, for all may see it. */
function command<B extends z.ZodType>(
  what: string,
  summary: string,
  body: B,
  work: (call: Call<typeof params, undefined, B>, place: BatchPlace) => Promise<BatchAnswer>,
): ApiRoute {
  const shape = { path: `/pay/batches/{id}/${what}`, summary, needs, params, body } as const;
  return writeRoute({ ...shape, answer: batchAnswerSchema }, async (call) =>
    work(call, await batchPlaceOf(call.tx, call.place)),
  );
}

const commands: readonly ApiRoute[] = [
  command('submit', 'Submits a batch for review', stepBody, ({ tx, ctx, params: { id }, body }, place) =>
    submitBatch(tx, ctx, place, id, body),
  ),
  command('review', 'Passes a batch in review', stepBody, ({ tx, ctx, params: { id }, body }, place) =>
    reviewBatch(tx, ctx, place, id, body),
  ),
  command('approve', 'Approves a batch', stepBody, ({ tx, ctx, params: { id }, body }, place) =>
    approveBatch(tx, ctx, place, id, body),
  ),
  command('send-back', 'Sends a batch back', sendBackBody, ({ tx, ctx, params: { id }, body }, place) =>
    sendBackBatch(tx, ctx, place, id, body),
  ),
  command('cancel', 'Takes a batch back', cancelBody, ({ tx, ctx, params: { id }, body }, place) =>
    cancelBatch(tx, ctx, place, id, body.reason),
  ),
  command('answer', 'Answers an exception', answerBody, ({ tx, ctx, params: { id }, body }, place) =>
    answerException(tx, ctx, place, id, body),
  ),
  command(
    'answer-all',
    'Answers several amber exceptions with one reason',
    answerAllBody,
    ({ tx, ctx, params: { id }, body }, place) => answerTogether(tx, ctx, place, id, body),
  ),
  command('release', 'Lets a held line go', releaseBody, ({ tx, ctx, params: { id }, body }, place) =>
    releaseLine(tx, ctx, place, id, body),
  ),
  command('close', 'Closes a batch', z.object({}), ({ tx, ctx, params: { id } }, place) =>
    closeBatch(tx, ctx, place, id),
  ),
  writeRoute(
    {
      ...{
        path: '/pay/batches/{id}/reissue',
        summary: 'Enters the account for returned money',
        needs,
        params,
      },
      ...{ body: reissueBody, answer: reissueSchema },
    },
    async ({ tx, ctx, place, params: { id }, body }) =>
      reissueLine(tx, ctx, await batchPlaceOf(tx, place), id, body),
  ),
];

function exportRoute(dataDir: string): ApiRoute {
  const shape = { path: '/pay/batches/{id}/export', summary: 'Makes the file for the bank', needs } as const;
  return writeRoute(
    { ...shape, params, body: exportBody, answer: exportSchema },
    async ({ tx, ctx, place, params: { id }, body: { layout } }) => {
      const at = await batchPlaceOf(tx, place);
      const { answer, file, isNew } = await exportBatch(tx, ctx, at, id, { layout, dataDir });
      const { name, rows, totalFen, sha256 } = file;
      return { ...answer, file: { id: file.id, name, rows, totalFen, sha256, isNew } };
    },
  );
}

function fileOfRoute(dataDir: string): ApiRoute {
  const mediaType = 'application/octet-stream';
  const shape = {
    path: '/pay/batches/{id}/bank-file',
    summary: 'A file of a batch as it was stored',
  } as const;
  const query = z.object({ fileId: idSchema.optional() });
  return fileRoute({ ...shape, needs: 'pay.bank', params, query, mediaType }, async (call) => {
    const { place, query: asked } = call;
    const file = await call.read(async (tx) => {
      const { id } = await findBatch(tx, await batchPlaceOf(tx, place), call.params.id);
      const files = await filesOf(tx, place.countyId, id);
      const isAsked = (one: (typeof files)[number]) =>
        asked.fileId === undefined ? one.direction === 'out' : one.id === asked.fileId;
      return files.findLast(isAsked) ?? refuse('not_exported', '这一批还没有银行文件，先导出。');
    });
    const layout = Object.values(BANK_LAYOUTS).find(({ code }) => code === file.layout);
    const bytes = await bytesOf(dataDir, file);
    return fileAnswer({ name: file.name, mediaType: layout?.mediaType ?? mediaType, bytes });
  });
}

const MOST_BYTES = 50 * 1024 * 1024;

function resultRoute(dataDir: string): ApiRoute {
  const shape = {
    ...{
      path: '/pay/batches/{id}/result',
      summary: 'Reads the result of the bank (multipart), dry first',
      needs,
    },
    ...{ params, query: z.object({ dry: z.enum(['true', 'false']).default('false') }), answer: resultSchema },
    accepts: 'multipart/form-data',
  } as const;
  return bareRoute(shape, async ({ c, read, write, place, params: { id }, query }) => {
    const upload = (await c.req.parseBody()).file;
    if (!(upload instanceof File) || upload.size === 0) return refuse('result_empty', '请选银行回执文件。');
    if (upload.size > MOST_BYTES) return refuse('too_large', '文件超过 50 MB，请核对是不是银行回执。');
    const bytes = new Uint8Array(await upload.arrayBuffer());
    const rows = await readResult(bytes);
    const isDry = query.dry === 'true';
    const { answer, counts } = isDry
      ? await read(async (tx, ctx) => tryResult(tx, ctx, await batchPlaceOf(tx, place), id, rows))
      : await write(async (tx, ctx) =>
          takeResult(tx, ctx, await batchPlaceOf(tx, place), id, { rows, bytes, name: upload.name, dataDir }),
        );
    return { ...answer, isDry, counts };
  });
}

/** Batches of payments, from what they are worth to what the bank said. Opening them needs the law: see benefits. */
export const batchRoutes = ({ dataDir }: { readonly dataDir: string }): readonly ApiRoute[] => [
  ...reads,
  ...commands,
  exportRoute(dataDir),
  fileOfRoute(dataDir),
  resultRoute(dataDir),
];
