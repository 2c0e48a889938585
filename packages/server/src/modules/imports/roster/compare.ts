import { createHash } from 'node:crypto';
import type { Day } from '@shuangyong/values';
import type { NewRoster, RosterKind } from '../../checks/index.ts';
import type { Issue } from '../plan/index.ts';
import { readRoster } from './read.ts';

/** A list that was dropped: its bytes and the name of the file. */
export interface RosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A list as it goes to be held against the roll, and the cells of it that could not be read. */
export interface RosterToCompare {
  readonly asked: NewRoster;
  readonly issues: readonly Issue[];
}

/** Reads a dropped list outside of any transaction. Refuses what {@link readRoster} refuses. */
export async function rosterToCompare(
  { name, bytes }: RosterFile,
  kind: RosterKind,
  today: Day,
): Promise<RosterToCompare> {
  const { rows, rowCount, issues } = await readRoster(bytes, kind, today);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const refused = new Set(issues.map(({ sheet, row }) => `${row} ${sheet}`)).size;
  return { asked: { kind, fileName: name, sha256, rows, rowCount, refused }, issues };
}
