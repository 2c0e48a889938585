import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { type DbRow, encodeCells } from '../../platform/records/codec.ts';
import { findPaper } from '../archive/index.ts';
import type { ChangeType } from './change-rules.ts';
import type { Place } from './place.ts';
import { spellKind } from './sheets.ts';

/** A change that is asked for: of one right, or an event of a person. */
export interface Request {
  readonly type: ChangeType;
  readonly personId: string | null;
  readonly kind: 'spell' | 'person';
  readonly recordId: string;
  readonly version: number;
  readonly cells: Cells;
  readonly reason: string;
  readonly paperId?: string | undefined;
}

/** New values as they wait: sensitive ones sealed, bytes as text. */
function sealed(cells: Cells, ctx: Ctx): DbRow {
  const row = encodeCells(spellKind, cells, ctx.keys);
  const keep = (value: unknown) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, keep(value)]));
}

/** Refuses a paper that is not of this township as not found. */
export async function requirePaper(db: Db, place: Place, paperId: string | undefined): Promise<void> {
  if (paperId === undefined) return;
  const paper = await findPaper(db, place.countyId, paperId);
  if (paper?.divisionId !== place.divisionId) throw new NotFound();
}

/**
 * Puts a change before the second person. Refuses `change_waiting` while one of the same record waits, also when two
 * people ask at the same moment, and a paper of another township as not found.
 */
export async function insertRequest(db: Db, ctx: Ctx, place: Place, request: Request): Promise<string> {
  await requirePaper(db, place, request.paperId);
  const row = await db
    .insertInto('change_request')
    .values({
      county_id: place.countyId,
      id: newId(),
      division_id: place.divisionId,
      person_id: request.personId,
      record_kind: request.kind,
      record_id: request.recordId,
      record_version: request.version,
      change_type: request.type,
      cells: JSON.stringify(sealed(request.cells, ctx)),
      reason: request.reason,
      paper_id: request.paperId ?? null,
      asked_at: new Date(ctx.now).toISOString(),
      asked_on: ctx.today,
      asked_by: ctx.actor.name,
      asked_by_id: ctx.actor.id,
      state: 'waiting',
    })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'record_kind', 'record_id']).where('state', '=', 'waiting').doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? refuse('change_waiting', '这一项已有一条变更待核，核定后才能再改。');
}
