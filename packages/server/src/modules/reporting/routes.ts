import { NotFound } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  doneSchema,
  fileAnswer,
  fileRoute,
  listOf,
  pageQuery,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { recordEvent } from '../audit/index.ts';
import { placedScope } from '../indicators/index.ts';
import { answerReport, reportSchema, requireTownship } from './answer.ts';
import { missingLedgers, noteRecords, noteRows } from './notes.ts';
import { paperName, reportPaper } from './paper.ts';
import { getReport } from './report.ts';
import { composeReport, saveReport, sendReport } from './service.ts';
import { type SignDeps, signingRoutes } from './sign-routes.ts';
import { draftSchema } from './text/index.ts';

/** What the module needs of the house. */
export type ReportDeps = SignDeps;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const yearParams = z.object({ year: yearSchema });

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
        const scope = await placedScope(tx, place, params.year);
        if (params.code === 'X.missing') return missingLedgers(tx, scope, deps.kinds);
        const rows = noteRows(params.code, scope, deps.kinds);
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

/** The annual summary's routes. */
export function reportRoutes(deps: ReportDeps): readonly ApiRoute[] {
  return [...readingRoutes(deps), ...writingRoutes(deps), ...signingRoutes(deps)];
}
