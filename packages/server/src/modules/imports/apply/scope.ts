import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import type { Counts, Issue, Issues } from '../plan/index.ts';

/** One import while it is carried out. */
export interface Scope {
  readonly db: Db;
  readonly ctx: Ctx;
  readonly countyId: number;
  readonly divisionId: string;
  readonly importId: string;
  readonly fileName: string;
  /** Instant of the command, ISO. */
  readonly at: string;
  readonly issues: Issues;
  /** Counts by the file's own sheet. */
  readonly counts: ReadonlyMap<string, Counts>;
  /** Kinds that have rows in the file, in the order of the workbook. */
  readonly kinds: readonly KindDef[];
  /** Records (`kind:id`) whose update the office did not want. */
  readonly skip: ReadonlySet<string>;
}

export interface StagedAt {
  readonly ord: number;
  readonly sheet: string;
  readonly row: number;
}

/** Refuses rows found wrong only beside other rows; a row is counted once however much is wrong with it. */
export async function refuseRows(
  scope: Scope,
  table: string,
  found: readonly { readonly at: StagedAt; readonly issue: Omit<Issue, 'sheet' | 'row'> }[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = new Map(found.map(({ at }) => [at.ord, at]));
  for (const { at, issue } of found) scope.issues.errors.push({ sheet: at.sheet, row: at.row, ...issue });
  for (const { sheet } of rows.values()) {
    const counts = scope.counts.get(sheet);
    if (counts) counts.refused++;
  }
  await sql`update ${sql.table(table)} set refused = true where ord = any(${[...rows.keys()]}::int[])`.execute(
    scope.db,
  );
}
