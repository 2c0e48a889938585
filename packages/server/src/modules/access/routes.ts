import type { Db } from '../../kernel/db.ts';
import {
  type ApiRoute,
  bareRoute,
  divisionCodeSchema,
  doneSchema,
  idSchema,
  listOf,
  type Place,
  readRoute,
  writeRoute,
  z,
} from '../../platform/http/index.ts';
import { type Division, getDivision } from '../divisions/index.ts';
import type { User } from './queries.ts';
import { ROLES } from './rules.ts';
import { isOwnPassCode } from './sessions.ts';
import { createUser, endRole, grantRole, listUsers, setPassCode } from './users.ts';

const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    lockedUntil: z.string().nullable(),
    roles: listOf(
      z.object({
        id: z.string(),
        role: z.enum(ROLES),
        divisionCode: z.string(),
        divisionName: z.string(),
        grantedAt: z.string(),
        grantedBy: z.string(),
      }),
    ),
  })
  .openapi('User');

const roleSchema = z.object({ role: z.string(), divisionCode: divisionCodeSchema.optional() });
const userParams = z.object({ id: idSchema });

export interface UserDeps {
  /** The handle of the pool: a wrong pass code counts although the command is refused. */
  readonly db: Db;
}

const listRoute = readRoute(
  {
    path: '/users',
    summary: 'Users with a role at the place or below, with the roles there are',
    needs: 'users.manage',
    answer: z.object({ users: listOf(userSchema), roles: listOf(z.string()) }),
  },
  async ({ tx, ctx, place }) => ({
    users: (await listUsers(tx, ctx, await placeDivision(tx, place))).map(answerOf),
    roles: ROLES,
  }),
);

const createRoute = writeRoute(
  {
    path: '/users',
    summary: 'Creates a user with a first role',
    needs: 'users.manage',
    body: roleSchema.extend({ name: z.string(), passCode: z.string() }),
    answer: userSchema,
    status: 201,
  },
  async ({ tx, ctx, place, body }) => {
    const { name, passCode, role } = body;
    const division = await placeDivision(tx, place, body.divisionCode);
    return answerOf(await createUser(tx, ctx, { name, passCode, roles: [role], division }));
  },
);

const grantRoute = writeRoute(
  {
    path: '/users/{id}/roles',
    summary: 'Gives a user one more role',
    needs: 'users.manage',
    params: userParams,
    body: roleSchema,
    answer: userSchema,
    status: 201,
  },
  async ({ tx, ctx, place, params, body }) => {
    const division = await placeDivision(tx, place, body.divisionCode);
    return answerOf(await grantRole(tx, ctx, params.id, body.role, division));
  },
);

const endRoute = writeRoute(
  {
    method: 'delete',
    path: '/users/{id}/roles/{roleId}',
    summary: 'Takes a role away at once',
    needs: 'users.manage',
    params: userParams.extend({ roleId: idSchema }),
    answer: userSchema,
  },
  async ({ tx, ctx, place, params }) =>
    answerOf(await endRole(tx, ctx, place.countyId, params.id, params.roleId)),
);

const passCodeRoute = ({ db }: UserDeps) =>
  bareRoute(
    {
      path: '/users/{id}/passcode',
      summary: 'Sets a pass code: his own with the present one, or another user’s by whoever manages him',
      needs: 'signedIn',
      params: userParams,
      body: z.object({ passCode: z.string(), current: z.string().optional() }),
      answer: doneSchema,
    },
    async ({ ctx, place, params, body, write }) => {
      const isOwn = ctx.actor.id === params.id;
      const isProved = isOwn && (await isOwnPassCode(db, ctx, body.current ?? ''));
      await write((tx) =>
        setPassCode(tx, ctx, place.countyId, params.id, { passCode: body.passCode, isProved }),
      );
      return { done: true as const };
    },
  );

/** 用户与权限. */
export const userRoutes = (deps: UserDeps): readonly ApiRoute[] => [
  listRoute,
  createRoute,
  grantRoute,
  endRoute,
  passCodeRoute(deps),
];

function placeDivision(tx: Db, place: Place, code: string = place.code): Promise<Division> {
  return getDivision(tx, code);
}

function answerOf({ id, name, lockedUntil, roles }: User) {
  return {
    id,
    name,
    lockedUntil,
    roles: roles.map(({ divisionId: _, ...role }) => role),
  };
}
