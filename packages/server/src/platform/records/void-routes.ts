import { type ApiRoute, doneSchema, writeRoute, z } from '../http/index.ts';
import { getOwn, raise, townOf } from './desk.ts';
import type { RecordHooks } from './hooks.ts';
import { reasonSchema, rowParams } from './schemas.ts';
import { restoreRecord, voidRecord } from './write.ts';

/** POST: 作废. */
export function voidRoute(hooks: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}/void',
    summary:
      'Take a record out of every figure; nothing is deleted. One of the roll waits for a second person',
    needs: 'records.write',
    params: rowParams,
    body: z.object({ version: z.number().int(), reason: reasonSchema }),
    answer: doneSchema.extend({ waiting: z.string().nullable() }),
  } as const;
  return writeRoute(shape, async ({ tx, ctx, place, params, body }) => {
    const kind = hooks.kinds.find((one) => one.kind === params.kind) ?? raise();
    const row = await getOwn(tx, ctx, place, kind, params.id);
    await hooks.requireOpen(tx, townOf(place, row), kind, { before: row.cells });
    const waiting = await hooks.askVoid?.(tx, ctx, place, kind, { ...body, id: params.id });
    if (waiting !== undefined) return { done: true as const, waiting };
    const at = { countyId: place.countyId, id: params.id };
    await voidRecord(tx, ctx, kind, at, body.version, body.reason);
    await hooks.settled(tx, ctx, place, kind, params.id);
    await hooks.log(tx, ctx, place, 'record.void', kind.kind, params.id, []);
    return { done: true as const, waiting: null };
  });
}

/** POST: 恢复. */
export function restoreRoute(hooks: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}/restore',
    summary: 'Put a void record back',
    needs: 'records.write',
    params: rowParams,
    body: z.object({ reason: reasonSchema }),
    answer: doneSchema,
  } as const;
  return writeRoute(shape, async ({ tx, ctx, place, params }) => {
    const kind = hooks.kinds.find((one) => one.kind === params.kind) ?? raise();
    const row = await getOwn(tx, ctx, place, kind, params.id);
    await hooks.requireOpen(tx, townOf(place, row), kind, { after: row.cells });
    await restoreRecord(tx, kind, { countyId: place.countyId, id: params.id });
    await hooks.settled(tx, ctx, place, kind, params.id);
    await hooks.log(tx, ctx, place, 'record.restore', kind.kind, params.id, []);
    return { done: true as const };
  });
}
