import { later } from '../../kernel/batched.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';

/** One line of the log. `detail` must hold nothing personal: ids, codes, counts, names of columns. */
export interface AuditLine {
  readonly countyId: number;
  readonly action: string;
  readonly divisionId?: string;
  readonly recordKind?: string;
  readonly recordId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the line in the command's own transaction, so that there is no write without its line and no line without its write. */
export async function recordEvent(db: Db, ctx: Ctx, line: AuditLine): Promise<void> {
  await recordEvents(db, [{ ctx, line }]);
}

/** Several lines in one statement. */
export async function recordEvents(
  db: Db,
  lines: readonly { readonly ctx: Ctx; readonly line: AuditLine }[],
): Promise<void> {
  const rows = lines.map(({ ctx, line }) => ({
    county_id: line.countyId,
    id: newId(),
    at: new Date(ctx.now).toISOString(),
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    action: line.action,
    division_id: line.divisionId ?? null,
    record_kind: line.recordKind ?? null,
    record_id: line.recordId ?? null,
    detail: JSON.stringify(line.detail ?? {}),
    office_day: ctx.today,
  }));
  // Its result says nothing: it goes with the next statement, or with the commit.
  const insert = db.insertInto('audit_event').values(rows);
  await (rows.length === 1 ? insert.modifyEnd(later) : insert).execute();
}
