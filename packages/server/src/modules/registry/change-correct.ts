import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { recordEvent } from '../audit/index.ts';
import { applyCorrection, getRight } from './change-apply.ts';
import { insertRequest } from './change-request.ts';
import { PAY_FACTS } from './change-rules.ts';
import { refuseTakenNumber } from './enrol.ts';
import type { Place } from './place.ts';

export interface ChangeAsk {
  readonly spellId: string;
  readonly version: number;
  readonly cells: Cells;
  readonly reason: string;
  readonly paperId?: string | undefined;
}

function partition(cells: Cells): { readonly waits: Cells; readonly counts: Cells } {
  const of = (decides: boolean) =>
    Object.fromEntries(Object.entries(cells).filter(([field]) => PAY_FACTS.has(field) === decides));
  return { waits: of(true), counts: of(false) };
}

/**
 * Corrects a right. Facts that decide pay wait for a second person (answers the request); the rest count at once.
 * Refuses `change_waiting` while another correction of this right waits, a number that is somebody else's, and what
 * `changeRecord` refuses.
 */
export async function correctSpell(
  db: Db,
  ctx: Ctx,
  place: Place,
  ask: ChangeAsk,
): Promise<{ changeId: string | null }> {
  const { waits, counts } = partition(ask.cells);
  const right = await getRight(db, place.countyId, ask.spellId);
  if (right.version !== ask.version)
    refuse('changed_meanwhile', '这条刚才有人改过。您的改动还在，请对照后再存。', { version: right.version });
  const isCounted = Object.keys(counts).length > 0;
  if (isCounted) await applyCorrection(db, ctx, place, right, counts, ask);
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.correct',
    recordKind: 'spell',
    recordId: right.id,
    detail: { fields: Object.keys(ask.cells) },
  });
  if (Object.keys(waits).length === 0) return { changeId: null };
  if (right.person_id && typeof waits.identity === 'string')
    await refuseTakenNumber(db, place, right.person_id, ctx.keys.fingerprint(waits.identity));
  const version = isCounted ? right.version + 1 : right.version;
  const of = { type: 'correct', kind: 'spell', recordId: right.id, personId: right.person_id } as const;
  const { reason, paperId } = ask;
  return { changeId: await insertRequest(db, ctx, place, { ...of, version, cells: waits, reason, paperId }) };
}

/** Asks that a right entered wrongly be made void; it waits for a second person as every change of what is paid. */
export async function askVoid(
  db: Db,
  ctx: Ctx,
  place: Place,
  ask: { readonly spellId: string; readonly version: number; readonly reason: string },
): Promise<string> {
  const right = await getRight(db, place.countyId, ask.spellId);
  if (right.version !== ask.version) refuse('changed_meanwhile', '这条刚才有人改过，请看过再作废。');
  const of = { type: 'void', kind: 'spell', recordId: right.id, personId: right.person_id } as const;
  const { version, reason } = ask;
  const changeId = await insertRequest(db, ctx, place, { ...of, version, cells: {}, reason });
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.void',
    recordKind: 'spell',
    recordId: right.id,
  });
  return changeId;
}
