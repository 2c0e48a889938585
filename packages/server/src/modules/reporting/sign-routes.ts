import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { storeFile } from '../../platform/files/store.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { addPaper } from '../archive/index.ts';
import { requireTownship } from './answer.ts';
import type { Catalogue } from './figures.ts';
import { findDraft } from './queries.ts';
import { returnReport, signReport } from './service.ts';

export interface SignDeps extends Catalogue {
  readonly dataDir: string;
  /** Whether this is the caller's own pass code: signing asks for it again. */
  readonly isOwnPassCode: (tx: Db, ctx: Ctx, passCode: string) => Promise<boolean>;
}

const yearParams = z.object({ year: yearSchema });
const reasonSchema = z.string().trim().min(2, '请写理由').max(500);
const MAX_SCAN_BYTES = 50 * 1024 * 1024;
const done = { done: true as const };

/** The scan of a signed paper. Refuses an empty or too large file, and what is neither picture nor PDF. */
async function storedScan(dataDir: string, value: unknown) {
  if (!(value instanceof File) || value.size === 0) return refuse('paper_empty', '请选签字的扫描件。');
  if (value.size > MAX_SCAN_BYTES) refuse('too_large', '文件超过 50 MB。请压缩或分开后再放进来。');
  const file = await storeFile(dataDir, new Uint8Array(await value.arrayBuffer()));
  if (!/^(image\/|application\/pdf)/.test(file.mediaType)) refuse('paper_type', '签字件只收图片和 PDF。');
  return { file, name: value.name };
}

/** By pass code, or by a scan that is taken in as a paper in the same command. */
function signRoutes(deps: SignDeps): readonly ApiRoute[] {
  return [
    writeRoute(
      {
        path: '/report/{year}/sign',
        summary: 'Sign what was read, with one’s own pass code',
        needs: 'report.sign',
        params: yearParams,
        body: z.object({ passCode: z.string(), fingerprint: z.string() }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body: { passCode, fingerprint } }) => {
        if (!(await deps.isOwnPassCode(tx, ctx, passCode))) refuse('pass_code', '口令不对，没有签发。');
        await signReport(tx, ctx, requireTownship(place), params.year, deps, { fingerprint });
        return done;
      },
    ),
    bareRoute(
      {
        path: '/report/{year}/sign-paper',
        summary: 'Sign by the scan (multipart) of a paper signed by hand',
        needs: 'report.sign',
        params: yearParams,
        accepts: 'multipart/form-data',
        answer: doneSchema,
      },
      async ({ c, write, place, params }) => {
        const form = await c.req.parseBody();
        const { file, name } = await storedScan(deps.dataDir, form.file);
        const fingerprint = typeof form.fingerprint === 'string' ? form.fingerprint : '';
        return write(async (tx, ctx) => {
          const at = requireTownship(place);
          const title = `${(await findDraft(tx, at, params.year))?.draft.title ?? '年度总结'}（签发件）`;
          const paper = { title, signedOn: ctx.today, paperClass: '佐证材料', fileName: name };
          const { id: paperId } = await addPaper(tx, ctx, at, paper, file);
          await signReport(tx, ctx, at, params.year, deps, { paperId, fingerprint });
          return done;
        });
      },
    ),
  ];
}

/** What is for whoever signs: to sign, or to give back. */
export function signingRoutes(deps: SignDeps): readonly ApiRoute[] {
  return [
    ...signRoutes(deps),
    writeRoute(
      {
        path: '/report/{year}/return',
        summary: 'Give a sent draft back',
        needs: 'report.sign',
        params: yearParams,
        body: z.object({ reason: reasonSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await returnReport(tx, ctx, requireTownship(place), params.year, body.reason);
        return done;
      },
    ),
  ];
}
