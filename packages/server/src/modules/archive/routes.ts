import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { readStoredFile, storeFile } from '../../platform/files/store.ts';
import { isPicture, thumbnail } from '../../platform/files/thumbnail.ts';
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
  z,
} from '../../platform/http/index.ts';
import { findRecord } from '../../platform/records/list.ts';
import { findPaper, papersOf, recordsOf, searchPapers } from './queries.ts';
import { addPaper, linkPaper, type PaperInput, unlinkPaper } from './service.ts';

const MAX_PAPER_BYTES = 50 * 1024 * 1024;

/** What an office hangs on a record: pictures, scans, PDF, Word and Excel files. */
const TAKEN =
  /^(image\/(jpeg|png|webp|gif|tiff|bmp)|application\/(pdf|msword|x-cfb|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)|ofd|zip)|text\/plain)$/;

const paperSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    documentNo: z.string().nullable(),
    signedOn: z.string(),
    paperClass: z.string(),
    pages: z.number().nullable(),
    originalAt: z.string().nullable(),
    sha256: z.string().nullable(),
    mediaType: z.string().nullable(),
    fileMissing: z.boolean(),
    origin: z.string().nullable(),
  })
  .openapi('Paper');

const rowParams = z.object({ kind: z.string(), id: idSchema });
const paperParams = z.object({ id: idSchema });
const linkParams = z.object({ kind: z.string(), id: idSchema, paperId: idSchema });

const inputSchema = z.object({
  title: z.string().trim().min(1, '请写题名').max(200),
  signedOn: z.string(),
  paperClass: z.string().trim().min(1, '请选类别').max(40),
  documentNo: z.string().trim().max(80).optional(),
  originalAt: z.string().trim().max(200).optional(),
});

export interface PaperDeps {
  readonly dataDir: string;
  readonly kinds: readonly KindDef[];
}

function raise(): never {
  throw new NotFound();
}

async function fileOf(value: unknown): Promise<{ bytes: Uint8Array; name: string } | undefined> {
  if (!(value instanceof File) || value.size === 0) return undefined;
  if (value.size > MAX_PAPER_BYTES) refuse('too_large', '文件超过 50 MB。请压缩或分开后再放进来。');
  return { bytes: new Uint8Array(await value.arrayBuffer()), name: value.name };
}

function inputOf(form: Record<string, unknown>): PaperInput {
  const texts = Object.fromEntries(
    Object.entries(form).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
  const parsed = inputSchema.safeParse(texts);
  return parsed.success
    ? parsed.data
    : refuse('cells_invalid', parsed.error.issues.map((issue) => issue.message).join('；'));
}

/** Papers: take one in, show it, hang it on a record and take it off. */
export function paperRoutes({ dataDir, kinds }: PaperDeps): readonly ApiRoute[] {
  async function requireRecord(tx: Db, ctx: Ctx, place: Place, kindName: string, id: string): Promise<void> {
    const kind = kinds.find((one) => one.kind === kindName) ?? raise();
    const record = await findRecord(tx, ctx.keys, kind, place.countyId, id);
    if (record?.divisionId !== place.divisionId) raise();
  }

  async function stored(tx: Db, place: Place, id: string) {
    const paper = await findPaper(tx, place.countyId, id);
    if (!paper?.sha256 || (place.level === 'township' && paper.divisionId !== place.divisionId))
      return raise();
    return { ...paper, sha256: paper.sha256 };
  }

  async function bytesOf(paper: { sha256: string; title: string }): Promise<Buffer> {
    const bytes = await readStoredFile(dataDir, paper.sha256);
    return bytes ?? refuse('file_changed', `《${paper.title}》与入库时不一致，已锁住。请从备份恢复这一份。`);
  }

  return [
    bareRoute(
      {
        path: '/papers',
        summary: 'Take a paper in (multipart) and hang it on a record',
        needs: 'papers.write',
        accepts: 'multipart/form-data',
        answer: z.object({
          id: z.string(),
          already: z
            .object({ id: z.string(), title: z.string(), originalAt: z.string().nullable() })
            .nullable(),
        }),
      },
      async ({ c, write, ctx, place }) => {
        const form = await c.req.parseBody();
        const input = inputOf(form);
        const upload = await fileOf(form.file);
        const file = upload && (await storeFile(dataDir, upload.bytes));
        if (file && !TAKEN.test(file.mediaType))
          refuse('paper_type', '只收图片、PDF、Word、Excel 和文本文件。');
        return write(async (tx) => {
          const paper = await addPaper(tx, ctx, place, { ...input, fileName: upload?.name }, file);
          const { kind, recordId } = form;
          if (typeof kind === 'string' && typeof recordId === 'string') {
            await requireRecord(tx, ctx, place, kind, recordId);
            await linkPaper(tx, ctx, place, paper.id, kind, recordId);
          }
          return { id: paper.id, already: paper.already ?? null };
        });
      },
    ),
    readRoute(
      {
        path: '/papers/search',
        summary: 'Papers by title or number',
        needs: 'papers.read',
        query: z.object({ q: z.string().max(100) }),
        answer: z.array(paperSchema),
      },
      ({ tx, place, query }) => searchPapers(tx, place.countyId, [place.divisionId], query.q, 20),
    ),
    readRoute(
      {
        path: '/papers/{id}',
        summary: 'One paper and the records it proves',
        needs: 'papers.read',
        params: paperParams,
        answer: paperSchema.extend({ records: z.array(z.object({ kind: z.string(), id: z.string() })) }),
      },
      async ({ tx, place, params }) => {
        const paper = (await findPaper(tx, place.countyId, params.id)) ?? raise();
        if (place.level === 'township' && paper.divisionId !== place.divisionId) raise();
        return { ...paper, records: await recordsOf(tx, place.countyId, params.id) };
      },
    ),
    fileRoute(
      {
        path: '/papers/{id}/file',
        summary: 'The paper itself',
        needs: 'papers.read',
        params: paperParams,
        mediaType: 'application/octet-stream',
      },
      async ({ read, place, params }) => {
        const paper = await read((tx) => stored(tx, place, params.id));
        const mediaType = paper.mediaType ?? 'application/octet-stream';
        return fileAnswer({ name: paper.title, mediaType, bytes: await bytesOf(paper), inline: true });
      },
    ),
    fileRoute(
      {
        path: '/papers/{id}/thumb',
        summary: 'A small picture of the paper',
        needs: 'papers.read',
        params: paperParams,
        mediaType: 'image/jpeg',
      },
      async ({ read, place, params }) => {
        const paper = await read((tx) => stored(tx, place, params.id));
        if (!isPicture(paper.mediaType ?? '')) raise();
        return fileAnswer({
          name: 'thumb.jpg',
          mediaType: 'image/jpeg',
          bytes: await thumbnail(await bytesOf(paper)),
          inline: true,
        });
      },
    ),
    readRoute(
      {
        path: '/records/{kind}/{id}/papers',
        summary: 'Papers that hang on a record',
        needs: 'papers.read',
        params: rowParams,
        answer: z.array(paperSchema),
      },
      ({ tx, place, params }) => papersOf(tx, place.countyId, params.kind, params.id),
    ),
    writeRoute(
      {
        path: '/records/{kind}/{id}/papers',
        summary: 'Hang a paper on a record',
        needs: 'papers.write',
        params: rowParams,
        body: z.object({ paperId: idSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await requireRecord(tx, ctx, place, params.kind, params.id);
        await linkPaper(tx, ctx, place, body.paperId, params.kind, params.id);
        return { done: true as const };
      },
    ),
    writeRoute(
      {
        path: '/records/{kind}/{id}/papers/{paperId}',
        summary: 'Take a paper off a record',
        needs: 'papers.write',
        method: 'delete',
        params: linkParams,
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params }) => {
        await unlinkPaper(tx, ctx, place, params.paperId, params.kind, params.id);
        return { done: true as const };
      },
    ),
  ];
}
