import type { Db } from '../kernel/db.ts';
import { NotFound } from '../kernel/refusal.ts';
import {
  covers,
  type Division,
  findDivision,
  getDivision,
  levelOfCode,
  listDivisions,
} from '../modules/divisions/index.ts';
import type { Needs, Place } from '../platform/http/index.ts';
import type { Visitor } from './visitor.ts';

export function placeOf(division: Division): Place {
  const { countyId, id, code, level, name } = division;
  return { countyId, divisionId: id, code, level, name };
}

/**
 * The place a request is about: the one it names, else the caller's own. A place that does not exist and a place
 * where the caller may not do this have the same answer.
 */
export async function findPlace(
  tx: Db,
  visitor: Visitor,
  code: string | undefined,
  needs: Needs,
): Promise<Place> {
  const held = heldPlace(visitor, code, needs);
  if (held) return held;
  const division = code === undefined ? await ownDivision(tx, visitor, needs) : await getDivision(tx, code);
  if (!division || !isAllowed(visitor, division.code, needs)) throw new NotFound();
  return placeOf(division);
}

/**
 * The place of one of his roles, which was read with the session a moment ago. Provinces and cities stand in several
 * counties' data and are looked up.
 */
function heldPlace({ user, ...visitor }: Visitor, code: string | undefined, needs: Needs): Place | undefined {
  const role = user?.roles.find(
    ({ divisionCode }) =>
      (code === undefined || code === divisionCode) && isAllowed({ user, ...visitor }, divisionCode, needs),
  );
  const level = role && levelOfCode(role.divisionCode);
  if (!user || !role || (level !== 'county' && level !== 'township')) return undefined;
  const { divisionId, divisionCode, divisionName } = role;
  return { countyId: user.countyId, divisionId, code: divisionCode, level, name: divisionName };
}

function isAllowed(visitor: Visitor, code: string, needs: Needs): boolean {
  if (needs !== 'signedIn') return visitor.caller.may(needs, code);
  return visitor.user === undefined || visitor.grants.some((grant) => covers(grant.divisionCode, code));
}

/** Where somebody works: the place of his first role that allows this; for the operator the first township there is. */
export async function ownDivision(tx: Db, visitor: Visitor, needs: Needs): Promise<Division | undefined> {
  if (!visitor.user) return (await listDivisions(tx)).find((division) => division.level === 'township');
  const grant = visitor.grants.find(({ divisionCode }) => isAllowed(visitor, divisionCode, needs));
  return grant && findDivision(tx, grant.divisionCode);
}

/** Counties and townships somebody may see, in the order of their codes. */
export async function visibleDivisions(tx: Db, visitor: Visitor): Promise<readonly Division[]> {
  const all = await listDivisions(tx);
  const isSeen = ({ code, level }: Division) =>
    (level === 'county' || level === 'township') &&
    (visitor.user === undefined || visitor.grants.some((grant) => covers(grant.divisionCode, code)));
  return all.filter(isSeen);
}
