import { listOf, z } from '../../platform/http/index.ts';
import { FINDING_CODES } from './codes.ts';
import { VERDICTS } from './verdicts.ts';

const paymentSchema = z.object({
  kind: z.enum(['paidLine', 'payLine', 'recovery']),
  id: z.string(),
  item: z.string(),
  from: z.string(),
  to: z.string(),
  fen: z.number(),
  paidOn: z.string(),
  voucher: z.string().nullable(),
  sheet: z.string().nullable(),
  row: z.number().nullable(),
});

/** What was last decided about something; null while it waits. */
export const verdictSchema = z
  .object({ verdict: z.enum(VERDICTS), reason: z.string().nullable(), by: z.string(), on: z.string() })
  .nullable();

const findingSchema = z
  .object({
    key: z.string(),
    code: z.enum(FINDING_CODES),
    severity: z.enum(['must', 'look']),
    person: z.object({ id: z.string().nullable(), name: z.string(), idTail: z.string().nullable() }),
    sheet: z.string().nullable(),
    row: z.number().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    expectedFen: z.number().nullable(),
    actualFen: z.number().nullable(),
    reason: z.string(),
    payments: listOf(paymentSchema),
    verdict: verdictSchema,
  })
  .openapi('CheckFinding');

const testSchema = z
  .object({
    /** Null for a test that is not run yet. */
    code: z.enum(FINDING_CODES).nullable(),
    title: z.string(),
    basis: z.string(),
    hits: z.number(),
    waiting: z.number(),
    confirmed: z.number(),
    dismissed: z.number(),
    /** Sum of what was paid too much or too little; null where there is no such sum. */
    offFen: z.number().nullable(),
    /** How much was looked at, in words; null when the test was not run. */
    looked: z.string().nullable(),
    /** What the books lack: why the test was not run. */
    lacks: z.string().nullable(),
  })
  .openapi('CheckTest');

export const checksSchema = z
  .object({
    year: z.number(),
    checked: z.object({ persons: z.number(), personMonths: z.number(), payments: z.number() }),
    tests: listOf(testSchema),
    findings: listOf(findingSchema),
  })
  .openapi('Checks');
