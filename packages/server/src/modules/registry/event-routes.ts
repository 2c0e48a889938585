import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type ApiRoute, bareRoute, idSchema, type Place, writeRoute, z } from '../../platform/http/index.ts';
import { applyEvent } from './change-apply.ts';
import { checkEvent, type EventReport, reportEvent } from './change-event.ts';
import { type MeasureRoll, type PaidAfter, paidAfterEnd } from './effects.ts';
import { registrationsOf, rightIdsOf } from './person.ts';
import { idParams, rollEffectsSchema, yearQuery } from './schemas.ts';

const typeSchema = z.enum(['death', 'move', 'sentence', 'stop']);

const reportRoute = writeRoute(
  {
    path: '/people/{id}/events',
    summary: 'Report a death, a move, a sentence or another stop; the next payment is held',
    needs: 'people.write',
    params: idParams,
    body: z.object({
      type: typeSchema,
      day: z.string(),
      source: z.string().trim().min(1, '请写消息来源').max(100),
      reason: z.string().trim().max(500).optional(),
      paperId: idSchema.optional(),
    }),
    answer: z.object({ changeId: z.string(), holdId: z.string() }),
    status: 201,
  },
  ({ tx, ctx, place, params, body }) => reportEvent(tx, ctx, place, params.id, body),
);

type Event = Pick<EventReport, 'type' | 'day'>;

/** Carries the event out as if it were proved, and looks at what was paid beyond it. */
function tried(place: Place, personId: string, event: Event, found: { paidAfter: PaidAfter | null }) {
  return async (tx: Db, ctx: Ctx) => {
    const cells = await checkEvent(tx, ctx, place, personId, event);
    await applyEvent(tx, ctx, place, personId, cells, { reason: '试算' });
    const ids = await registrationsOf(tx, place.countyId, personId);
    found.paidAfter = await paidAfterEnd(tx, place.countyId, ids);
  };
}

const effectsRoute = (measure: MeasureRoll): ApiRoute =>
  bareRoute(
    {
      path: '/people/{id}/events/effects',
      summary: 'What a death, a move or a stop would do, before it is reported',
      needs: 'people.write',
      params: idParams,
      query: yearQuery,
      body: z.object({ type: typeSchema, day: z.string() }),
      answer: rollEffectsSchema,
    },
    async ({ read, ctx, place, params: { id }, query, body }) => {
      const ids = await read(async (tx) =>
        rightIdsOf(tx, place.countyId, await registrationsOf(tx, place.countyId, id)),
      );
      const found: { paidAfter: PaidAfter | null } = { paidAfter: null };
      const years = [query.year ?? Number(ctx.today.slice(0, 4))];
      const effects = await measure(place, ctx, tried(place, id, body, found), { kind: 'spell', ids, years });
      return { ...effects, ...found };
    },
  );

/** What happens to a person: reported, held, and what it would do. */
export function eventRoutes({ measure }: { readonly measure: MeasureRoll }): readonly ApiRoute[] {
  return [reportRoute, effectsRoute(measure)];
}
