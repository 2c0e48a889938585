import type { Day, IdentityNumber } from '@shuangyong/values';

/** A row of another office's list. */
export interface RosterRow {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly identity: IdentityNumber | null;
  readonly bornOn: Day;
  /** The day of the death, the sentence, …; null where the list does not tell it. */
  readonly onDay: Day | null;
}

/** A registration of the roll, as matching needs it. */
export interface Registered {
  /** Whom it stands for after merges. */
  readonly personId: string;
  readonly divisionId: string;
  readonly name: string;
  readonly bornOn: Day | null;
  /** Fingerprint of the number, in hexadecimal. */
  readonly hash: string | null;
}

/** The same number; or the same name and day of birth under another number or none. */
export type Likeness = 'same' | 'like';

export interface RosterMatch {
  readonly personId: string;
  readonly divisionId: string;
  readonly likeness: Likeness;
  readonly sheet: string;
  readonly row: number;
  readonly onDay: Day | null;
}

export interface Matched {
  readonly matches: readonly RosterMatch[];
  /** Rows that name nobody of the roll. */
  readonly absent: number;
}

/**
 * Who of the roll stands in a list: each person once, by the number before by the likeness, then by the first row
 * that tells a day. `hashes` are the fingerprints of the rows' numbers, in the order of the rows.
 */
export function matchRoster(
  rows: readonly RosterRow[],
  hashes: readonly (string | null)[],
  roll: readonly Registered[],
): Matched {
  const byHash = new Map(roll.flatMap((one) => (one.hash === null ? [] : [[one.hash, one] as const])));
  const byName = new Map<string, Registered[]>();
  for (const one of roll) {
    if (one.bornOn === null) continue;
    const key = likenessKey(one.name, one.bornOn);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const found = new Map<string, RosterMatch>();
  let absent = 0;
  rows.forEach((row, at) => {
    const same = byHash.get(hashes[at] ?? '');
    const hits = same ? [same] : (byName.get(likenessKey(row.name, row.bornOn)) ?? []);
    if (hits.length === 0) absent += 1;
    for (const { personId, divisionId } of hits) {
      const likeness = same ? 'same' : 'like';
      const { sheet, row: number, onDay } = row;
      const match: RosterMatch = { personId, divisionId, likeness, sheet, row: number, onDay };
      const known = found.get(personId);
      if (known === undefined || isBetter(match, known)) found.set(personId, match);
    }
  });
  return { matches: [...found.values()], absent };
}

const likenessKey = (name: string, bornOn: Day) => `${name.replace(/\s/g, '')} ${bornOn}`;

function isBetter(match: RosterMatch, known: RosterMatch): boolean {
  if (match.likeness !== known.likeness) return match.likeness === 'same';
  return known.onDay === null && match.onDay !== null;
}
