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

const periodSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const paperSchema = z.object({ id: z.string(), title: z.string() });

/** The facts the engine reads, as plain words, so that a browser computes the same. */
export const factsSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    plain: z.object({
      born: z.string().nullable().optional(),
      died: z.string().nullable().optional(),
      deathCause: z.string().nullable().optional(),
      region: z.string(),
      rights: listOf(
        z.object({
          id: z.string().optional(),
          category: z.string(),
          from: z.string(),
          stop: z.string().nullable().optional(),
          approved: z.string().nullable().optional(),
          periods: listOf(periodSchema).optional(),
        }),
      ),
    }),
    rights: listOf(
      z.object({
        category: z.string(),
        rows: listOf(z.object({ spellId: z.string(), source: sourceSchema, papers: listOf(paperSchema) })),
      }),
    ),
  })
  .openapi('PersonFacts');
