import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { renderDocument } from '../../platform/document/index.ts';
import {
  type ApiRoute,
  type Call,
  daySchema,
  doneSchema,
  fileAnswer,
  fileRoute,
  idSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { getSetting } from '../../platform/settings/index.ts';
import { debtsOf } from './claim-debt.ts';
import type { ClaimPlace } from './claim-hold.ts';
import { listClaims } from './claim-list.ts';
import { noticeOf } from './claim-notice.ts';
import {
  cashBody,
  claimsSchema,
  noticeBody,
  openingBody,
  planBody,
  proposalBody,
  undoBody,
  writeOffBody,
} from './claim-schemas.ts';
import { giveNotice, planClaims, proposeWriteOff } from './claim-step.ts';
import { enterOpeningDebt } from './opening.ts';
import { offsetClaims } from './pay-settings.ts';
import { receiveCash, undoRecovery, writeOff } from './recovery.ts';
import { rollForward } from './roll-forward.ts';
import { runSchema } from './run-schemas.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The place with the townships whose claims it sees. */
export async function claimPlaceOf(tx: Db, place: Place): Promise<ClaimPlace> {
  return { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
}

const listRoute = readRoute(
  {
    path: '/pay/claims',
    summary:
      'Money to be claimed back by debtor, what was done about it, and the roll-forward of a span of days',
    needs: 'pay.read',
    query: z.object({
      all: z.enum(['true', 'false']).optional(),
      personId: idSchema.optional(),
      /** A claim or a recovery: the claims of its debtor. */
      of: idSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    answer: claimsSchema,
  },
  async ({ tx, ctx, place, query }) => {
    const scope = await claimPlaceOf(tx, place);
    const { all, personId, of, from, to = ctx.today } = query;
    const claims = await listClaims(tx, ctx, scope, { all: all === 'true', personId, of });
    const first = from ?? (`${to.slice(0, 4)}-01-01` as typeof to);
    return {
      debts: debtsOf(ctx, claims),
      isSetOff: await getSetting(tx, place, offsetClaims, ctx.today),
      rollForward: await rollForward(tx, scope, { from: first, to }),
    };
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

const letterRoute = fileRoute(
  {
    path: '/pay/claims/notice.docx',
    summary: '追回告知书 of what is open against a person',
    needs: 'pay.read',
    query: z.object({ personId: idSchema }),
    mediaType: DOCX,
  },
  async ({ read, ctx, place, query: { personId } }) => {
    const [debt] = await read(async (tx) =>
      debtsOf(ctx, await listClaims(tx, ctx, await claimPlaceOf(tx, place), { personId })),
    );
    if (debt === undefined) throw new NotFound();
    const bytes = await renderDocument(noticeOf(debt, ctx.today));
    return fileAnswer({ name: `追回告知书-${debt.person.name}.docx`, mediaType: DOCX, bytes });
  },
);

const signedOf = ({ signer, paperId }: { signer?: string | undefined; paperId?: string | undefined }) =>
  signer === undefined || paperId === undefined ? undefined : { signer, paperId };

/** One thing that is done about the claims of a person; who may is told by its refusals, for all may see them. */
function claimCommand<B extends z.ZodType>(
  what: string,
  summary: string,
  body: B,
  work: (call: Call<undefined, undefined, B>, scope: ClaimPlace) => Promise<unknown>,
): ApiRoute {
  const shape = {
    path: `/pay/claims/${what}`,
    summary,
    needs: 'pay.read',
    body,
    answer: doneSchema,
  } as const;
  return writeRoute(shape, async (call) => {
    await work(call, await claimPlaceOf(call.tx, call.place));
    return { done: true as const };
  });
}

export const claimRoutes = (): readonly ApiRoute[] => [
  listRoute,
  letterRoute,
  openingRoute,
  claimCommand(
    'notice',
    'Says that the notice of claims was delivered',
    noticeBody,
    ({ tx, ctx, body }, scope) => giveNotice(tx, ctx, scope, body.claims, body),
  ),
  claimCommand('plan', 'Agrees how much is set off each month', planBody, ({ tx, ctx, body }, scope) =>
    planClaims(tx, ctx, scope, body.claims, body),
  ),
  claimCommand('cash', 'Takes cash in for claims', cashBody, ({ tx, ctx, body }, scope) =>
    receiveCash(tx, ctx, scope, body.claims, body),
  ),
  claimCommand(
    ...(['propose', 'Asks the approver to write off what is open, with paper', proposalBody] as const),
    ({ tx, ctx, body }, scope) => proposeWriteOff(tx, ctx, scope, body.claims, body),
  ),
  claimCommand(
    ...(['write-off', 'Writes off what is open, on a paper that is filed', writeOffBody] as const),
    ({ tx, ctx, body }, scope) => writeOff(tx, ctx, scope, body.claims, body),
  ),
  claimCommand(
    ...(['undo', 'Takes back a receipt or a write-off entered by mistake', undoBody] as const),
    ({ tx, ctx, body }, scope) => undoRecovery(tx, ctx, scope, body.recoveries, body.reason, signedOf(body)),
  ),
];
