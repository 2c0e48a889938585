import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db.ts';

/** One line of a person's timeline, newest first on the page. */
export interface TimelineEntry {
  readonly day: string;
  readonly type: '身份' | '发放' | '走访' | '帮扶' | '待遇' | '材料' | '变更' | '导入';
  readonly text: string;
  readonly amountFen: number | null;
  readonly record: { readonly kind: string; readonly id: string };
  readonly papers: number;
  readonly source: { readonly file: string | null; readonly sheet: string; readonly row: number } | null;
}

/** What a module knows of some persons (one, with the registrations merged into him). */
export type TimelineSource = (
  db: Db,
  scope: { readonly countyId: number; readonly personIds: readonly string[] },
) => Promise<readonly TimelineEntry[]>;

/** SQL for one column of the people list, given the person's id column: disbursement's 已发至, care's 上次走访. */
export type PersonColumn = (
  countyId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
) => RawBuilder<unknown>;
