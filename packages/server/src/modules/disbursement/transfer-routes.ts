import { monthText } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import {
  type ApiRoute,
  bareRoute,
  doneSchema,
  idSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  yearSchema,
  z,
} from '../../platform/http/index.ts';
import { effectsSchema } from '../../platform/records/schemas.ts';
import { townshipsUnder } from '../divisions/index.ts';
import { type MeasureRoll, registrationsOf, rightIdsOf } from '../registry/index.ts';
import { acceptSlip, addSlip, withdrawSlip } from './transfer.ts';
import { listSlips, paidThroughOf } from './transfer-list.ts';
import { decideVoid, personOfSlip, tryVoid, voidSlip } from './transfer-void.ts';

const slipSchema = z
  .object({
    id: z.string(),
    direction: z.enum(['out', 'in']),
    toAccept: z.boolean(),
    personId: z.string(),
    name: z.string(),
    village: z.string().nullable(),
    categories: listOf(z.string()),
    office: z.string(),
    otherOffice: z.string(),
    slipOn: z.string(),
    paidThrough: z.string(),
    documentNo: z.string().nullable(),
    state: z.enum(['sent', 'accepted', 'withdrawn', 'voided']),
    endedOn: z.string().nullable(),
    endedBy: z.string().nullable(),
    remark: z.string().nullable(),
    papers: z.number(),
    gap: z.object({ from: z.string(), to: z.string() }).nullable(),
    asked: z
      .object({ reason: z.string(), by: z.string(), on: z.string(), paidThrough: z.string().nullable() })
      .nullable(),
  })
  .openapi('TransferSlip');

async function scopeOf(tx: Db, place: Place) {
  const divisionIds =
    place.level === 'township'
      ? [place.divisionId]
      : (await townshipsUnder(tx, place.code)).map(({ id }) => id);
  return { countyId: place.countyId, divisionIds };
}

const idParams = z.object({ id: idSchema });

const listRoute = readRoute(
  {
    path: '/transfers',
    summary: 'Slips of people who moved out and in, and those other townships of the county sent here',
    needs: 'people.read',
    answer: z.object({
      slips: listOf(slipSchema),
      /** Townships of this county that keep their books here too. */
      offices: listOf(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  async ({ tx, place }) => {
    const county = `${String(place.countyId)}000000`;
    const all = await townshipsUnder(tx, county);
    const offices = all.filter(({ id }) => id !== place.divisionId).map(({ id, name }) => ({ id, name }));
    return { slips: await listSlips(tx, await scopeOf(tx, place)), offices };
  },
);

const paidRoute = readRoute(
  {
    path: '/transfers/paid/{id}',
    summary: 'The last month paid to a person, as a slip that goes out carries it',
    needs: 'people.read',
    params: idParams,
    answer: z.object({ name: z.string(), paidThrough: z.string().nullable() }),
  },
  async ({ tx, place, params }) => {
    const person = await tx
      .selectFrom('person')
      .select('name')
      .where('county_id', '=', place.countyId)
      .where('division_id', 'in', (await scopeOf(tx, place)).divisionIds)
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (!person) throw new NotFound();
    const ids = await registrationsOf(tx, place.countyId, params.id);
    const month = await paidThroughOf(tx, place.countyId, ids);
    return { name: person.name, paidThrough: month === undefined ? null : monthText(month) };
  },
);

const text = (most: number) => z.string().trim().max(most).optional();

const addRoute = writeRoute(
  {
    path: '/transfers',
    summary: 'Writes a slip: out with the last month paid, in with the month the other office paid to',
    needs: 'people.write',
    body: z.object({
      direction: z.enum(['out', 'in']),
      personId: idSchema,
      otherOffice: z.string().trim().min(2, '请写对方单位').max(100),
      otherDivisionId: idSchema.optional(),
      slipOn: z.string(),
      paidThrough: z.string().optional(),
      documentNo: text(60),
      paperId: idSchema.optional(),
      remark: text(200),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
  },
  async ({ tx, ctx, place, body }) => ({ id: await addSlip(tx, ctx, place, body) }),
);

const acceptRoute = writeRoute(
  {
    path: '/transfers/{id}/accept',
    summary:
      'Accepts a slip: its receipt at the sending office, or the slip itself at a township of this county',
    needs: 'people.write',
    params: idParams,
    body: z.object({ onDay: z.string().optional(), by: text(60), paperId: idSchema.optional() }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await acceptSlip(tx, ctx, place, params.id, body);
    return { done: true as const };
  },
);

const withdrawRoute = writeRoute(
  {
    path: '/transfers/{id}/withdraw',
    summary: 'Takes a slip back that nobody has accepted',
    needs: 'people.write',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2, '请写理由').max(200) }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await withdrawSlip(tx, ctx, place, params.id, body.reason);
    return { done: true as const };
  },
);

const voidBody = z.object({
  reason: z.string().trim().min(2, '请写理由').max(200),
  paidThrough: z.string().optional(),
  paperId: idSchema.optional(),
});

const voidRoute = writeRoute(
  {
    path: '/transfers/{id}/void',
    summary: 'Puts a wrong slip in right, or asks for it where money rests on it',
    needs: 'people.write',
    params: idParams,
    body: voidBody,
    answer: z.object({ isWaiting: z.boolean() }),
  },
  ({ tx, ctx, place, params, body }) => voidSlip(tx, ctx, place, params.id, body),
);

const decideRoute = writeRoute(
  {
    path: '/transfers/{id}/void/decide',
    summary: 'The second person agrees to the correction of a slip, or sends it back',
    needs: 'people.review',
    params: idParams,
    body: z.object({ agree: z.boolean(), reason: text(200) }),
    answer: doneSchema,
  },
  async ({ tx, ctx, place, params, body }) => {
    await decideVoid(tx, ctx, place, params.id, body);
    return { done: true as const };
  },
);

const voidEffectsRoute = (measure: MeasureRoll): ApiRoute =>
  bareRoute(
    {
      path: '/transfers/{id}/void/effects',
      summary: 'What correcting a slip would do to money; without a body, what the waiting correction would',
      needs: 'people.read',
      params: idParams,
      query: z.object({ year: yearSchema.optional() }),
      body: z.object({ asked: voidBody.partial({ reason: true }).optional() }),
      answer: effectsSchema,
    },
    async ({ read, ctx, place, query, params: { id }, body: { asked } }) => {
      const ids = await read(async (tx) =>
        rightIdsOf(tx, place.countyId, [await personOfSlip(tx, place, id)]),
      );
      const change = (tx: Db, inner: Ctx) =>
        tryVoid(tx, inner, place, id, asked && { ...asked, reason: asked.reason ?? '试算' });
      const years = [query.year ?? Number(ctx.today.slice(0, 4))];
      return measure(place, ctx, change, { kind: 'spell', ids, years });
    },
  );

/** 迁入迁出: slips, so that no month is lost or paid twice. */
export const transferRoutes = ({ measure }: { readonly measure: MeasureRoll }): readonly ApiRoute[] => [
  ...[listRoute, paidRoute, addRoute, acceptRoute, withdrawRoute],
  ...[voidRoute, decideRoute, voidEffectsRoute(measure)],
];
