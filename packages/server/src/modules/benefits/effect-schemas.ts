import { listOf, z } from '../../platform/http/index.ts';

const sums = {
  people: z.number(),
  personMonths: z.number(),
  wasFen: z.number(),
  isFen: z.number(),
  /** Of the months those without an answer before: their `wasFen` is unknown, not zero. */
  wasUnknown: z.number(),
};

export const effectSchema = z
  .object({
    ...{ from: z.string(), to: z.string(), now: z.string() },
    ...sums,
    byCategory: listOf(z.object({ category: z.string(), ...sums })),
    byMonth: listOf(z.object({ month: z.string(), ...sums })),
    byFund: listOf(z.object({ fund: z.string(), fen: z.number() })),
    /** Months before the present one: named here, paid by nothing here. */
    arrears: z.object({ people: z.number(), personMonths: z.number(), fen: z.number() }),
    /** Person-months that had an answer and have none now. */
    nowUnknown: z.number(),
    /** Of a what-if: months nobody has told yet go on with the last amounts. */
    continued: z.boolean().optional(),
    persons: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        idTail: z.string().nullable(),
        category: z.string(),
        from: z.string(),
        to: z.string(),
        months: z.number(),
        wasFen: z.number(),
        isFen: z.number(),
        wasUnknown: z.number(),
        arrearsFen: z.number(),
      }),
    ),
  })
  .openapi('LawEffect');
