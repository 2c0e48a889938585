import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { KindDef } from '../contract/kind.ts';
import { type ApiRoute, type Place, writeRoute, z } from '../http/index.ts';
import { acceptChanged, acceptNew, getOwn, raise, toWire, townOf } from './desk.ts';
import type { Correction, RecordHooks } from './hooks.ts';
import { enteredRecord } from './list.ts';
import { cellsSchema, correctionSchema, kindParams, rowParams, rowSchema } from './schemas.ts';
import { changeRecord, enterRecord } from './write.ts';

/** POST: a new record from the screen. */
export function enterRoute(hooks: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}',
    summary: 'Enter a record',
    needs: 'records.write',
    params: kindParams,
    body: z.object({ cells: cellsSchema }),
    answer: rowSchema,
    status: 201,
  } as const;
  return writeRoute(shape, async ({ tx, ctx, place, params, body }) => {
    const kind = hooks.kinds.find((one) => one.kind === params.kind) ?? raise();
    if (place.level !== 'township') refuse('not_a_township', '请先选一个乡镇再录入。');
    const cells = await acceptNew(tx, place, kind, body.cells);
    await hooks.requireOpen(tx, place, kind, { after: cells });
    const entered = await enterRecord(tx, ctx, kind, place, cells);
    const id = entered.id as string;
    await hooks.settled(tx, ctx, place, kind, id);
    await hooks.log(tx, ctx, place, 'record.create', kind.kind, id, []);
    return toWire(kind, await enteredRecord(tx, ctx.keys, kind, place.countyId, entered));
  });
}

/** Makes the correction, or leaves it to a second person: then the change that waits is answered. */
async function correct(
  hooks: RecordHooks,
  tx: Db,
  ctx: Ctx,
  place: Place,
  kind: KindDef,
  ask: Correction,
): Promise<string | null> {
  const waiting = await hooks.correct?.(tx, ctx, place, kind, ask);
  if (waiting) return waiting.changeId;
  await changeRecord(tx, ctx, kind, { countyId: place.countyId, id: ask.id }, ask.version, ask.cells, ask);
  await hooks.settled(tx, ctx, place, kind, ask.id);
  await hooks.log(tx, ctx, place, 'record.correct', kind.kind, ask.id, Object.keys(ask.cells));
  return null;
}

/** POST: a correction; the row as it was is kept. */
export function correctRoute(hooks: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}/correct',
    summary: 'Correct a record; the old row is kept',
    needs: 'records.write',
    params: rowParams,
    body: correctionSchema,
    answer: z.object({ row: rowSchema, waiting: z.string().nullable() }),
  } as const;
  return writeRoute(shape, async ({ tx, ctx, place, params, body }) => {
    const kind = hooks.kinds.find((one) => one.kind === params.kind) ?? raise();
    const row = await getOwn(tx, ctx, place, kind, params.id);
    const cells = await acceptChanged(tx, place, kind, row, body.cells);
    await hooks.requireOpen(tx, townOf(place, row), kind, { before: row.cells, after: cells });
    const waiting = await correct(hooks, tx, ctx, place, kind, { ...body, id: params.id, cells });
    return { row: toWire(kind, await getOwn(tx, ctx, place, kind, params.id)), waiting };
  });
}
