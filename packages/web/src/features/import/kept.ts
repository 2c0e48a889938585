import { readStored, writeStored } from '../../lib/preference.ts';

const place = (division: string) => `shuangyong.import.${division}`;

/** The batch nobody confirmed yet, for whoever comes back by the menu instead of the address. */
export function keptBatch(division: string): string | null {
  return readStored(place(division));
}

export function keepBatch(division: string, batch: string): void {
  writeStored(place(division), batch);
}

export function forgetBatch(division: string): void {
  writeStored(place(division), null);
}
