import { monthOfDay, monthText } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { type NewAccount, saveAccount } from './account.ts';
import { type BatchPlace, findBatch } from './batch-find.ts';
import { requireMay } from './batch-rules.ts';
import { standingLines } from './line-event.ts';
import { listReturns } from './line-returns.ts';

export interface Reissuing extends Omit<NewAccount, 'personId' | 'accountId'> {
  readonly lineId: string;
}

/**
 * Enters the account to which returned money goes again. The same debt, free since it came back, is in the next batch
 * once and only once. Refuses `not_allowed`, `not_returned`, `reissued`, and as entering an account does.
 */
export async function reissueLine(db: Db, ctx: Ctx, place: BatchPlace, ref: string, asked: Reissuing) {
  const batch = await findBatch(db, place, ref);
  requireMay(ctx, batch, ['pay.make']);
  const line = (await standingLines(db, place.countyId, batch.id)).find(({ id }) => id === asked.lineId);
  if (line === undefined) throw new NotFound();
  if (line.state !== 'returned' && line.state !== 'taken_back')
    refuse('not_returned', '这一笔没有退回，不用换账号重发。');
  const waiting = await listReturns(db, ctx, place);
  if (!waiting.some(({ lineId }) => lineId === asked.lineId))
    refuse('reissued', '这笔退款已经在新的批次里，或者已经不再应发。');
  const { lineId: _, ...account } = asked;
  const { id, version } = await saveAccount(db, ctx, place, { ...account, personId: line.personId });
  const next = { kind: batch.kind, month: monthText(monthOfDay(ctx.today)) };
  return { accountId: id, version, next };
}
