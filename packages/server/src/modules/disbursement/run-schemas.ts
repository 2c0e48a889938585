import { listOf, z } from '../../platform/http/index.ts';

export const runSchema = z
  .object({
    runId: z.string(),
    people: z.number(),
    lines: z.number(),
    totalFen: z.number(),
    unknown: listOf(
      z.object({
        personId: z.string(),
        kind: z.string(),
        missing: listOf(z.string()),
        fromMonth: z.string(),
        months: z.number(),
      }),
    ),
    unknownCount: z.number(),
  })
  .openapi('LedgerRun');
