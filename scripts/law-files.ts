import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { shippedFiles } from '../packages/policy/src/testing/files.ts';
import type { ValueFile } from '../packages/policy/src/types.ts';
import { PROJECT } from './formatted.ts';

/** The folder `law/` as its files stand, nothing checked. */
export const lawFiles = shippedFiles();

export interface Observation {
  readonly kind: string;
  readonly region: string;
  readonly from: string;
  readonly what: string;
  readonly value?: number;
  readonly unit?: string;
  readonly source?: string;
}

const observed = readFileSync(join(PROJECT, 'law/observations.yaml'), 'utf8');
/** What no computation may use, kept for its proof. */
export const observations = (parse(observed) as { observations: readonly Observation[] }).observations;

/** One amount with the value it stands in. */
export interface Amount {
  readonly code: string;
  readonly unit: string;
  readonly key: string;
  readonly amount: number;
  readonly value: ValueFile;
}

export const amounts: readonly Amount[] = lawFiles.packages.flatMap(({ tables }) =>
  tables.flatMap(({ code, unit, values }) =>
    values.flatMap((value) =>
      Object.entries(value.cells ?? {}).map(([key, amount]) => ({ code, unit, key, amount, value })),
    ),
  ),
);

/** The amount of a cell in a month; undefined where no value of that region holds. */
export function amountAt(code: string, key: string, month: string, region = '000000'): Amount | undefined {
  return amounts.find(
    (cell) =>
      cell.code === code &&
      cell.key === key &&
      cell.value.region === region &&
      cell.value.from <= month &&
      month <= (cell.value.to ?? '9999-12'),
  );
}

/** The same where a test rests on its being there. */
export function getAmount(code: string, key: string, month: string, region?: string): number {
  const found = amountAt(code, key, month, region);
  if (!found) throw new Error(`no ${code} ${key} in ${month} at ${region ?? '000000'}`);
  return found.amount;
}
