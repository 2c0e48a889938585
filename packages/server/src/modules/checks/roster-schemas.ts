import { listOf, z } from '../../platform/http/index.ts';
import { ROSTER_KINDS } from './roster-kinds.ts';
import { verdictSchema } from './schemas.ts';
import { VERDICTS } from './verdicts.ts';

const rosterSchema = z
  .object({
    id: z.string(),
    kind: z.enum(ROSTER_KINDS),
    fileName: z.string(),
    sha256: z.string(),
    rows: z.number(),
    refused: z.number(),
    same: z.number(),
    like: z.number(),
    absent: z.number(),
    day: z.string(),
    by: z.string(),
    isOwn: z.boolean(),
    voidedBecause: z.string().nullable(),
  })
  .openapi('Roster');

const hitSchema = z
  .object({
    key: z.string(),
    personId: z.string(),
    likeness: z.enum(['same', 'like']),
    name: z.string(),
    idMasked: z.string().nullable(),
    village: z.string().nullable(),
    categories: listOf(z.string()),
    state: z.string(),
    holdReason: z.string().nullable(),
    sheet: z.string(),
    row: z.number(),
    onDay: z.string().nullable(),
    diedOn: z.string().nullable(),
    lowIncome: z.boolean(),
    hardship: z.boolean(),
    paidThrough: z.string().nullable(),
    since: z.object({ months: z.number(), fen: z.number() }).nullable(),
    act: z.enum(['death', 'sentence', 'stop']).nullable(),
    verdict: verdictSchema,
  })
  .openapi('RosterHit');

export const rostersSchema = z.object({ rosters: listOf(rosterSchema) }).openapi('Rosters');
export const rosterShownSchema = z
  .object({ roster: rosterSchema, hits: listOf(hitSchema) })
  .openapi('RosterShown');

export const likenessBody = z.object({
  personId: z.uuid('编号不对'),
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().max(500).default(''),
});

export const voidBody = z.object({ reason: z.string().trim().min(2, '请写为什么作废').max(500) });
