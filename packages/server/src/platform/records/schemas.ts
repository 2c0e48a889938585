import { idSchema, listOf, pageQuery, z } from '../http/index.ts';

export const cellsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const sourceSchema = z.object({ file: z.string().nullable(), sheet: z.string(), row: z.number() }).nullable();

export const rowSchema = z
  .object({
    id: z.string(),
    cells: cellsSchema,
    papers: z.number(),
    evidenced: z.boolean(),
    /** The first pictures that hang on it, as papers. */
    pictures: z.array(z.string()),
    source: sourceSchema,
    version: z.number(),
    personId: z.string().nullable(),
    personLink: z.string().nullable(),
  })
  .openapi('LedgerRow');

export const historySchema = z.array(
  z.object({
    version: z.number(),
    cells: cellsSchema,
    recordedAt: z.string(),
    recordedBy: z.string(),
    supersededAt: z.string(),
    supersededBy: z.string(),
    reason: z.string().nullable(),
  }),
);

export const pageSchema = z.object({
  total: z.number(),
  evidenced: z.number(),
  sums: z.record(z.string(), z.number()),
  /** With `group`: how many rows have each value of that field, and their sums. */
  groups: z.array(
    z.object({ value: z.string().nullable(), total: z.number(), sums: z.record(z.string(), z.number()) }),
  ),
  rows: z.array(rowSchema),
});

/** What a change of facts does to the money of those it touches, in fen. */
export const moneyEffectSchema = z
  .object({
    /** Last month looked at. */
    through: z.string(),
    months: listOf(z.object({ month: z.string(), fen: z.number() })),
    moreFen: z.number(),
    /** Below nothing. */
    lessFen: z.number(),
    /** Of what was paid, as much would have to come back. */
    claimFen: z.number(),
    /** The same by month. */
    claims: listOf(z.object({ month: z.string(), fen: z.number() })),
    /** Months looked at that are paid on after a death. */
    continued: listOf(z.string()),
    /** What is paid on after a death, all of it, and the article that says so. */
    afterDeath: listOf(
      z.object({
        ...{ kind: z.string(), from: z.string(), to: z.string(), months: z.number() },
        ...{ monthFen: z.number(), fen: z.number(), basis: z.string() },
      }),
    ),
    /** Whether claims with a plan are set off from payments here. */
    isSetOff: z.boolean(),
  })
  .openapi('MoneyEffect');
export type MoneyEffect = z.output<typeof moneyEffectSchema>;

export const effectsSchema = z.object({
  figures: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      year: z.number(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  signedReports: z.array(z.object({ year: z.number(), signedOn: z.string() })),
  /** Null where the ledger has not begun; absent where no right is touched. */
  money: moneyEffectSchema.nullable().optional(),
});
export type Effects = z.output<typeof effectsSchema>;

export const kindParams = z.object({ kind: z.string() });
export const rowParams = z.object({ kind: z.string(), id: idSchema });
export const reasonSchema = z.string().trim().min(2, '请写理由').max(500);

const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const fieldName = z.string().max(40);

export const listQuery = pageQuery.extend({
  q: z.string().max(100).optional(),
  village: z.string().max(100).optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  evidenced: z.enum(['yes', 'no']).optional(),
  sort: fieldName.optional(),
  desc: z.enum(['yes', 'no']).optional(),
  /** Only rows whose `field` is `value`. */
  field: fieldName.optional(),
  value: z.string().max(100).optional(),
  /** Only rows where this field is written. */
  filled: fieldName.optional(),
  /** Only rows where this field is empty. */
  blank: fieldName.optional(),
  /** Void rows instead of those that stand. */
  voided: z.enum(['yes', 'no']).optional(),
  group: fieldName.optional(),
});

export const correctionSchema = z.object({
  version: z.number().int(),
  cells: cellsSchema,
  reason: reasonSchema,
  paperId: idSchema.optional(),
});
