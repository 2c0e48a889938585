import { listOf, z } from '../../platform/http/index.ts';

const sourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  issued: z.string().nullable(),
  url: z.string().nullable(),
});

export const rateSchema = z
  .object({
    code: z.string(),
    key: z.string(),
    amount: z.number().nullable(),
    unit: z.string(),
    region: z.string(),
    fund: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    status: z.enum(['published', 'derived', 'unknown']),
    confidence: z.string().nullable(),
    derivation: z.string().nullable(),
    article: z.string().nullable(),
    package: z.string().nullable(),
    source: sourceSchema.nullable(),
  })
  .openapi('Rate');

const eventSchema = z.object({
  state: z.enum(['entered', 'adopted', 'returned', 'withdrawn']),
  at: z.string(),
  officeDay: z.string(),
  actorName: z.string(),
  paperId: z.string().nullable(),
  reason: z.string().nullable(),
});

export const packageRowSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    origin: z.enum(['typed', 'pasted', 'file', 'derived']),
    state: z.enum(['entered', 'adopted', 'returned', 'withdrawn']),
    values: z.number(),
    /** The package as it was entered, for its page. */
    body: z.unknown(),
    history: listOf(eventSchema),
    /** Entered at this very place; a township reads the county's. */
    isHere: z.boolean(),
    /** What the caller himself may do about it now. */
    mayAdopt: z.boolean(),
    mayReturn: z.boolean(),
    mayWithdraw: z.boolean(),
    mayTakeBack: z.boolean(),
    /** Adopted, but the product itself carries a table for these months by now. Only in the list. */
    isReplaced: z.boolean().optional(),
  })
  .openapi('LawPackage');
