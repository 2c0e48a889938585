import { type ApiRoute, idSchema, listOf, writeRoute, yearSchema, z } from '../../platform/http/index.ts';
import { runSchema } from '../disbursement/index.ts';
import { postConscripts } from './conscript-awards.ts';

export function conscriptAwardRoute(): ApiRoute {
  return writeRoute(
    {
      path: '/pay/awards/conscripts',
      summary:
        'Posts the yearly allowance to the families of conscripts; those paid for the year are left out',
      needs: 'pay.make',
      body: z.object({ commandKey: idSchema, year: yearSchema }),
      answer: z.object({
        run: runSchema.nullable(),
        left: listOf(z.object({ name: z.string(), missing: listOf(z.string()) })),
      }),
    },
    ({ tx, ctx, place, body }) => postConscripts(tx, ctx, place, body),
  );
}
