import type { Action } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  type Call,
  daySchema,
  doneSchema,
  idSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { listClaims } from './claim-list.ts';
import {
  cashBody,
  claimsSchema,
  noticeBody,
  openingBody,
  planBody,
  undoBody,
  writeOffBody,
} from './claim-schemas.ts';
import { enterOpeningDebt } from './opening.ts';
import { type ClaimPlace, giveNotice, planClaim, receiveCash, undoRecovery, writeOff } from './recovery.ts';
import { rollForward } from './roll-forward.ts';
import { runSchema } from './run-schemas.ts';

async function claimPlace(tx: Db, place: Place): Promise<ClaimPlace> {
  return { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
}

const listRoute = readRoute(
  {
    path: '/pay/claims',
    summary: 'Money to be claimed back, what was done about it, and the roll-forward of a span of days',
    needs: 'pay.read',
    query: z.object({
      all: z.enum(['true', 'false']).optional(),
      personId: idSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    answer: claimsSchema,
  },
  async ({ tx, ctx, place, query }) => {
    const scope = await claimPlace(tx, place);
    const { personId, from, to = ctx.today } = query;
    const claims = await listClaims(tx, ctx.keys, scope, { all: query.all === 'true', personId });
    const first = from ?? (`${to.slice(0, 4)}-01-01` as typeof to);
    return { claims, rollForward: await rollForward(tx, scope, { from: first, to }) };
  },
);

const openingRoute = writeRoute(
  {
    path: '/pay/claims',
    summary: 'Enters a debt from before the ledger began, with its paper; it is a claim at once',
    needs: 'pay.approve',
    body: openingBody,
    answer: runSchema,
    status: 201,
  },
  ({ tx, ctx, place, body }) => enterOpeningDebt(tx, ctx, place, body),
);

const params = z.object({ id: idSchema });

/** One thing that is done about a claim. */
function claimCommand<B extends z.ZodType>(
  what: string,
  summary: string,
  needs: Action,
  body: B,
  work: (call: Call<typeof params, undefined, B>, scope: ClaimPlace) => Promise<unknown>,
): ApiRoute {
  const shape = { path: `/pay/claims/{id}/${what}`, summary, needs, params, body, answer: doneSchema };
  return writeRoute(shape, async (call) => {
    await work(call, await claimPlace(call.tx, call.place));
    return { done: true as const };
  });
}

export const claimRoutes = (): readonly ApiRoute[] => [
  listRoute,
  openingRoute,
  claimCommand(
    ...(['notice', 'Says that the notice of a claim was delivered', 'pay.make', noticeBody] as const),
    ({ tx, ctx, params: { id }, body }, scope) => giveNotice(tx, ctx, scope, id, body),
  ),
  claimCommand(
    ...(['plan', 'Agrees how much of a claim is set off each month', 'pay.make', planBody] as const),
    ({ tx, ctx, params: { id }, body }, scope) => planClaim(tx, ctx, scope, id, body),
  ),
  claimCommand(
    ...(['cash', 'Takes cash in for a claim', 'pay.make', cashBody] as const),
    ({ tx, ctx, params: { id }, body }, scope) => receiveCash(tx, ctx, scope, id, body),
  ),
  claimCommand(
    ...([
      'write-off',
      'Writes off what is open of a claim, with paper',
      'pay.approve',
      writeOffBody,
    ] as const),
    ({ tx, ctx, params: { id }, body }, scope) => writeOff(tx, ctx, scope, id, body),
  ),
  claimCommand(
    ...(['undo', 'Takes back a receipt or a write-off entered by mistake', 'pay.make', undoBody] as const),
    ({ tx, ctx, params: { id }, body }, scope) =>
      undoRecovery(tx, ctx, scope, id, body.recoveryId, body.reason),
  ),
];
