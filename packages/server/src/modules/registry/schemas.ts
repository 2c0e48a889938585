import { idSchema, listOf, z } from '../../platform/http/index.ts';
import { effectsSchema } from '../../platform/records/schemas.ts';

export const reasonSchema = z.string().trim().min(2, '请写理由').max(500);
export const idParams = z.object({ id: idSchema });
/** The year on the screen: its figures are measured, and those of every signed year that is touched. */
export const yearQuery = z.object({ year: z.coerce.number().int().min(1950).max(2199).optional() });

export const changeSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    reason: z.string(),
    askedOn: z.string(),
    askedBy: z.string(),
    mine: z.boolean(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    village: z.string().nullable(),
    right: z.string().nullable(),
    paperId: z.string().nullable(),
    paperTitle: z.string().nullable(),
    dueOn: z.string().nullable(),
    changes: listOf(
      z.object({
        field: z.string(),
        header: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .openapi('WaitingChange');

/** What a change of the roll would do: figures, signed summaries, and payments that lie after the end of a right. */
export const rollEffectsSchema = effectsSchema
  .extend({
    paidAfter: z.object({ fromMonth: z.string(), payments: z.number(), fen: z.number() }).nullable(),
  })
  .openapi('RollEffects');

const twinSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    identity: z.string().nullable(),
    sex: z.string().nullable(),
    bornOn: z.string().nullable(),
    village: z.string().nullable(),
    categories: listOf(z.string()),
    account: z.string().nullable(),
    payments: z.number(),
    paidFen: z.number(),
  })
  .openapi('Twin');

export const pairSchema = z
  .object({
    left: twinSchema,
    right: twinSchema,
    why: z.string(),
    doublePayments: z.number(),
    doubleFen: z.number(),
  })
  .openapi('TwinPair');

export const mergeSchema = z
  .object({
    id: z.string(),
    from: twinSchema,
    into: twinSchema,
    reason: z.string(),
    mergedOn: z.string(),
    mergedBy: z.string(),
  })
  .openapi('Merge');

export const listedSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    village: z.string().nullable(),
    categories: listOf(z.string()),
    identity: z.string().nullable(),
    state: z.string(),
    paidThrough: z.string().nullable(),
    lastVisit: z.string().nullable(),
    missing: listOf(z.string()),
    holdReason: z.string().nullable(),
  })
  .openapi('PersonListed');

export const tabsSchema = z.record(
  z.enum(['key', 'family', 'other', 'stopped', 'all', 'duplicates', 'changes']),
  z.number(),
);
const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const sourceSchema = z.object({ file: z.string().nullable(), sheet: z.string(), row: z.number() }).nullable();

/** Where a value came from, if not from the row the right names: an earlier file, or a correction. */
const originSchema = z.object({
  source: sourceSchema,
  correction: z.object({ on: z.string(), by: z.string(), reason: z.string().nullable() }).nullable(),
});

const timelineSchema = listOf(
  z.object({
    day: z.string(),
    type: z.string(),
    text: z.string(),
    amountFen: z.number().nullable(),
    record: z.object({ kind: z.string(), id: z.string() }),
    papers: z.number(),
    source: sourceSchema,
  }),
);

export const personSchema = z
  .object({
    id: z.string(),
    divisionId: z.string(),
    name: z.string(),
    sex: z.string().nullable(),
    age: z.number().nullable(),
    bornOn: z.string().nullable(),
    diedOn: z.string().nullable(),
    village: z.string().nullable(),
    identity: z.string().nullable(),
    phone: z.string().nullable(),
    account: z.string().nullable(),
    rights: listOf(
      z.object({
        spellId: z.string(),
        version: z.number(),
        cells: z.record(z.string(), cellSchema),
        source: sourceSchema,
        origins: z.record(z.string(), originSchema),
        inForce: z.boolean(),
        papers: z.number(),
      }),
    ),
    mergedIds: listOf(z.string()),
    mergedInto: z.object({ id: z.string(), name: z.string() }).nullable(),
    values: z.record(z.string(), z.object({ value: cellSchema, source: sourceSchema })),
    state: z.string(),
    categories: listOf(z.string()),
    paidThrough: z.string().nullable(),
    lastVisit: z.string().nullable(),
    missing: listOf(z.string()),
    timeline: timelineSchema,
    holds: listOf(
      z.object({
        id: z.string(),
        reason: z.string(),
        heldOn: z.string(),
        dueOn: z.string().nullable(),
        changeId: z.string().nullable(),
        hasPaper: z.boolean(),
      }),
    ),
    waiting: listOf(changeSchema),
    position: z.number().nullable(),
    count: z.number(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('Person');
