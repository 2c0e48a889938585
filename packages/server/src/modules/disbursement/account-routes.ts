import { addDays } from '@shuangyong/values';
import { type ApiRoute, daySchema, idSchema, readRoute, writeRoute, z } from '../../platform/http/index.ts';
import { endAccount, saveAccount } from './account.ts';
import { listAccounts, listChangedAccounts } from './account-list.ts';
import { batchPlaceOf } from './batch-routes.ts';
import { listReturns } from './line-returns.ts';
import {
  accountBody,
  accountSavedSchema,
  accountsSchema,
  changedAccountsSchema,
  endAccountBody,
  returnsSchema,
} from './schemas.ts';

const CHANGED_DAYS = 90;

/** Accounts that people are paid to, and money that came back. */
export const accountRoutes: readonly ApiRoute[] = [
  readRoute(
    {
      ...{ path: '/pay/accounts', summary: 'Accounts of a person, every version', needs: 'pay.read' },
      ...{ query: z.object({ personId: idSchema }), answer: accountsSchema },
    },
    async ({ tx, ctx, place, query }) => listAccounts(tx, ctx, await batchPlaceOf(tx, place), query.personId),
  ),
  readRoute(
    {
      ...{
        path: '/pay/accounts/changed',
        summary: 'Accounts entered or changed since a day',
        needs: 'pay.read',
      },
      ...{ query: z.object({ from: daySchema.optional() }), answer: changedAccountsSchema },
    },
    async ({ tx, ctx, place, query: { from = addDays(ctx.today, -CHANGED_DAYS) } }) => ({
      from,
      accounts: await listChangedAccounts(tx, ctx, await batchPlaceOf(tx, place), from),
    }),
  ),
  writeRoute(
    {
      ...{ path: '/pay/accounts', summary: 'Enters an account or its next version', needs: 'pay.make' },
      ...{ body: accountBody, answer: accountSavedSchema, status: 201 },
    },
    async ({ tx, ctx, place, body }) => saveAccount(tx, ctx, await batchPlaceOf(tx, place), body),
  ),
  writeRoute(
    {
      ...{ path: '/pay/accounts/end', summary: 'Ends an account', needs: 'pay.make' },
      ...{ body: endAccountBody, answer: accountSavedSchema },
    },
    async ({ tx, ctx, place, body }) =>
      endAccount(tx, ctx, await batchPlaceOf(tx, place), body.accountId, body.reason),
  ),
  readRoute(
    {
      ...{
        path: '/pay/returns',
        summary: 'Money that came back and is not sent again yet',
        needs: 'pay.read',
      },
      answer: returnsSchema,
    },
    async ({ tx, ctx, place }) => ({ returns: await listReturns(tx, ctx, await batchPlaceOf(tx, place)) }),
  ),
];
