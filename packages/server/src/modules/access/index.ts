export { findUserByName, type HeldRole, hasUsers, type User } from './queries.ts';
export { userRoutes } from './routes.ts';
export { ACTIONS, actionsOf, type Grant, isRole, mayOf, operatorMay, ROLES, type Role } from './rules.ts';
export { endSession, findSession, openSession, type SessionHolder, type SignIn, signIn } from './sessions.ts';
export { createUser, endRole, grantRole, isOwnPassCode, listUsers, setPassCode } from './users.ts';
