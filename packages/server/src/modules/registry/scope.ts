import type { Db } from '../../kernel/db.ts';
import type { Place } from '../../platform/http/index.ts';
import { townshipsUnder } from '../divisions/index.ts';

/** Townships whose roll a place shows: its own, or all below it. */
export async function scopeOf(tx: Db, place: Place) {
  const divisionIds =
    place.level === 'township'
      ? [place.divisionId]
      : (await townshipsUnder(tx, place.code)).map((one) => one.id);
  return { countyId: place.countyId, divisionIds };
}
