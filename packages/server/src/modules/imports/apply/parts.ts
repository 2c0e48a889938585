import { type CopyFields, FLUSH_BYTES } from '../../../kernel/copy.ts';
import { createCopyLines } from '../../../kernel/copy-lines.ts';

/** Rows of one sheet as COPY takes them: so many at a time go to the database while the next are read. */
export interface Part {
  readonly rows: number;
  readonly pieces: readonly Buffer[];
  /** False when a number in it stood in an earlier row of the file, this part's own included. */
  readonly isNew: boolean;
}

export interface Parts {
  /** Adds a row; `number` is the fingerprint of the person's number, where the row has one. */
  add(number: string | null, put: (fields: CopyFields) => void): void;
  readonly rows: number;
  take(): Part;
}

export function createParts(numbers: Numbers): Parts {
  const lines = createCopyLines(FLUSH_BYTES);
  let pieces: Buffer[] = [];
  let rows = 0;
  let isNew = true;
  return {
    add(number, put) {
      put(lines);
      lines.endLine();
      if (lines.size >= FLUSH_BYTES) pieces.push(lines.take());
      rows++;
      if (number === null || !numbers.add(number)) isNew = false;
    },
    get rows() {
      return rows;
    },
    take() {
      if (lines.size > 0) pieces.push(lines.take());
      const part = { rows, pieces, isNew };
      [pieces, rows, isNew] = [[], 0, true];
      return part;
    },
  };
}

/** Fingerprints that have been met. */
export interface Numbers {
  /** False when it was there before; very rarely, at one in 2^52, also when another one looks the same. */
  add(fingerprint: string): boolean;
}

const DIGITS = 13;

/** Sixteen bytes a number, whereas a Set of texts takes over a hundred. */
export function createNumbers(): Numbers {
  let slots = new Float64Array(1024);
  let count = 0;

  function place(table: Float64Array, value: number): boolean {
    let at = value % table.length;
    while (table[at] !== 0) {
      if (table[at] === value) return false;
      at = (at + 1) % table.length;
    }
    table[at] = value;
    return true;
  }

  function grow(): void {
    const larger = new Float64Array(slots.length * 2);
    for (const value of slots) if (value !== 0) place(larger, value);
    slots = larger;
  }

  return {
    add(fingerprint) {
      // Zero marks an empty slot.
      const isPlaced = place(slots, Number.parseInt(fingerprint.slice(0, DIGITS), 16) + 1);
      if (isPlaced && ++count * 2 > slots.length) grow();
      return isPlaced;
    },
  };
}
