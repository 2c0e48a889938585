import type { Day } from '@shuangyong/values';

/** Who acts. The operator is the owner of the data folder at the command line. */
export interface Actor {
  readonly kind: 'user' | 'operator' | 'system';
  readonly id: string;
  readonly name: string;
}

/** What a role may do. Scope is a place; `may` answers for the place and everything below it. */
export type Action =
  | 'figures.read'
  | 'records.read'
  | 'records.write'
  | 'people.read'
  | 'people.write'
  | 'people.review'
  | 'people.reveal'
  | 'papers.read'
  | 'papers.add'
  | 'papers.write'
  | 'imports.write'
  | 'exports.write'
  | 'report.read'
  | 'report.write'
  | 'report.sign'
  | 'law.read'
  | 'law.write'
  | 'law.adopt'
  | 'pay.read'
  | 'pay.make'
  | 'pay.review'
  | 'pay.approve'
  | 'pay.bank'
  | 'users.manage'
  | 'settings.write'
  | 'audit.read'
  | 'audit.byPerson'
  | 'backup.run';

/** The authorisation port: low modules ask it and never learn how roles are kept. */
export type May = (action: Action, divisionCode: string) => boolean;

/** Seals personal data and makes the keyed fingerprints that exact search and comparison use. */
export interface Keys {
  seal(plain: string): Buffer;
  open(sealed: Buffer): string;
  fingerprint(normalised: string): Buffer;
  /** Both for many values, in their order, at a fraction of the work. */
  sealMany(plains: readonly string[]): readonly SealedValue[];
}

/** A sealed value and its fingerprint, in hexadecimal. */
export interface SealedValue {
  readonly sealed: string;
  readonly hash: string;
}

/** Everything a service may know besides the database: who, when, what he may, and the keys. */
export interface Ctx {
  readonly actor: Actor;
  readonly now: number;
  readonly today: Day;
  readonly may: May;
  readonly keys: Keys;
}
