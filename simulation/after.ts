import { parseIsoMonth } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../packages/server/src/kernel/db.ts';
import { addPaper } from '../packages/server/src/modules/archive/index.ts';
import {
  closeBatch,
  closeMonth,
  listPeriods,
  receiveCash,
  writeOff,
} from '../packages/server/src/modules/disbursement/index.ts';
import { codeOf } from './pay.ts';
import type { Happening } from './plan.ts';
import type { Township } from './township.ts';

type Recovering = Extract<Happening, { what: 'recover' }>;

/** The oldest claim that is still open, if there is one. */
async function openClaim({ db, countyId }: Township) {
  const { rows } = await sql<{ id: string; open: number }>`select c.id, c.fen - coalesce((select
        sum(case when r.kind = 'undone' then -r.fen else r.fen end) from recovery r
        where r.county_id = c.county_id and r.claim_id = c.id), 0)::bigint as open
    from claim c where c.county_id = ${countyId} order by c.on_day, c.id`.execute(db);
  return rows.find(({ open }) => open > 0);
}

/** Part of what was paid too much comes back in cash, or the approver writes the rest off on a paper. */
export async function recover(town: Township, day: string, { how, part }: Recovering): Promise<void> {
  const claim = await openClaim(town);
  if (claim === undefined) return;
  const fen = Math.ceil(claim.open / part);
  await town.write(async (tx) => {
    const receiptNo = `收-${day}-${claim.id}`;
    if (how === 'cash')
      return receiveCash(tx, town.on(day, '财政某'), town.place, [claim.id], { fen, receiptNo });
    const ctx = town.on(day, '刘某');
    const paper = { title: '核销批复', signedOn: day, paperClass: '佐证材料', originalAt: '1 盒 2 件' };
    const { id: paperId } = await addPaper(tx, ctx, town, paper);
    return writeOff(tx, ctx, town.place, [claim.id], { reason: '无力退还', paperId });
  });
}

/** Ends the month's batch and closes every month up to it, as far as they can be closed. */
export async function closeBooks(town: Township, day: string, month: string): Promise<void> {
  const attempt = (work: (tx: Db) => Promise<unknown>) =>
    town.write(work).then(
      () => true,
      (error: unknown) => codeOf(error) === '',
    );
  for (const batch of town.batches.values())
    await attempt((tx) => closeBatch(tx, town.on(day, '财政某'), town.place, batch));
  const until = parseIsoMonth(month) ?? 0;
  for (;;) {
    const { next } = await town.write((tx) => listPeriods(tx, town.on(day), town));
    if (next > until) return;
    if (!(await attempt((tx) => closeMonth(tx, town.on(day, '赵某'), town, next)))) return;
  }
}
