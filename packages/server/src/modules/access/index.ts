export { findUserByName, type HeldRole, hasUsers, type User } from './queries.ts';
export { type UserDeps, userRoutes } from './routes.ts';
export {
  ACTIONS,
  actionsOf,
  type Grant,
  isRole,
  mayOf,
  operatorMay,
  ROLES,
  type Role,
  rolesWith,
} from './rules.ts';
export {
  endSession,
  findSession,
  isOwnPassCode,
  LOCKED_WORDS,
  openSession,
  recordLock,
  type SessionHolder,
  type SignIn,
  signIn,
} from './sessions.ts';
export { createUser, endRole, grantRole, listUsers, setPassCode } from './users.ts';
