import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  doneSchema,
  fileAnswer,
  fileRoute,
  idSchema,
  listOf,
  type Place,
  pageQuery,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { recordEvent } from '../audit/index.ts';
import { placedScope } from '../indicators/index.ts';
import { countFigures } from './annex.ts';
import type { Catalogue } from './figures.ts';
import { noteRecords, noteRows } from './notes.ts';
import { paperName, reportPaper } from './paper.ts';
import { composeReport, getReport, returnReport, saveReport, sendReport, signReport } from './service.ts';
import { draftSchema, figureForms, figuresOf } from './text/index.ts';

export interface ReportDeps extends Catalogue {
  /** Whether this is the caller's own pass code: signing asks for it again. */
  readonly isOwnPassCode: (tx: Db, ctx: Ctx, passCode: string) => Promise<boolean>;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const yearParams = z.object({ year: yearSchema });
const reasonSchema = z.string().trim().min(2, '请写理由').max(500);
const numberSchema = z.union([
  z.number(),
  z.string(),
  z.object({ num: z.number(), den: z.number() }),
  z.null(),
]);

const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['must', 'look']),
  place: z.string(),
  sentenceId: z.string(),
  figure: z.string().optional(),
  text: z.string(),
  message: z.string(),
});

const figureSchema = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  value: numberSchema,
  reason: z.string().optional(),
  estimated: z.boolean(),
  unevidenced: z.number(),
  records: z.number(),
  asOf: z.string(),
  definition: z.string(),
  forms: listOf(z.object({ form: z.string(), text: z.string() })),
});

const reportSchema = z
  .object({
    draft: draftSchema,
    state: z.enum(['none', 'draft', 'sent', 'signed']),
    version: z.number(),
    checks: listOf(problemSchema),
    counts: z.object({
      total: z.number(),
      evidenced: z.number(),
      unevidenced: z.number(),
      typed: z.number(),
    }),
    figures: listOf(figureSchema),
    signing: z.object({ signedOn: z.string(), signedBy: z.string(), method: z.string() }).nullable(),
    differences: listOf(
      z.object({
        code: z.string(),
        name: z.string(),
        before: z.string(),
        after: z.string(),
        place: z.string(),
        sentence: z.string(),
      }),
    ),
  })
  .openapi('Report');

function requireTownship(place: Place): Place {
  return place.level === 'township' ? place : refuse('not_a_township', '年度总结按乡镇写，请先选一个乡镇。');
}

async function answerReport(tx: Db, place: Place, year: number, catalogue: Catalogue) {
  const report = await getReport(tx, requireTownship(place), year, catalogue);
  const { figures, definitions } = report.figures;
  const units = new Map(figuresOf(report.draft).map(({ run }) => [run.code, run.unit]));
  const { signing } = report;
  return {
    draft: report.draft,
    state: report.state,
    version: report.version,
    checks: report.checks,
    counts: countFigures(report),
    figures: [...figures.values()].map((figure) => ({
      ...figure,
      definition: definitions.get(figure.code) ?? '',
      forms: figureForms(figure, units.get(figure.code) ?? figure.unit),
    })),
    signing: signing
      ? { signedOn: signing.signedOn, signedBy: signing.signedBy, method: signing.method }
      : null,
    differences: report.differences,
  };
}

function readingRoutes(deps: ReportDeps): readonly ApiRoute[] {
  return [
    readRoute(
      {
        path: '/report/{year}',
        summary: 'The summary of a year with its figures, checks and differences',
        needs: 'report.read',
        params: yearParams,
        answer: reportSchema,
      },
      ({ tx, place, params }) => answerReport(tx, place, params.year, deps),
    ),
    readRoute(
      {
        path: '/report/{year}/notes/{code}',
        summary: 'Records behind a number of the closing (X.…)',
        needs: 'report.read',
        params: yearParams.extend({ code: z.string() }),
        query: pageQuery,
        answer: listOf(
          z.object({ kind: z.string(), id: z.string(), label: z.string(), day: z.string().nullable() }),
        ),
      },
      async ({ tx, place, params, query }) => {
        const rows = noteRows(params.code, await placedScope(tx, place, params.year), deps.kinds);
        if (!rows) throw new NotFound();
        return noteRecords(tx, rows, query.offset, query.limit);
      },
    ),
    fileRoute(
      {
        path: '/report/{year}/docx',
        summary: 'The summary as a Word file',
        needs: 'report.read',
        params: yearParams,
        mediaType: DOCX,
      },
      async ({ read, write, ctx, place, params }) => {
        const { bytes, name } = await read(async (tx) => {
          const report = await getReport(tx, requireTownship(place), params.year, deps);
          return { bytes: await reportPaper(tx, place, report, deps), name: paperName(report) };
        });
        await write((tx) =>
          recordEvent(tx, ctx, {
            countyId: place.countyId,
            divisionId: place.divisionId,
            action: 'report.export',
            recordKind: 'report',
            recordId: String(params.year),
          }),
        );
        return fileAnswer({ name, mediaType: DOCX, bytes });
      },
    ),
  ];
}

function writingRoutes(deps: ReportDeps): readonly ApiRoute[] {
  return [
    writeRoute(
      {
        path: '/report/{year}/compose',
        summary: 'Write the first draft, by the wording or from last year',
        needs: 'report.write',
        params: yearParams,
        body: z.object({ from: z.enum(['wording', 'lastYear']), version: z.number().int() }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await composeReport(tx, ctx, requireTownship(place), params.year, body.from, body.version, deps);
        return { done: true as const };
      },
    ),
    writeRoute(
      {
        path: '/report/{year}',
        summary: 'Save the office’s own words around the figures',
        needs: 'report.write',
        method: 'put',
        params: yearParams,
        body: z.object({ version: z.number().int(), draft: draftSchema }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await saveReport(tx, ctx, requireTownship(place), params.year, body.version, body.draft, deps);
        return { done: true as const };
      },
    ),
    writeRoute(
      {
        path: '/report/{year}/send',
        summary: 'Send the draft to be signed',
        needs: 'report.write',
        params: yearParams,
        body: z.object({ version: z.number().int() }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        await sendReport(tx, ctx, requireTownship(place), params.year, body.version);
        return { done: true as const };
      },
    ),
  ];
}

function signingRoutes(deps: ReportDeps): readonly ApiRoute[] {
  return [
    writeRoute(
      {
        path: '/report/{year}/sign',
        summary: 'Sign with one’s own pass code, or by the scan of a signed paper',
        needs: 'report.sign',
        params: yearParams,
        body: z.object({ passCode: z.string().optional(), paperId: idSchema.optional() }),
        answer: doneSchema,
      },
      async ({ tx, ctx, place, params, body }) => {
        const proved = body.paperId ?? (body.passCode && (await deps.isOwnPassCode(tx, ctx, body.passCode)));
        if (!proved) refuse('pass_code', '口令不对，没有签发。');
        await signReport(tx, ctx, requireTownship(place), params.year, deps, { paperId: body.paperId });
        return { done: true as const };
      },
    ),
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
        return { done: true as const };
      },
    ),
  ];
}

/** The annual summary's routes. */
export function reportRoutes(deps: ReportDeps): readonly ApiRoute[] {
  return [...readingRoutes(deps), ...writingRoutes(deps), ...signingRoutes(deps)];
}
