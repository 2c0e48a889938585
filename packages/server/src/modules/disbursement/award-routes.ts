import {
  type ApiRoute,
  idSchema,
  listOf,
  monthSchema,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { AWARD_FUNDS, AWARD_KINDS, decideAwards } from './award.ts';
import { listAwards } from './award-list.ts';
import { revokeAward } from './award-revoke.ts';
import { candidatesFor } from './award-roll.ts';
import { budgetFor } from './award-rules.ts';
import { requireTownship } from './period-routes.ts';
import { runSchema } from './run-schemas.ts';

const PICKED_KINDS = ['慰问金', '困难救助', '立功奖励'] as const;
const STATES = ['free', 'in_batch', 'in_file', 'paid', 'returned', 'revoked'] as const;

const listedSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    person: z.object({ id: z.string(), name: z.string() }),
    village: z.string().nullable(),
    month: z.string(),
    fen: z.number(),
    fund: z.string(),
    reason: z.string(),
    paperId: z.string().nullable(),
    on: z.string(),
    by: z.string(),
    state: z.enum(STATES),
    batch: z.object({ id: z.string(), number: z.string() }).nullable(),
    revoked: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
    isAnew: z.boolean(),
  })
  .openapi('Award');

const listRoute = readRoute(
  {
    path: '/pay/awards',
    summary: 'One-off money decided: allowances, merit bonuses, greeting money, assistance',
    needs: 'pay.read',
    query: z.object({ year: yearSchema.optional(), kind: z.enum(AWARD_KINDS).optional() }),
    answer: z.object({
      awards: listOf(listedSchema),
    }),
  },
  async ({ tx, ctx, place, query }) => {
    const scope = { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
    return { awards: await listAwards(tx, ctx, scope, query) };
  },
);

const rollRoute = readRoute(
  {
    path: '/pay/awards/roll',
    summary: 'Who may be put on a roll of one-off money, and what the year has for it',
    needs: 'pay.read',
    query: z.object({ kind: z.enum(PICKED_KINDS), year: yearSchema.optional() }),
    answer: z
      .object({
        candidates: listOf(
          z.object({
            person: z.object({ id: z.string(), name: z.string() }),
            village: z.string().nullable(),
            categories: listOf(z.string()),
            source: z.object({ kind: z.string(), id: z.string() }).nullable(),
            on: z.string().nullable(),
            words: z.string().nullable(),
            recordedFen: z.number().nullable(),
            decidedFen: z.number(),
          }),
        ),
        unlinked: z.number(),
        budgetFen: z.number().nullable(),
        spentFen: z.number(),
      })
      .openapi('AwardRoll'),
  },
  async ({ tx, ctx, place, query: { kind, year = Number(ctx.today.slice(0, 4)) } }) => {
    requireTownship(place, '名单按乡镇定');
    const found = await candidatesFor(tx, ctx, place, kind, year);
    return { ...found, ...(await budgetFor(tx, place, kind, year)) };
  },
);

const amountSchema = z.object({
  month: monthSchema,
  fen: z.number().int().min(1).max(10_000_000_000),
  fund: z.enum(AWARD_FUNDS),
  reason: z.string().trim().min(1, '请写事由').max(500),
  paperId: idSchema.optional(),
});

const awardSchema = amountSchema.extend({
  personId: idSchema,
  source: z.object({ kind: z.string().max(40), id: idSchema }).optional(),
});

const decideRoute = writeRoute(
  {
    path: '/pay/awards',
    summary: 'Decides one-off money for a list of people and posts it',
    needs: 'pay.make',
    body: z.object({
      commandKey: idSchema,
      kind: z.enum(AWARD_KINDS),
      awards: z.array(awardSchema).max(5_000),
    }),
    answer: runSchema,
    status: 201,
  },
  ({ tx, ctx, place, body }) => {
    requireTownship(place, '名单按乡镇定');
    return decideAwards(tx, ctx, place, body);
  },
);

const revokeRoute = writeRoute(
  {
    path: '/pay/awards/{id}/revoke',
    summary: 'Takes one-off money back that no batch holds; with another amount, decides that in its place',
    needs: 'pay.make',
    params: z.object({ id: idSchema }),
    body: z.object({
      commandKey: idSchema,
      reason: z.string().trim().min(2, '请写理由').max(500),
      instead: amountSchema.optional(),
    }),
    answer: runSchema,
  },
  ({ tx, ctx, place, params, body }) => revokeAward(tx, ctx, place, { ...body, awardId: params.id }),
);

export const awardRoutes = (): readonly ApiRoute[] => [listRoute, rollRoute, decideRoute, revokeRoute];
