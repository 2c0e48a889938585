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
import { AWARD_FUNDS, AWARD_KINDS, decideAwards, listAwards } from './award.ts';
import { runSchema } from './run-schemas.ts';

const listRoute = readRoute(
  {
    path: '/pay/awards',
    summary: 'One-off money decided: allowances, merit bonuses, greeting money, assistance',
    needs: 'pay.read',
    query: z.object({ year: yearSchema.optional(), kind: z.enum(AWARD_KINDS).optional() }),
    answer: z.object({
      awards: listOf(
        z.object({
          id: z.string(),
          kind: z.string(),
          person: z.object({ id: z.string(), name: z.string() }),
          month: z.string(),
          fen: z.number(),
          fund: z.string(),
          reason: z.string(),
          paperId: z.string().nullable(),
          on: z.string(),
          by: z.string(),
        }),
      ),
    }),
  },
  async ({ tx, ctx, place, query }) => {
    const scope = { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
    return { awards: await listAwards(tx, ctx, scope, query) };
  },
);

const awardSchema = z.object({
  personId: idSchema,
  month: monthSchema,
  fen: z.number().int().min(1).max(10_000_000_000),
  fund: z.enum(AWARD_FUNDS),
  reason: z.string().trim().min(1, '请写事由').max(500),
  source: z.object({ kind: z.string().max(40), id: idSchema }).optional(),
  paperId: idSchema.optional(),
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
  ({ tx, ctx, place, body }) => decideAwards(tx, ctx, place, body),
);

export const awardRoutes = (): readonly ApiRoute[] => [listRoute, decideRoute];
