import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  doneSchema,
  idSchema,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { voidRoster } from './roster.ts';
import { listRosters, type ShownPlace } from './roster-find.ts';
import { judgeLikeness } from './roster-likeness.ts';
import { likenessBody, rosterShownSchema, rostersSchema, voidBody } from './roster-schemas.ts';
import { showRoster } from './roster-show.ts';

/** The place with the townships whose roll is held against a list. */
export async function rosterPlaceOf(tx: Db, place: Place): Promise<ShownPlace> {
  const { countyId, divisionId } = place;
  return { countyId, divisionId, divisionIds: await townshipsOf(tx, place) };
}

const params = z.object({ id: idSchema });

/** 名册比对: what was compared, whom the lists name, and what was found out about likenesses. Dropping a list: imports. */
export const rosterRoutes: readonly ApiRoute[] = [
  readRoute(
    {
      path: '/checks/rosters',
      summary: 'Lists of other offices that were held against the roll, newest first',
      needs: 'people.read',
      answer: rostersSchema,
    },
    async ({ tx, place }) => ({ rosters: await listRosters(tx, await rosterPlaceOf(tx, place)) }),
  ),
  readRoute(
    {
      path: '/checks/rosters/{id}',
      summary: 'Whom of the roll a list names, beside what the books say of him now',
      needs: 'people.read',
      params,
      answer: rosterShownSchema,
    },
    async ({ tx, ctx, place, params: { id } }) => showRoster(tx, ctx, await rosterPlaceOf(tx, place), id),
  ),
  writeRoute(
    {
      path: '/checks/rosters/{id}/verdicts',
      summary: 'Says whether a row of a list and the person it is like are one, with the reason',
      needs: 'people.write',
      params,
      body: likenessBody,
      answer: doneSchema,
    },
    async ({ tx, ctx, place, params: { id }, body }) => {
      await judgeLikeness(tx, ctx, await rosterPlaceOf(tx, place), id, body);
      return { done: true as const };
    },
  ),
  writeRoute(
    {
      path: '/checks/rosters/{id}/void',
      summary: 'Takes back a comparison that was made with the wrong list',
      needs: 'people.write',
      params,
      body: voidBody,
      answer: doneSchema,
    },
    async ({ tx, ctx, place, params: { id }, body }) => {
      await voidRoster(tx, ctx, await rosterPlaceOf(tx, place), id, body.reason);
      return { done: true as const };
    },
  ),
];
