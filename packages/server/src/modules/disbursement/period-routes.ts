import { monthText } from '@shuangyong/values';
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
import { ledgerBegin } from './ledger-begin.ts';
import { blockersOf, closeMonth, listPeriods, trialBalance } from './period.ts';
import { heldUntil, movesOf, standingOf } from './period-show.ts';
import { nameLedgerStart } from './start.ts';

const balanceSchema = listOf(z.object({ account: z.string(), debitFen: z.number(), creditFen: z.number() }));

/** Where the ledger of the place begins: by whose word, or by imported payments; and whether it has begun. */
const startSchema = z.object({
  named: z.object({ month: z.string(), reason: z.string(), by: z.string(), on: z.string() }).nullable(),
  importedThrough: z.string().nullable(),
  isPosted: z.boolean(),
  /** What was brought in as owed by people from before. */
  openings: listOf(
    z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      kind: z.string(),
      month: z.string(),
      fen: z.number(),
      openFen: z.number(),
      by: z.string(),
      on: z.string(),
    }),
  ),
});

const movesSchema = listOf(
  z.object({ debit: z.string(), credit: z.string(), fen: z.number(), count: z.number() }),
);

const listRoute = readRoute(
  {
    path: '/pay/periods',
    summary:
      'Months closed in the ledger; the trial balance of one month, and what keeps the next from closing',
    needs: 'pay.read',
    query: z.object({ month: monthSchema.optional() }),
    answer: z
      .object({
        closed: listOf(
          z.object({
            month: z.string(),
            on: z.string(),
            by: z.string(),
            balance: balanceSchema,
            hash: z.string(),
          }),
        ),
        /** The month that is next to close. */
        next: z.string(),
        month: z.string(),
        balance: balanceSchema,
        /** What moved in the month, by both of its accounts. */
        moves: movesSchema,
        /** At the end of the month: owed, with the bank, to be claimed. */
        standing: z.object({ payableFen: z.number(), transitFen: z.number(), claimFen: z.number() }),
        /** Of the month that is next: why it cannot be closed yet. */
        blockers: listOf(z.object({ code: z.string(), words: z.string() })),
        /** Lines held back in batches of the month and before that are not done. */
        held: z.object({ lines: z.number(), fen: z.number() }),
        start: startSchema,
      })
      .openapi('PayPeriods'),
  },
  async ({ tx, ctx, place, query }) => {
    const { closed, next } = await listPeriods(tx, ctx, place);
    const month = query.month ?? next;
    return {
      ...{ closed, next: monthText(next), ...(await trialBalance(tx, place, month)) },
      ...{ moves: await movesOf(tx, place, month), standing: await standingOf(tx, place, month) },
      ...{ held: await heldUntil(tx, place, month), blockers: await blockersOf(tx, ctx, place, next) },
      start: await ledgerBegin(tx, place),
    };
  },
);

/** Books are kept by township: what a county closes or begins, it does in each of its townships. */
export function requireTownship({ level, name }: Place, what: string): void {
  if (level !== 'township') refuse('not_township', `${what}，请先选${name}下面的乡镇。`);
}

const refuseAbove = (place: Place) => requireTownship(place, '结账和台账首月按乡镇办理');

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
