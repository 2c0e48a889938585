import { daySchema, idSchema, listOf, monthSchema, z } from '../../platform/http/index.ts';
import { AWARD_FUNDS } from './award.ts';

const fen = z.number();
const mayOne = z.object({ ok: z.boolean(), why: z.string().nullable() });
const paper = { paperId: z.string().nullable(), paperTitle: z.string().nullable() };

const stepSchema = z.object({
  step: z.enum(['notice', 'plan', 'proposal']),
  ...{ on: z.string(), by: z.string() },
  monthlyCapFen: fen.nullable(),
  fromMonth: z.string().nullable(),
  ...paper,
  reason: z.string().nullable(),
});

const recoverySchema = z.object({
  ids: listOf(z.string()),
  kind: z.enum(['offset', 'cash', 'write_off', 'undone']),
  fen,
  ...{ on: z.string(), by: z.string() },
  receiptNo: z.string().nullable(),
  signer: z.string().nullable(),
  ...paper,
  reason: z.string().nullable(),
  isUndone: z.boolean(),
  batch: z.string().nullable(),
});

const claimSchema = z.object({
  id: z.string(),
  ...{ kind: z.string(), component: z.string(), fund: z.string(), month: z.string(), cause: z.string() },
  ...{ fen, openFen: fen, on: z.string() },
  paidIn: listOf(z.object({ batchId: z.string(), number: z.string(), lineId: z.string() })),
});

const debtSchema = z.object({
  person: z.object({
    ...{ id: z.string(), name: z.string(), idMasked: z.string().nullable() },
    ...{ village: z.string().nullable(), diedOn: z.string().nullable(), office: z.string() },
    isOnePerson: z.boolean(),
  }),
  ...{ fen, openFen: fen },
  state: z.enum(['raised', 'noticed', 'planned', 'proposed', 'settled', 'written_off']),
  claims: listOf(claimSchema),
  steps: listOf(stepSchema),
  recoveries: listOf(recoverySchema),
  may: z.object({
    ...{ act: mayOne, writeOff: mayOne, paper: mayOne },
    ...{ undoCash: mayOne, undoWriteOff: mayOne },
  }),
});

export const claimsSchema = z
  .object({
    debts: listOf(debtSchema),
    /** Whether planned claims are set off from payments here. */
    isSetOff: z.boolean(),
    rollForward: z.object({
      ...{ openingFen: fen, raisedFen: fen, recoveredFen: fen, writtenOffFen: fen, closingFen: fen },
    }),
  })
  .openapi('Claims');

const reason = z.string().trim().max(500).optional();
const needed = z.string().trim().min(2, '请写理由').max(500);
const paperId = idSchema.optional();
const amount = z.number().int().min(1).max(10_000_000_000);
/** Claims of one person. */
const claims = z.array(idSchema).min(1).max(2_000);

export const noticeBody = z.object({ claims, paperId, reason });
export const planBody = z.object({
  ...{ claims, monthlyCapFen: amount, fromMonth: monthSchema, paperId, reason },
});
export const cashBody = z.object({
  claims,
  fen: amount,
  receiptNo: z.string().trim().min(1, '请写收据号').max(60),
  onDay: daySchema.optional(),
  paperId,
  reason,
});
export const proposalBody = z.object({ claims, reason: needed, paperId: idSchema });
const signer = z.string().trim().min(2, '请写签字人').max(50).optional();
export const writeOffBody = proposalBody.extend({ signer });
export const undoBody = z
  .object({ recoveries: claims, reason: needed, signer, paperId })
  .refine((body) => (body.signer === undefined) === (body.paperId === undefined), {
    message: '纸质签批要写签字人，并附上签好的扫描件。',
  });

export const openingBody = z.object({
  commandKey: idSchema,
  personId: idSchema,
  kind: z.string().min(1).max(40),
  month: monthSchema,
  fen: amount,
  fund: z.enum(AWARD_FUNDS),
  reason: needed,
  paperId: idSchema,
});
