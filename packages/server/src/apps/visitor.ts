import { type Grant, mayOf, operatorMay, type SessionHolder, type User } from '../modules/access/index.ts';
import type { Caller } from './command.ts';

/** Somebody signed in: what he may do, and which places are his. */
export interface Visitor {
  readonly caller: Caller;
  readonly user: User | undefined;
  /** His roles; the operator of the machine has none and may act everywhere. */
  readonly grants: readonly Grant[];
}

/** The owner of the data folder, at the command line or before there is any user. */
export const OPERATOR: Visitor = {
  caller: { actor: { kind: 'operator', id: 'operator', name: '本机' }, may: operatorMay },
  user: undefined,
  grants: [],
};

export function visitorOf(holder: SessionHolder): Visitor {
  return holder.kind === 'user' ? userVisitor(holder.user) : OPERATOR;
}

export function userVisitor(user: User): Visitor {
  const { id, name, roles } = user;
  return { caller: { actor: { kind: 'user', id, name }, may: mayOf(roles) }, user, grants: roles };
}
