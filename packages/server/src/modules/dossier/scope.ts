import type { Law } from '@shuangyong/policy';
import { type Fen, fen, type Month, maskIdentity, maskTail, yuanText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';

/** What a dossier is made of, and for whose eyes. */
export interface DossierScope {
  readonly tx: Db;
  readonly keys: Keys;
  readonly countyId: number;
  /** The place itself, which may have batches of its own. */
  readonly divisionId: string;
  /** The place and its townships. */
  readonly divisionIds: readonly string[];
  readonly law: Law;
  readonly from: Month;
  readonly to: Month;
  /** Identity numbers and accounts whole. */
  readonly full: boolean;
}

/** An identity number as this reader may see it. */
export const identityFor = ({ keys, full }: DossierScope, sealed: Buffer | null): string | null => {
  if (sealed === null) return null;
  const plain = keys.open(sealed);
  return full ? plain : maskIdentity(plain);
};

/** An account as this reader may see it. */
export const accountFor = ({ keys, full }: DossierScope, sealed: Buffer | null): string | null => {
  if (sealed === null) return null;
  const plain = keys.open(sealed);
  return full ? plain : maskTail(plain);
};

/** Yuan as a spreadsheet adds it up; nothing for null. */
export const yuan = (amount: number | null): string | null =>
  amount === null ? null : yuanText(fen(amount) as Fen);
