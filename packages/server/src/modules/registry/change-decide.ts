import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { checkWhole } from '../../platform/records/accept.ts';
import { type DbRow, decodeCells } from '../../platform/records/codec.ts';
import { fromHistory, voidRecord } from '../../platform/records/write.ts';
import { linkPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { applyCorrection, applyEvent, getRight, type RightRow } from './change-apply.ts';
import { requirePaper } from './change-request.ts';
import { type ChangeType, isEvent } from './change-rules.ts';
import type { Place } from './place.ts';
import { projectPerson } from './project.ts';
import { spellKind } from './sheets.ts';

export interface Waiting {
  readonly id: string;
  readonly division_id: string;
  readonly person_id: string | null;
  readonly record_kind: string;
  readonly record_id: string;
  readonly record_version: number;
  readonly change_type: ChangeType;
  readonly cells: DbRow;
  readonly reason: string;
  readonly paper_id: string | null;
  readonly asked_by_id: string;
}

/** The change, held until the command ends. Refuses `decided` when somebody has decided it meanwhile. */
export async function getWaiting(db: Db, countyId: number, id: string): Promise<Waiting> {
  const row = await db
    .selectFrom('change_request')
    .selectAll()
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.state !== 'waiting')
    refuse('decided', `这条变更${row.decided_by ?? ''}已${row.state === 'accepted' ? '核实' : '退回'}过了。`);
  return row as unknown as Waiting;
}

/** New values as they were asked for, sensitive ones in clear. */
function plainCells(stored: DbRow, ctx: Ctx): Cells {
  const cells: Record<string, Cells[string]> = {};
  for (const [name, value] of Object.entries(stored)) {
    const bytes = fromHistory(value);
    if (name.endsWith('_hash')) continue;
    if (Buffer.isBuffer(bytes)) cells[name.replace(/_sealed$/, '')] = ctx.keys.open(bytes);
    else cells[name.replace(/_sealed$/, '')] = value as Cells[string];
  }
  return cells;
}

function plain(value: unknown): string {
  const read = fromHistory(value);
  return Buffer.isBuffer(read) ? read.toString('hex') : String(read ?? '');
}

async function rowOf(db: Db, countyId: number, id: string): Promise<DbRow> {
  const row = await db
    .selectFrom('spell')
    .selectAll()
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row as unknown as DbRow;
}

/** Other facts of the right may have been corrected since; the ones that wait must still be what they were. */
async function refuseOvertaken(db: Db, countyId: number, change: Waiting, now: DbRow): Promise<void> {
  if (now.version === change.record_version) return;
  const old = await db
    .selectFrom('record_history')
    .select('cells')
    .where('county_id', '=', countyId)
    .where('record_kind', '=', 'spell')
    .where('record_id', '=', change.record_id)
    .where('version', '=', change.record_version)
    .executeTakeFirst();
  const before = (old?.cells ?? {}) as DbRow;
  // A sealed value differs at each sealing; its fingerprint tells.
  const names = Object.keys(change.cells).filter((name) => !name.endsWith('_sealed'));
  if (!old || names.some((name) => plain(before[name]) !== plain(now[name])))
    refuse('changed_meanwhile', '提出以后这几项又有人改过。请退回，对照后重新提出。');
}

async function correct(db: Db, ctx: Ctx, place: Place, change: Waiting, right: RightRow, paperId?: string) {
  const now = await rowOf(db, place.countyId, change.record_id);
  await refuseOvertaken(db, place.countyId, change, now);
  const cells = plainCells(change.cells, ctx);
  checkWhole(spellKind, { ...decodeCells(spellKind, now, ctx.keys), ...cells });
  await applyCorrection(db, ctx, place, right, cells, { reason: change.reason, paperId });
}

/** Carries a waiting change out; answers the rights it touched. Used to measure what it would do as well. */
export async function carryOut(
  db: Db,
  ctx: Ctx,
  place: Place,
  change: Waiting,
  paperId?: string,
): Promise<readonly string[]> {
  const { reason, record_id: id } = change;
  if (isEvent(change.change_type))
    return applyEvent(db, ctx, place, id, plainCells(change.cells, ctx), { reason, paperId });
  const right = await getRight(db, place.countyId, id);
  if (change.change_type === 'correct') await correct(db, ctx, place, change, right, paperId);
  else {
    await voidRecord(db, ctx, spellKind, { countyId: place.countyId, id }, right.version, reason);
    if (right.person_id) await projectPerson(db, place.countyId, right.person_id);
  }
  return [id];
}

interface Decision {
  readonly state: 'accepted' | 'rejected';
  readonly reason: string;
  readonly paperId?: string | undefined;
}

async function decide(db: Db, ctx: Ctx, place: Place, change: Waiting, decision: Decision): Promise<void> {
  const at = new Date(ctx.now).toISOString();
  const { state, reason, paperId } = decision;
  await db
    .updateTable('change_request')
    .set({
      ...{ state, decided_at: at, decided_by: ctx.actor.name, decided_reason: reason },
      paper_id: paperId ?? change.paper_id,
    })
    .where('county_id', '=', place.countyId)
    .where('id', '=', change.id)
    .execute();
  await db
    .updateTable('hold')
    .set({ released_at: at, released_by: ctx.actor.name, release_reason: reason })
    .where('county_id', '=', place.countyId)
    .where('change_id', '=', change.id)
    .where('released_at', 'is', null)
    .execute();
  await recordEvent(db, ctx, {
    ...place,
    recordKind: change.record_kind,
    recordId: change.record_id,
    action: `change.${state}`,
    detail: { changeId: change.id, type: change.change_type },
  });
}

export interface Acceptance {
  /** The proof the second person brings, besides what hangs on the change already. */
  readonly paperId?: string | undefined;
  /** 一人办公: the one person there is may confirm his own change with the leader's signed paper. */
  readonly isOnePerson?: boolean | undefined;
}

function refuseUnproved(ctx: Ctx, change: Waiting, { paperId, isOnePerson }: Acceptance): void {
  if (change.asked_by_id === ctx.actor.id) {
    if (!isOnePerson) refuse('same_person', '不能核实自己提出的变更，请由另一人办理。');
    if (!paperId) refuse('paper_missing', '一人办公：请先上传领导签批的纸质件，再核实。');
  }
  if (isEvent(change.change_type) && !paperId && !change.paper_id)
    refuse('paper_missing', '还缺证明。请上传死亡证明、火化证、户籍注销或迁移、判决等材料之一。');
}

/**
 * The second person agrees: the change counts from now, its proof hangs on the rights it touched, what was held is
 * free. Refuses `same_person` when he asked for it himself, `decided` when it was decided already, `paper_missing`
 * when an event has no paper, `changed_meanwhile` when the same facts were changed since.
 */
export async function acceptChange(
  db: Db,
  ctx: Ctx,
  countyId: number,
  id: string,
  acceptance: Acceptance = {},
): Promise<void> {
  const change = await getWaiting(db, countyId, id);
  const place = { countyId, divisionId: change.division_id };
  refuseUnproved(ctx, change, acceptance);
  await requirePaper(db, place, acceptance.paperId);
  const papers = [...new Set([acceptance.paperId, change.paper_id])].filter((paper) => paper != null);
  const touched = await carryOut(db, ctx, place, change, papers[0]);
  if (change.change_type !== 'void')
    for (const right of touched)
      for (const paper of papers) await linkPaper(db, ctx, place, paper, spellKind.kind, right);
  await decide(db, ctx, place, change, { state: 'accepted', reason: '已核实', paperId: papers[0] });
}

/** The second person says no, or that the report was a mistake: what was held is free again. */
export async function rejectChange(
  db: Db,
  ctx: Ctx,
  countyId: number,
  id: string,
  reason: string,
): Promise<void> {
  const change = await getWaiting(db, countyId, id);
  await decide(db, ctx, { countyId, divisionId: change.division_id }, change, { state: 'rejected', reason });
}

/** Hangs a proof on a change that waits; a second one takes the place of the first. */
export async function proveChange(
  db: Db,
  ctx: Ctx,
  countyId: number,
  id: string,
  paperId: string,
): Promise<void> {
  const change = await getWaiting(db, countyId, id);
  const place = { countyId, divisionId: change.division_id };
  await requirePaper(db, place, paperId);
  await db
    .updateTable('change_request')
    .set({ paper_id: paperId })
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .execute();
  await recordEvent(db, ctx, {
    ...place,
    action: 'change.prove',
    recordKind: change.record_kind,
    recordId: change.record_id,
    detail: { changeId: id, paperId },
  });
}
