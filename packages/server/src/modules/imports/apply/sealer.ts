import type { Keys, SealedValue } from '../../../kernel/context.ts';
import { isSensitive, type KindDef } from '../../../platform/contract/kind.ts';
import type { PlannedRow } from '../plan/index.ts';

export type Seal = (plain: string) => SealedValue;

/** A township's people come again every month; forgetting beyond this keeps memory flat. */
const REMEMBERED = 20_000;

/** Seals each distinct number once, and rows in batches. */
export interface Sealer {
  /** What the sensitive cells of these rows are sealed to. */
  sealRows(kind: KindDef, rows: readonly PlannedRow[]): Seal;
}

export function createSealer(keys: Keys): Sealer {
  let known = new Map<string, SealedValue>();

  function remember(plain: string, value: SealedValue): void {
    if (known.size >= REMEMBERED) known = new Map();
    known.set(plain, value);
  }

  return {
    sealRows(kind, rows) {
      const sensitive = kind.columns.flatMap((column, index) =>
        isSensitive(column) ? [{ index, isNumber: column.type === 'identity' }] : [],
      );
      const numbers = new Set<string>();
      const values = new Map<string, SealedValue>();
      const missing = new Set<string>();
      for (const row of rows)
        for (const { index, isNumber } of sensitive) {
          const value = row.values[index];
          if (typeof value !== 'string') continue;
          if (isNumber) numbers.add(value);
          const found = known.get(value);
          if (found) values.set(value, found);
          else missing.add(value);
        }
      const plains = [...missing];
      for (const [index, sealed] of keys.sealMany(plains).entries()) {
        const plain = plains[index] ?? '';
        values.set(plain, sealed);
        // Accounts and telephones are everybody's own; only numbers come again.
        if (numbers.has(plain)) remember(plain, sealed);
      }
      return (plain) => values.get(plain) ?? { sealed: '', hash: '' };
    },
  };
}
