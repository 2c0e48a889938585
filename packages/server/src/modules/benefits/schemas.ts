import { listOf, z } from '../../platform/http/index.ts';

const lineSchema = z.object({ component: z.string(), fund: z.string(), fen: z.number() });

const dueMonthSchema = z.object({
  month: z.string(),
  outcome: z.enum(['due', 'notDue', 'unknown']),
  fen: z.number(),
  lines: listOf(lineSchema),
  reason: z.string().optional(),
  missing: listOf(z.string()).optional(),
  derived: z.boolean().optional(),
});

const sourceSchema = z.object({ sheet: z.string(), row: z.number() }).nullable();

export const duePersonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    idTail: z.string().nullable(),
    source: sourceSchema,
    rights: listOf(z.object({ category: z.string(), months: listOf(dueMonthSchema) })),
    totalFen: z.number(),
  })
  .openapi('DuePerson');

const periodSchema = z.object({
  from: z.string(),
  to: z.string().nullable().optional(),
  region: z.string(),
  grade: z.number().nullable(),
  cause: z.string().nullable(),
  era: z.string().nullable(),
  halfYears: z.number(),
  residence: z.string().nullable(),
  housed: z.boolean().nullable(),
});

const paperSchema = z.object({ id: z.string(), title: z.string() });

const plainSchema = z.object({
  born: z.string().nullable(),
  died: z.string().nullable(),
  deathCause: z.string().nullable(),
  region: z.string(),
  rights: listOf(
    z.object({
      id: z.string(),
      category: z.string(),
      from: z.string(),
      stop: z.string().nullable(),
      approved: z.string().nullable(),
      periods: listOf(periodSchema),
    }),
  ),
});

/** The facts the engine reads, as plain words, so that a browser computes the same. */
export const factsSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    plain: plainSchema,
    rights: listOf(
      z.object({
        category: z.string(),
        rows: listOf(z.object({ spellId: z.string(), source: sourceSchema, papers: listOf(paperSchema) })),
      }),
    ),
    /** Soldiers for whom the person draws the allowance of conscripts' families; not of this person's own service. */
    families: listOf(z.object({ soldier: z.string(), source: sourceSchema, plain: plainSchema })),
  })
  .openapi('PersonFacts');
