import {
  type ApiRoute,
  doneSchema,
  idSchema,
  listOf,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { townshipsUnder } from '../divisions/index.ts';
import { addFund, FUND_KINDS, FUND_LEVELS, listFunds, sumFunds, undoFund } from './fund.ts';

const levelSchema = z.enum(FUND_LEVELS);
const kindSchema = z.enum(FUND_KINDS);

const fundSchema = z
  .object({
    id: z.string(),
    level: levelSchema,
    kind: kindSchema,
    fen: z.number(),
    onDay: z.string(),
    documentNo: z.string().nullable(),
    papers: z.number(),
    by: z.string(),
    undoneBecause: z.string().nullable(),
  })
  .openapi('FundReceived');

const listRoute = readRoute(
  {
    path: '/pay/funds',
    summary: 'Money that arrived in a year by level, and its sums by level and kind',
    needs: 'pay.read',
    query: z.object({ year: yearSchema }),
    answer: z.object({
      funds: listOf(fundSchema),
      sums: listOf(z.object({ level: levelSchema, kind: kindSchema, fen: z.number() })),
    }),
  },
  async ({ tx, place, query }) => {
    const divisionIds =
      place.level === 'township'
        ? [place.divisionId]
        : [place.divisionId, ...(await townshipsUnder(tx, place.code)).map(({ id }) => id)];
    const funds = await listFunds(tx, { countyId: place.countyId, divisionIds }, query.year);
    return { funds, sums: sumFunds(funds) };
  },
);

const addRoute = writeRoute(
  {
    path: '/pay/funds',
    summary: 'Records money that arrived from a level',
    needs: 'pay.make',
    body: z.object({
      level: levelSchema,
      kind: kindSchema,
      fen: z.number().int().safe(),
      onDay: z.string(),
      documentNo: z.string().trim().max(60).optional(),
      paperId: idSchema.optional(),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
  },
  async ({ tx, ctx, place, body }) => ({ id: await addFund(tx, ctx, place, body) }),
);

const undoRoute = writeRoute(
  {
    path: '/pay/funds/{id}/undo',
    summary: 'Takes a line of money back by one with the same amount the other way',
    needs: 'pay.make',
    params: z.object({ id: idSchema }),
    body: z.object({ reason: z.string().trim().min(2, '请写理由').max(200) }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await undoFund(tx, ctx, place, params.id, body.reason);
    return { done: true as const };
  },
);

/** 到账资金: what arrived, from which level, for what. */
export const fundRoutes: readonly ApiRoute[] = [listRoute, addRoute, undoRoute];
