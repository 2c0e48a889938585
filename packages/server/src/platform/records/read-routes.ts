import { type ApiRoute, readRoute, z } from '../http/index.ts';
import { getOwn, raise, toWire, townshipsOf } from './desk.ts';
import { historyOf } from './history.ts';
import type { RecordHooks } from './hooks.ts';
import { listRecords } from './list.ts';
import { historySchema, kindParams, listQuery, pageSchema, rowParams, rowSchema } from './schemas.ts';

/** GET: one page of a ledger, with totals over the whole filter. */
export function listRoute({ kinds }: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}',
    summary: 'One page of a ledger',
    needs: 'records.read',
    params: kindParams,
    query: listQuery,
    answer: pageSchema,
  } as const;
  return readRoute(shape, async ({ tx, ctx, place, params, query }) => {
    const kind = kinds.find((one) => one.kind === params.kind) ?? raise();
    const list = await listRecords(tx, ctx.keys, kind, {
      ...query,
      countyId: place.countyId,
      divisionIds: await townshipsOf(tx, place),
      evidenced: query.evidenced && query.evidenced === 'yes',
      desc: query.desc === 'yes',
      voided: query.voided === 'yes',
    });
    return { ...list, groups: [...list.groups], rows: list.rows.map((row) => toWire(kind, row)) };
  });
}

const wholeSchema = rowSchema.extend({
  history: historySchema,
  notes: z.record(z.string(), z.string()),
  evidenceRef: z.string().nullable(),
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});

/** GET: one record with all that stands beside it. */
export function oneRoute({ kinds }: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}',
    summary: 'One record with its history',
    needs: 'records.read',
    params: rowParams,
    answer: wholeSchema,
  } as const;
  return readRoute(shape, async ({ tx, ctx, place, params }) => {
    const kind = kinds.find((one) => one.kind === params.kind) ?? raise();
    const row = await getOwn(tx, ctx, place, kind, params.id);
    return { ...toWire(kind, row), ...(await historyOf(tx, ctx.keys, kind, place.countyId, params.id)) };
  });
}
