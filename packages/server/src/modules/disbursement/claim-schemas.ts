import { daySchema, idSchema, listOf, monthSchema, z } from '../../platform/http/index.ts';
import { AWARD_FUNDS } from './award.ts';

const stepSchema = z.object({
  step: z.enum(['notice', 'plan']),
  on: z.string(),
  by: z.string(),
  monthlyCapFen: z.number().nullable(),
  fromMonth: z.string().nullable(),
  paperId: z.string().nullable(),
  reason: z.string().nullable(),
});

const recoverySchema = z.object({
  id: z.string(),
  kind: z.enum(['offset', 'cash', 'write_off', 'undone']),
  fen: z.number(),
  on: z.string(),
  by: z.string(),
  receiptNo: z.string().nullable(),
  paperId: z.string().nullable(),
  reason: z.string().nullable(),
  isUndone: z.boolean(),
});

export const claimsSchema = z
  .object({
    claims: listOf(
      z.object({
        id: z.string(),
        person: z.object({ id: z.string(), name: z.string(), idTail: z.string().nullable() }),
        kind: z.string(),
        component: z.string(),
        month: z.string(),
        fen: z.number(),
        openFen: z.number(),
        on: z.string(),
        steps: listOf(stepSchema),
        recoveries: listOf(recoverySchema),
      }),
    ),
    rollForward: z.object({
      openingFen: z.number(),
      raisedFen: z.number(),
      recoveredFen: z.number(),
      writtenOffFen: z.number(),
      closingFen: z.number(),
    }),
  })
  .openapi('Claims');

const reason = z.string().trim().max(500).optional();
const paperId = idSchema.optional();
const fen = z.number().int().min(1).max(10_000_000_000);

export const noticeBody = z.object({ paperId, reason });
export const planBody = z.object({ monthlyCapFen: fen, fromMonth: monthSchema, paperId, reason });
export const cashBody = z.object({
  fen,
  receiptNo: z.string().trim().min(1, '请写收据号').max(60),
  onDay: daySchema.optional(),
  paperId,
  reason,
});
export const writeOffBody = z.object({
  reason: z.string().trim().min(2, '请写理由').max(500),
  paperId: idSchema,
});
export const undoBody = z.object({
  recoveryId: idSchema,
  reason: z.string().trim().min(2, '请写理由').max(500),
});

export const openingBody = z.object({
  commandKey: idSchema,
  personId: idSchema,
  kind: z.string().min(1).max(40),
  month: monthSchema,
  fen,
  fund: z.enum(AWARD_FUNDS),
  reason: z.string().trim().min(2, '请写理由').max(500),
  paperId: idSchema,
});
