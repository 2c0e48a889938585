import { refuse } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  doneSchema,
  listOf,
  monthSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { closeMonth, listPeriods, trialBalance } from './period.ts';
import { nameLedgerStart } from './start.ts';

const balanceSchema = listOf(z.object({ account: z.string(), debitFen: z.number(), creditFen: z.number() }));

const listRoute = readRoute(
  {
    path: '/pay/periods',
    summary: 'Months closed in the ledger, and the trial balance of the first one that is open',
    needs: 'pay.read',
    query: z.object({ month: monthSchema.optional() }),
    answer: z.object({
      closed: listOf(
        z.object({
          month: z.string(),
          on: z.string(),
          by: z.string(),
          balance: balanceSchema,
          hash: z.string(),
        }),
      ),
      month: z.string(),
      balance: balanceSchema,
    }),
  },
  async ({ tx, ctx, place, query }) => {
    const periods = await listPeriods(tx, ctx, place);
    const month = query.month ?? periods.next;
    return { closed: periods.closed, ...(await trialBalance(tx, place, month)) };
  },
);

/** Books are kept by township: what a county closes or begins, it does in each of its townships. */
function refuseAbove({ level, name }: Place): void {
  if (level !== 'township') refuse('not_township', `结账和台账首月按乡镇办理，请先选${name}下面的乡镇。`);
}

const closeRoute = writeRoute(
  {
    path: '/pay/periods',
    summary: 'Closes a month: the trial balance is kept, and later postings go into the next open month',
    needs: 'pay.approve',
    body: z.object({ month: monthSchema }),
    answer: z.object({ month: z.string(), balance: balanceSchema }),
    status: 201,
  },
  ({ tx, ctx, place, body }) => {
    refuseAbove(place);
    return closeMonth(tx, ctx, place, body.month);
  },
);

const startRoute = writeRoute(
  {
    path: '/pay/start',
    summary: 'Writes down from which month a township without imported payments keeps its ledger',
    needs: 'pay.make',
    body: z.object({ month: monthSchema, reason: z.string().trim().min(2, '请写理由').max(500) }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, body }) => {
    refuseAbove(place);
    await nameLedgerStart(tx, ctx, place, body);
    return { done: true as const };
  },
);

export const periodRoutes = (): readonly ApiRoute[] => [listRoute, closeRoute, startRoute];
