import { capitalAmount, fen, type Month, maskIdentity, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { changesOf } from './batch-changes.ts';
import { type BatchHead, type BatchPlace, findBatch } from './batch-find.ts';
import { showBatch } from './batch-show.ts';
import { PAPER_WORDS } from './batch-words.ts';
import { viewBatch } from './exception.ts';
import { lineRows, monthsText, stateWords, tailOf } from './line-list.ts';

interface Arrears {
  readonly ordinal: number;
  readonly name: string;
  readonly village: string | null;
  readonly kind: string;
  readonly first: Month;
  readonly last: Month;
  readonly months: number;
  readonly dueFen: number;
  readonly fen: number;
}

/** Months before the batch's own, by person and right: what was due, what was posted before, what is paid now. */
async function arrearsOf(db: Db, countyId: number, batch: BatchHead, isMore: boolean) {
  // On top of a month that was paid, its own part is made up for too.
  const isLate = isMore ? sql`true` : sql`a.month < ${batch.payMonth}`;
  const { rows } =
    await sql<Arrears>`with items as (select l.ordinal, l.person_id, a.kind, a.month, sum(i.fen) as fen,
      (array_agg(a.due_after_fen order by a.seq desc))[1] as due
    from pay_line l join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
    where l.county_id = ${countyId} and l.batch_id = ${batch.id} and ${isLate}
    group by l.ordinal, l.person_id, a.person_id, a.kind, a.ref, a.component, a.fund, a.month)
    select x.ordinal, p.name, v.name as village, x.kind, min(x.month) as first, max(x.month) as last,
      count(distinct x.month)::int as months, sum(x.due)::bigint as "dueFen", sum(x.fen)::bigint as fen
    from items x join person p on p.county_id = ${countyId} and p.id = x.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    group by 1, 2, 3, 4 order by 1, 4`.execute(db);
  return rows.map(({ first, last, dueFen, fen: own, ...row }) => ({
    ...{ ...row, from: monthText(first), to: monthText(last), dueFen },
    ...{ postedBeforeFen: dueFen - own, fen: own },
  }));
}

async function officeName(db: Db, countyId: number, divisionId: string): Promise<string> {
  const row = await db
    .selectFrom('division')
    .select('name')
    .where('county_id', '=', countyId)
    .where('id', '=', divisionId)
    .executeTakeFirst();
  return row?.name ?? '';
}

/** What the papers of a batch are made of: numbers masked, accounts by their last digits, sums in 大写. */
export async function printBatch(db: Db, ctx: Ctx, place: BatchPlace, ref: string) {
  const batch = await findBatch(db, place, ref);
  const { countyId } = place;
  const shown = await showBatch(db, ctx, place, batch.id);
  const rows = await lineRows(db, countyId, batch.id);
  const view = await viewBatch(db, ctx, place, batch);
  const { number, month, state, hash, checkCode, people, lines, totalFen, steps, held } = shown;
  const kind = shown.isMore ? `${shown.kind}（补发）` : shown.kind;
  const payableFen = totalFen - held.fen - shown.cancelled.fen;
  return {
    ...{ number, kind, month, state, hash, checkCode, people, lines, totalFen, steps, held, payableFen },
    office: await officeName(db, countyId, batch.divisionId),
    totalWords: capitalAmount(fen(totalFen)),
    payableWords: capitalAmount(fen(payableFen)),
    onePersonWords: shown.isOnePerson ? PAPER_WORDS.onePerson : null,
    ...{ previous: shown.previous, differences: shown.differences, exceptions: shown.exceptions },
    roll: rows.map((row) => ({
      ...{ ordinal: row.ordinal, name: row.name, village: row.village, kinds: row.kinds, fen: row.fen },
      idMasked: row.sealed === null ? null : maskIdentity(ctx.keys.open(row.sealed)),
      ...{ months: monthsText(row.first, row.last), dueFen: row.dueFen, offsetFen: row.offsetFen },
      ...{ postedBeforeFen: row.dueFen - row.ownFen, holderName: row.holderName },
      ...{ accountTail: tailOf(ctx.keys, row.accountSealed), state: row.state ?? 'waiting' },
      stateWords: stateWords(row),
    })),
    changes: await changesOf(db, ctx.keys, { ...batch, countyId }, view, rows),
    arrears: await arrearsOf(db, countyId, batch, shown.isMore),
  };
}
