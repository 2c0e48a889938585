import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { isId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { hasAdoptedDerived } from '../standards/index.ts';
import { BEFORE_BANK } from './batch-cancel.ts';
import { changedPeople, endedLines } from './batch-facts.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import { requireMay, requireState } from './batch-rules.ts';
import { answerReleased } from './exception-answer.ts';
import { addLineEvents, type StandingLine, standingLines } from './line-event.ts';

export interface Releasing {
  readonly lineId: string;
  readonly reason: string;
}

async function hasHold(db: Db, countyId: number, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from hold h
    left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
    where h.county_id = ${countyId} and coalesce(a.merged_into, h.person_id) = ${personId}
      and h.released_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** The township of a line that rests on derived rates; undefined when it does not. */
async function townOfDerived(db: Db, countyId: number, lineId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select l.division_id as id from pay_line l
    join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
    where l.county_id = ${countyId} and l.id = ${lineId} and a.derived limit 1`.execute(db);
  return rows[0]?.id;
}

/** Whatever held the line must be gone: a reason alone releases nothing. */
async function refuseStillHeld(
  db: Db,
  place: BatchPlace,
  batch: BatchHead,
  line: StandingLine,
): Promise<void> {
  if (line.fen > 0 && line.accountId === null)
    refuse('no_account', '这一笔没有收款账户：先登记账户，再重算这一批，或留到下一批。');
  if ((await endedLines(db, place, batch)).has(line.id))
    refuse('no_account', '这一笔的收款账户停用了，不能放行：办结时作废，用新账户进下一批。');
  if (await hasHold(db, place.countyId, line.personId))
    refuse('still_held', '这个人还有没解除的缓发登记，先在人员档案里核实解除。');
  const { countyId } = place;
  const divisionId = await townOfDerived(db, countyId, line.id);
  if (divisionId !== undefined && !(await hasAdoptedDerived(db, { countyId, divisionId })))
    refuse('derived_not_adopted', '这一笔用了推算标准，县里采用以后才能放行。');
  if ((await changedPeople(db, place, batch)).some(({ lineId }) => lineId === line.id))
    refuse('facts_changed', '这个人的名册或标准变了，这一笔不能放行：办结时作废，差额进下一批。');
}

/**
 * Lets a held line go, with a reason, once what held it is gone; one released after the export goes out in a file of
 * its own. Refuses `not_allowed`, `wrong_state`, `not_held`, `no_account`, `still_held`, `derived_not_adopted`,
 * `facts_changed`.
 */
export async function releaseLine(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  { lineId, reason }: Releasing,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  requireMay(ctx, batch, ['pay.make', 'pay.review']);
  requireState(batch, [...BEFORE_BANK, 'exported']);
  const lines = isId(lineId) ? await standingLines(db, place.countyId, batch.id) : [];
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new NotFound();
  if (line.state !== 'held') refuse('not_held', '这一笔没有缓发，不用放行。');
  await refuseStillHeld(db, place, batch, line);
  await addLineEvents(db, ctx, place.countyId, [{ lineId, state: 'released', reason }]);
  if (line.code === 'answered') await answerReleased(db, ctx, place, batch, lineId, reason);
  await recordEvent(db, ctx, {
    ...{ countyId: place.countyId, divisionId: batch.divisionId, action: 'batch.release' },
    ...{ recordKind: 'payLine', recordId: lineId, detail: { code: line.code } },
  });
  return answerOf(db, place, batch.id);
}
