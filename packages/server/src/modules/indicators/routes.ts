import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Day, fen, yuanText } from '@shuangyong/values';
import type { IndicatorDef } from '../../platform/contract/indicator.ts';
import {
  type ApiRoute,
  daySchema,
  fileAnswer,
  fileRoute,
  listOf,
  pageQuery,
  readRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { writeSheets } from '../../platform/workbook/index.ts';
import { recordEvent } from '../audit/index.ts';
import { figuresBesideLastYear } from './compare.ts';
import { placedScope, traceFigure } from './service.ts';
import { traceSheet } from './sheet.ts';

export interface FigureDeps {
  readonly catalogue: readonly IndicatorDef[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const numberSchema = z.union([
  z.number(),
  z.string(),
  z.object({ num: z.number(), den: z.number() }),
  z.null(),
]);

const figureSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    section: z.string(),
    kind: z.string(),
    shape: z.string(),
    definition: z.string(),
    /** The days counted, in words. */
    filter: z.string(),
    value: numberSchema,
    records: z.number(),
    unevidenced: z.number(),
    estimated: z.boolean(),
    asOf: z.string(),
    reason: z.string().optional(),
    lastYear: numberSchema,
  })
  .openapi('Figure');

const paperSchema = z.object({
  id: z.string(),
  title: z.string(),
  location: z.string().nullable(),
  sha256: z.string().nullable(),
});

const recordSchema = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  day: z.string().nullable(),
  /** In the form of the figure's own value: yuan text where it is money. */
  contribution: z.union([z.number(), z.string()]),
  denominator: z.number().optional(),
  source: z.object({ file: z.string().nullable(), sheet: z.string(), row: z.number().nullable() }).nullable(),
  papers: listOf(paperSchema),
  evidenced: z.boolean(),
});

const traceSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    value: numberSchema,
    total: z.number(),
    records: listOf(recordSchema),
  })
  .openapi('Trace');

const days = { year: yearSchema, asOf: daySchema.optional() };
const codeParams = z.object({ code: z.string().max(60) });

interface Question {
  readonly year: number;
  readonly asOf?: Day | undefined;
}

/** The figures of a place and year, and what each is made of. */
export function figureRoutes({ catalogue }: FigureDeps): readonly ApiRoute[] {
  return [
    readRoute(
      {
        path: '/figures',
        summary: 'Every figure of a place and year, beside the same day a year before',
        needs: 'figures.read',
        query: z.object(days),
        answer: z.object({ figures: listOf(figureSchema) }),
      },
      async ({ tx, place, query }) => ({ figures: await figuresBesideLastYear(tx, place, query, catalogue) }),
    ),
    readRoute(
      {
        path: '/figures/{code}/trace',
        summary: 'The records behind a figure, newest first, with their papers',
        needs: 'figures.read',
        params: codeParams,
        query: pageQuery.extend(days),
        answer: traceSchema,
      },
      async ({ tx, place, params, query: { offset, limit, ...question } }) => {
        const scope = await placedScope(tx, place, question.year, question.asOf);
        const trace = await traceFigure(tx, scope, catalogue, params.code, { offset, limit });
        const { code, name, unit, value, shape } = trace.figure;
        const records = trace.records.map(({ version: _, source, ...record }) => ({
          ...record,
          contribution: shape === 'yuan' ? yuanText(fen(record.contribution)) : record.contribution,
          source: source.sheet === null ? null : { ...source, sheet: source.sheet },
        }));
        return { code, name, unit, value, total: trace.total, records };
      },
    ),
    fileRoute(
      {
        path: '/figures/{code}/trace.xlsx',
        summary: 'The records behind a figure as a workbook',
        needs: 'figures.read',
        params: codeParams,
        query: z.object(days),
        mediaType: XLSX,
      },
      async ({ read, write, ctx, place, params, query }) => {
        const { year, asOf }: Question = query;
        const trace = await read(async (tx) =>
          traceFigure(tx, await placedScope(tx, place, year, asOf), catalogue, params.code),
        );
        const { countyId, divisionId } = place;
        const detail = { code: params.code, year, records: trace.total };
        await write((tx) => recordEvent(tx, ctx, { countyId, divisionId, action: 'figure.export', detail }));
        const out = new PassThrough();
        const [bytes] = await Promise.all([buffer(out), writeSheets([traceSheet(trace)], out)]);
        return fileAnswer({
          name: `${params.code} ${trace.figure.name} ${year}.xlsx`,
          mediaType: XLSX,
          bytes,
        });
      },
    ),
  ];
}
