import { type ApiRoute, listOf, readRoute, z } from '../../platform/http/index.ts';
import { batchPlaceOf } from '../disbursement/index.ts';
import { raiseOf } from './raise.ts';

const fen = z.number();

const raiseSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    people: z.number(),
    moreFen: fen,
    lessFen: fen,
    months: listOf(z.object({ month: z.string(), people: z.number(), fen })),
    documents: listOf(z.object({ title: z.string(), adoptedOn: z.string() })),
    month: z.string(),
    open: z.object({ id: z.string(), number: z.string(), state: z.string() }).nullable(),
    withMonth: z.boolean(),
  })
  .openapi('Raise');

/** Rates announced late: what they add to months that are posted already. */
export const raiseRoute: ApiRoute = readRoute(
  {
    ...{ path: '/pay/raise', summary: 'What rates announced late add to posted months', needs: 'pay.read' },
    answer: z.object({ raise: raiseSchema.nullable() }),
  },
  async ({ tx, ctx, place }) => ({
    raise: place.level === 'township' ? await raiseOf(tx, ctx, await batchPlaceOf(tx, place)) : null,
  }),
);
