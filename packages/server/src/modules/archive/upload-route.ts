import { refuse } from '../../kernel/refusal.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { storeFile } from '../../platform/files/store.ts';
import { type ApiRoute, bareRoute, doneSchema, z } from '../../platform/http/index.ts';
import { requireRecord } from './link-routes.ts';
import { inputSchema, paperParams } from './schemas.ts';
import { addPaper, fillPaper, linkPaper, type PaperInput } from './service.ts';

const MAX_PAPER_BYTES = 50 * 1024 * 1024;

/** What an office hangs on a record: pictures, scans, PDF, Word and Excel files. */
const TAKEN =
  /^(image\/(jpeg|png|webp|gif|tiff|bmp)|application\/(pdf|msword|x-cfb|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)|ofd|zip)|text\/plain)$/;

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

const answer = z.object({
  id: z.string(),
  already: z.object({ id: z.string(), title: z.string(), originalAt: z.string().nullable() }).nullable(),
});

async function taken(dataDir: string, upload: Awaited<ReturnType<typeof fileOf>>) {
  const file = upload && (await storeFile(dataDir, upload.bytes));
  if (file && !TAKEN.test(file.mediaType)) refuse('paper_type', '只收图片、PDF、Word、Excel 和文本文件。');
  return file;
}

/** POST: the file of a paper that is there without one. */
export function fillRoute(dataDir: string): ApiRoute {
  const shape = {
    path: '/papers/{id}/file',
    summary: 'Put the file (multipart) into a paper without one',
    needs: 'papers.write',
    params: paperParams,
    accepts: 'multipart/form-data',
    answer: doneSchema,
  } as const;
  return bareRoute(shape, async ({ c, write, ctx, place, params }) => {
    const upload = await fileOf((await c.req.parseBody()).file);
    const file = await taken(dataDir, upload);
    if (!upload || !file) return refuse('paper_empty', '请选文件。');
    await write((tx) => fillPaper(tx, ctx, place, params.id, file, upload.name));
    return { done: true as const };
  });
}

/** POST: a paper with its file, hung on a record where one is named (that takes more than taking it in). */
export function uploadRoute(dataDir: string, kinds: readonly KindDef[]): ApiRoute {
  const shape = {
    path: '/papers',
    summary: 'Take a paper in (multipart) and hang it on a record',
    needs: 'papers.add',
    accepts: 'multipart/form-data',
    answer,
  } as const;
  return bareRoute(shape, async ({ c, write, ctx, place }) => {
    const form = await c.req.parseBody();
    const input = inputOf(form);
    const upload = await fileOf(form.file);
    const file = await taken(dataDir, upload);
    return write(async (tx) => {
      const paper = await addPaper(tx, ctx, place, { ...input, fileName: upload?.name }, file);
      const { kind, recordId } = form;
      if (typeof kind === 'string' && typeof recordId === 'string') {
        if (!ctx.may('papers.write', place.code)) refuse('not_allowed', '把材料挂到记录上由经办办理。');
        await requireRecord(tx, ctx, place, kinds, kind, recordId);
        await linkPaper(tx, ctx, place, paper.id, kind, recordId);
      }
      return { id: paper.id, already: paper.already ?? null };
    });
  });
}
