import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../contract/kind.ts';
import type { Place } from '../http/index.ts';
import type { Effects } from './schemas.ts';

export interface Correction {
  readonly id: string;
  readonly version: number;
  readonly cells: Cells;
  readonly reason: string;
  readonly paperId?: string | undefined;
}

/** What the house adds to a plain change of a record: its log line, the person it touches, changes that wait. */
export interface RecordHooks {
  readonly kinds: readonly KindDef[];
  readonly log: (
    tx: Db,
    ctx: Ctx,
    place: Place,
    action: string,
    kind: string,
    id: string,
    fields: readonly string[],
  ) => Promise<void>;
  /** Called after a record was entered, changed, voided or restored: links persons, refreshes what is derived. */
  readonly settled: (tx: Db, ctx: Ctx, place: Place, kind: KindDef, id: string) => Promise<void>;
  /**
   * Called before a record of a township is entered (nothing before), corrected (what is given after), made void or
   * restored (nothing on the other side): refuses what would move a month that is closed.
   */
  readonly requireOpen: (
    tx: Db,
    place: { readonly countyId: number; readonly divisionId: string },
    kind: KindDef,
    change: { readonly before?: Cells; readonly after?: Cells },
  ) => Promise<void>;
  /** A kind whose corrections may wait for a second person (the roll). */
  readonly correct?: (
    tx: Db,
    ctx: Ctx,
    place: Place,
    kind: KindDef,
    ask: Correction,
  ) => Promise<{ changeId: string | null } | undefined>;
  /** The same for making one void: answers the change that waits, or nothing where it counts at once. */
  readonly askVoid?: (
    tx: Db,
    ctx: Ctx,
    place: Place,
    kind: KindDef,
    ask: Omit<Correction, 'cells' | 'paperId'>,
  ) => Promise<string | undefined>;
  /** Figures of those years and signed reports a change would touch: it is made, measured and rolled back. */
  readonly effects: (
    place: Place,
    change: (tx: Db, ctx: Ctx) => Promise<void>,
    ctx: Ctx,
    at: { readonly kind: string; readonly id: string; readonly years: readonly number[] },
  ) => Promise<Effects>;
}
