import { parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { paperCount } from '../../platform/records/proof.ts';
import { linkPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';

/** 中央、省、市、县、镇. */
export const FUND_LEVELS = ['central', 'province', 'city', 'county', 'township'] as const;
export type FundLevel = (typeof FUND_LEVELS)[number];

/** What money that arrives is for. */
export const FUND_KINDS = [
  '抚恤补助',
  '优待金',
  '立功奖励',
  '慰问金',
  '困难救助',
  '双拥经费',
  '其他',
] as const;
export type FundKind = (typeof FUND_KINDS)[number];

export interface FundPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface NewFund {
  readonly level: FundLevel;
  readonly kind: FundKind;
  /** Fen; negative for money that the level above took back. */
  readonly fen: number;
  readonly onDay: string;
  readonly documentNo?: string | undefined;
  readonly paperId?: string | undefined;
}

/** Records money that arrived from a level. Refuses a day ahead of today, an amount of zero and a paper of another town. */
export async function addFund(db: Db, ctx: Ctx, place: FundPlace, asked: NewFund): Promise<string> {
  const on = parseIsoDay(asked.onDay) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '到账日期晚于今天，请核对。');
  if (asked.fen === 0) refuse('amount_zero', '金额不能是 0。');
  const id = newId();
  await db
    .insertInto('fund_received')
    .values({
      ...{
        county_id: place.countyId,
        id,
        division_id: place.divisionId,
        level: asked.level,
        kind: asked.kind,
      },
      ...{ fen: asked.fen, on_day: on, document_no: asked.documentNo ?? null },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
    })
    .execute();
  if (asked.paperId) await linkPaper(db, ctx, place, asked.paperId, 'fund', id);
  await note(db, ctx, place, 'fund.add', id);
  return id;
}

const note = (db: Db, ctx: Ctx, place: FundPlace, action: string, id: string) =>
  recordEvent(db, ctx, { ...place, action, recordKind: 'fund', recordId: id });

/** 冲销: a second line with the same amount the other way; both stay. Refuses not found and `undone` the second time. */
export async function undoFund(
  db: Db,
  ctx: Ctx,
  place: FundPlace,
  id: string,
  reason: string,
): Promise<void> {
  const { countyId, divisionId } = place;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fund ${id}`}, 0))`.execute(db);
  const { rows } = await sql<{ undone: boolean; undoes: string | null }>`select f.undoes, exists (
      select from fund_received u where u.county_id = f.county_id and u.undoes = f.id) as undone
    from fund_received f where f.county_id = ${countyId} and f.division_id = ${divisionId} and f.id = ${id}`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new NotFound();
  if (found.undone || found.undoes !== null) refuse('undone', '这一笔已冲销，或本身就是冲销。');
  await sql`insert into fund_received (county_id, id, division_id, level, kind, fen, on_day, document_no, undoes, reason,
      actor_id, actor_name, at)
    select county_id, ${newId()}, division_id, level, kind, -fen, on_day, document_no, id, ${reason},
      ${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}
    from fund_received where county_id = ${countyId} and id = ${id}`.execute(db);
  await note(db, ctx, place, 'fund.undo', id);
}

export interface FundLine {
  readonly id: string;
  readonly level: FundLevel;
  readonly kind: FundKind;
  readonly fen: number;
  readonly onDay: string;
  readonly documentNo: string | null;
  readonly papers: number;
  readonly by: string;
  /** Why it was taken back; null where it counts. */
  readonly undoneBecause: string | null;
}

/** Money that arrived in a year, newest first; a line that was taken back stands once, with its reason. */
export async function listFunds(
  db: Db,
  place: { readonly countyId: number; readonly divisionIds: readonly string[] },
  year: number,
): Promise<readonly FundLine[]> {
  const { rows } = await sql<
    FundLine & { fen: number | string }
  >`select f.id, f.level, f.kind, f.fen, f.on_day as "onDay",
      f.document_no as "documentNo", ${paperCount('fund', sql`f.id`, sql`f.county_id`)} as papers, f.actor_name as by,
      u.reason as "undoneBecause"
    from fund_received f left join fund_received u on u.county_id = f.county_id and u.undoes = f.id
    where f.county_id = ${place.countyId} and f.division_id = any(${place.divisionIds}) and f.undoes is null
      and f.on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
    order by f.on_day desc, f.at desc`.execute(db);
  return rows.map((row) => ({ ...row, fen: Number(row.fen) }));
}

export interface FundSum {
  readonly level: FundLevel;
  readonly kind: FundKind;
  readonly fen: number;
}

/** Sums by level and kind of the lines that count. */
export function sumFunds(lines: readonly FundLine[]): readonly FundSum[] {
  const sums = new Map<string, FundSum>();
  for (const { level, kind, fen, undoneBecause } of lines) {
    if (undoneBecause !== null) continue;
    const key = `${level} ${kind}`;
    sums.set(key, { level, kind, fen: fen + (sums.get(key)?.fen ?? 0) });
  }
  return [...sums.values()].sort(
    (a, b) =>
      FUND_KINDS.indexOf(a.kind) - FUND_KINDS.indexOf(b.kind) ||
      FUND_LEVELS.indexOf(a.level) - FUND_LEVELS.indexOf(b.level),
  );
}
