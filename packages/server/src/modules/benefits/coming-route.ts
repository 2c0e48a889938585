import { type ApiRoute, listOf, readRoute, z } from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { comingOf } from './coming.ts';

const comingSchema = z.object({
  id: z.string(),
  name: z.string(),
  village: z.string().nullable(),
  category: z.string(),
  day: z.string(),
});

const unknownSchema = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  missing: listOf(z.string()),
});

export function comingRoute(): ApiRoute {
  return readRoute(
    {
      path: '/due/coming',
      summary: 'Who becomes entitled or ends by age soon, and whose month cannot be computed',
      needs: 'people.read',
      answer: z.object({
        turning60: listOf(comingSchema),
        turning18: listOf(comingSchema),
        unknown: listOf(unknownSchema),
      }),
    },
    async ({ tx, ctx, place }) => {
      const { countyId, divisionId } = place;
      return comingOf(tx, { countyId, divisionId, divisionIds: await townshipsOf(tx, place) }, ctx.today);
    },
  );
}
