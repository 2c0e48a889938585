import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { listOf, type Place, z } from '../../platform/http/index.ts';
import { countFigures } from './annex.ts';
import type { Catalogue } from './figures.ts';
import { getReport, type Report, shownFigures } from './report.ts';
import { draftSchema, figureForms, figuresOf } from './text/index.ts';

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

const differenceSchema = z.object({
  code: z.string(),
  name: z.string(),
  before: z.string(),
  after: z.string(),
  place: z.string(),
  sentence: z.string(),
  /** The change of its records: 补录 1 条. */
  because: z.string(),
});

const handed = z.object({ at: z.string(), by: z.string() });

export const reportSchema = z
  .object({
    draft: draftSchema,
    state: z.enum(['none', 'draft', 'sent', 'signed']),
    version: z.number(),
    /** What whoever signs hands back: it stands for every word and number shown. */
    fingerprint: z.string(),
    checks: listOf(problemSchema),
    counts: z.object({
      total: z.number(),
      evidenced: z.number(),
      unevidenced: z.number(),
      typed: z.number(),
    }),
    figures: listOf(figureSchema),
    saved: handed.nullable(),
    sent: handed.nullable(),
    returned: handed.extend({ reason: z.string() }).nullable(),
    hasLastYear: z.boolean(),
    signing: z.object({ signedOn: z.string(), signedBy: z.string(), method: z.string() }).nullable(),
    differences: listOf(differenceSchema),
  })
  .openapi('Report');

/** Summaries are written by townships. Refuses any other place. */
export function requireTownship(place: Place): Place {
  return place.level === 'township' ? place : refuse('not_a_township', '年度总结按乡镇写，请先选一个乡镇。');
}

function peopleOf({ saved, state, returned, signing }: Report) {
  return {
    saved: saved ? { at: saved.savedAt, by: saved.savedBy } : null,
    sent: state === 'sent' && saved?.sentAt ? { at: saved.sentAt, by: saved.sentBy ?? '' } : null,
    returned: returned ?? null,
    signing: signing
      ? { signedOn: signing.signedOn, signedBy: signing.signedBy, method: signing.method }
      : null,
  };
}

/** The summary of a year as the page needs it. */
export async function answerReport(tx: Db, place: Place, year: number, catalogue: Catalogue) {
  const report = await getReport(tx, requireTownship(place), year, catalogue);
  const { draft, state, version, fingerprint, checks, differences, hasLastYear } = report;
  const figures = shownFigures(report);
  const units = new Map(figuresOf(draft).map(({ run }) => [run.code, run.unit]));
  return {
    ...{ draft, state, version, fingerprint, checks, differences, hasLastYear },
    ...peopleOf(report),
    counts: countFigures(draft, figures),
    figures: [...figures.values()].map((figure) => ({
      ...figure,
      definition: report.figures.definitions.get(figure.code) ?? '',
      forms: figureForms(figure, units.get(figure.code) ?? figure.unit),
    })),
  };
}
