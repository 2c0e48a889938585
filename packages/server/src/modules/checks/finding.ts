import { createHash } from 'node:crypto';
import { monthText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { FindingCode, Severity } from './codes.ts';
import type { Draft } from './draft.ts';
import type { Payment } from './payment.ts';
import type { Named } from './queries.ts';

export interface FoundPerson {
  /** Null where a row of the books names somebody whom nobody knows. */
  readonly id: string | null;
  readonly name: string;
  readonly idTail: string | null;
}

/** One finding, told in full. */
export interface Finding {
  /** Names what it rests on: another amount, month or payment makes another finding of it. */
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly person: FoundPerson;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly expectedFen: number | null;
  readonly actualFen: number | null;
  readonly reason: string;
  readonly payments: readonly Payment[];
}

export interface Who {
  readonly id: string | null;
  readonly name: string;
  readonly identitySealed: Named['identitySealed'];
}

/**
 * `about` tells apart what months and money do not: a visit, an account. `rests` is what a verdict rests on, where
 * that is less than all of it.
 */
export function findingOf(draft: Draft, who: Who, keys: Keys, about = '', rests: Draft = draft): Finding {
  const { code, severity, from, to, source, expectedFen, actualFen, reason, payments } = draft;
  const idTail = who.identitySealed === null ? null : keys.open(who.identitySealed).slice(-4);
  return {
    key: keyOf(rests, who, about),
    ...{ code, severity, person: { id: who.id, name: who.name, idTail } },
    ...{ sheet: source?.sheet ?? null, row: source?.row ?? null },
    ...{ from: from === null ? null : monthText(from), to: to === null ? null : monthText(to) },
    ...{ expectedFen, actualFen, reason, payments },
  };
}

/** The reason says which facts of the roll were held against which payments, so the key rests on it as well. */
function keyOf(
  { code, from, to, expectedFen, actualFen, reason, payments }: Draft,
  who: Who,
  about: string,
): string {
  const paid = payments.map((one) => [one.item, one.from, one.to, one.fen, one.paidOn, one.voucher]);
  const rests = [code, who.id ?? who.name, about, from, to, expectedFen, actualFen, reason, paid];
  return createHash('sha256').update(JSON.stringify(rests)).digest('hex');
}
