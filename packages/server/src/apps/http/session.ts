import type { Db } from '../../kernel/db.ts';
import { actionsOf, hasUsers } from '../../modules/access/index.ts';
import { type Division, listDivisionYears } from '../../modules/divisions/index.ts';
import { listOf, z } from '../../platform/http/index.ts';
import { getSetting, onePersonOffice } from '../../platform/settings/index.ts';
import { type Runtime, runQuery } from '../command.ts';
import { ownDivision, visibleDivisions } from '../places.ts';
import { VERSION } from '../runtime.ts';
import type { Visitor } from '../visitor.ts';

const divisionSchema = z.object({ code: z.string(), name: z.string() });

export const sessionSchema = z
  .object({
    user: z
      .object({
        id: z.string(),
        name: z.string(),
        roles: listOf(
          z.object({ role: z.string(), divisionCode: z.string(), divisionName: z.string() }).readonly(),
        ),
        actions: listOf(z.string()),
      })
      .nullable(),
    /** Nobody has been set up yet: the first page comes first. */
    needsStart: z.boolean(),
    /** The one-time link of this machine was followed: the first page may be sent. */
    isOperator: z.boolean(),
    sample: z.boolean(),
    division: divisionSchema.nullable(),
    divisions: listOf(divisionSchema.extend({ level: z.string() })),
    years: listOf(z.number()),
    today: z.string(),
    todayIsSet: z.boolean(),
    version: z.string(),
    onePerson: z.boolean(),
  })
  .openapi('Session');

export type SessionAnswer = z.input<typeof sessionSchema>;

/** What every page needs to know of the one who opens it. */
export async function describeSession(
  runtime: Runtime & { readonly isSample: boolean },
  visitor: Visitor | undefined,
): Promise<SessionAnswer> {
  const { clock, isSample } = runtime;
  const needsStart = !(await hasUsers(runtime.db));
  const place = visitor?.user
    ? await runQuery(runtime, visitor.caller, (tx) => describePlace(tx, visitor, clock.today()))
    : NOWHERE;
  return {
    user: visitor ? describeUser(visitor) : null,
    needsStart,
    isOperator: visitor !== undefined && visitor.user === undefined,
    sample: isSample,
    ...place,
    today: clock.today(),
    todayIsSet: clock.isSet,
    version: VERSION,
  };
}

const NOWHERE = { division: null, divisions: [], years: [], onePerson: false };

function describeUser({ user }: Visitor) {
  if (!user) return null;
  const roles = user.roles.map(({ role, divisionCode, divisionName }) => ({
    role,
    divisionCode,
    divisionName,
  }));
  return { id: user.id, name: user.name, roles, actions: actionsOf(user.roles) };
}

async function describePlace(tx: Db, visitor: Visitor, today: Parameters<typeof getSetting>[3]) {
  const own = await ownDivision(tx, visitor, 'signedIn');
  const divisions = await visibleDivisions(tx, visitor);
  const told = await Promise.all(divisions.map((division) => listDivisionYears(tx, division)));
  const years = [...new Set(told.flat())].sort((left, right) => right - left);
  const onePerson = own ? await getSetting(tx, settingPlace(own), onePersonOffice, today) : false;
  return {
    division: own ? { code: own.code, name: own.name } : null,
    divisions: divisions.map(({ code, name, level }) => ({ code, name, level })),
    years,
    onePerson,
  };
}

const settingPlace = ({ countyId, id }: Division) => ({ countyId, divisionId: id });
