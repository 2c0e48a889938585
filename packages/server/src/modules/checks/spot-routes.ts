import { monthText } from '@shuangyong/values';
import {
  type ApiRoute,
  doneSchema,
  idSchema,
  listOf,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { batchPlaceOf } from '../disbursement/index.ts';
import { drawSpot, noteSpotCall, SPOT_ANSWERS } from './spot.ts';

const params = z.object({ id: idSchema });
const seedSchema = z.string().trim().max(60);

const callSchema = z.object({
  lineId: z.string(),
  answer: z.enum(SPOT_ANSWERS),
  toldFen: z.number().nullable(),
  calledOn: z.string(),
  remark: z.string().nullable(),
  seed: z.string(),
  by: z.string(),
});

const lineSchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    name: z.string(),
    village: z.string().nullable(),
    kinds: listOf(z.string()),
    fen: z.number(),
    state: z.string(),
    idTail: z.string().nullable(),
    accountTail: z.string().nullable(),
    phoneTail: z.string().nullable(),
    call: callSchema.nullable(),
  })
  .openapi('SpotLine');

const drawSchema = z
  .object({
    batch: z.object({
      ...{ id: z.string(), number: z.string(), kind: z.string(), month: z.string(), state: z.string() },
    }),
    seed: z.string(),
    lines: listOf(lineSchema),
  })
  .openapi('SpotDraw');

const callBody = z.object({
  lineId: idSchema,
  seed: seedSchema,
  answer: z.enum(SPOT_ANSWERS),
  toldFen: z.number().int().min(0).optional(),
  calledOn: z.string(),
  remark: z.string().max(500).optional(),
});

/** 发后抽查: ten payees of a batch that went to the bank, and what each said on the telephone. */
export const spotRoutes: readonly ApiRoute[] = [
  readRoute(
    {
      path: '/pay/batches/{id}/spot',
      summary: 'Ten payees of a sent batch drawn by a seed, with what each said when he was called',
      needs: 'pay.read',
      params,
      query: z.object({ seed: seedSchema.optional() }),
      answer: drawSchema,
    },
    async ({ tx, ctx, place, params: { id }, query }) => {
      const { batch, ...draw } = await drawSpot(tx, ctx, await batchPlaceOf(tx, place), id, query.seed);
      const { payMonth, ...head } = batch;
      return { batch: { ...head, month: monthText(payMonth) }, ...draw };
    },
  ),
  writeRoute(
    {
      path: '/pay/batches/{id}/spot/calls',
      summary: 'Writes down what a drawn payee said: whether the money came, and how much',
      needs: 'people.reveal',
      params,
      body: callBody,
      answer: doneSchema,
      status: 201,
    },
    async ({ tx, ctx, place, params: { id }, body }) => {
      await noteSpotCall(tx, ctx, await batchPlaceOf(tx, place), id, body);
      return { done: true as const };
    },
  ),
];
