import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import { type ApiRoute, bareRoute, z } from '../http/index.ts';
import { acceptChanged, getOwn, raise, townOf } from './desk.ts';
import type { RecordHooks } from './hooks.ts';
import { cellsSchema, effectsSchema, rowParams } from './schemas.ts';
import { changeRecord } from './write.ts';

/** The years whose figures a change can touch: that of the record before and after, else the year asked for. */
function yearsOf(kind: KindDef, before: Cells, after: Cells, otherwise: number): readonly number[] {
  const days = kind.dateField ? [before[kind.dateField], after[kind.dateField]] : [];
  const years = days.flatMap((day) => (typeof day === 'string' ? [Number(day.slice(0, 4))] : []));
  return years.length > 0 ? [...new Set(years)] : [otherwise];
}

/** POST: what a correction would do to figures and signed reports. Writes nothing. */
export function effectsRoute(hooks: RecordHooks): ApiRoute {
  const shape = {
    path: '/records/{kind}/{id}/effects',
    summary: 'What a correction would change, before it is made',
    needs: 'records.write',
    params: rowParams,
    query: z.object({ year: z.coerce.number().int().min(1950).max(2199).optional() }),
    body: z.object({ cells: cellsSchema }),
    answer: effectsSchema,
  } as const;
  return bareRoute(shape, async ({ read, ctx, place, params, query, body }) => {
    const kind = hooks.kinds.find((one) => one.kind === params.kind) ?? raise();
    const { row, cells } = await read(async (tx) => {
      const found = await getOwn(tx, ctx, place, kind, params.id);
      const accepted = await acceptChanged(tx, place, kind, found, body.cells);
      await hooks.requireOpen(tx, townOf(place, found), kind, { before: found.cells, after: accepted });
      return { row: found, cells: accepted };
    });
    const change = async (tx: Db, inner: Ctx) => {
      const at = { countyId: place.countyId, id: params.id };
      await changeRecord(tx, inner, kind, at, row.version, cells, { reason: '试算' });
      await hooks.settled(tx, inner, place, kind, params.id);
    };
    const years = yearsOf(kind, row.cells, cells, query.year ?? Number(ctx.today.slice(0, 4)));
    return hooks.effects(place, change, ctx, { kind: kind.kind, id: params.id, years });
  });
}
