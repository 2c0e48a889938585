import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { paperCount } from '../../platform/records/proof.ts';
import { UNPAID_CATEGORIES } from '../registry/index.ts';
import { lastPaid } from './timeline.ts';

export interface SlipScope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** A slip as both offices see it. */
export interface SlipLine {
  readonly id: string;
  readonly direction: 'out' | 'in';
  /** Another office of this county has sent it here and nobody has accepted it yet. */
  readonly toAccept: boolean;
  readonly personId: string;
  readonly name: string;
  readonly village: string | null;
  readonly categories: readonly string[];
  readonly office: string;
  readonly otherOffice: string;
  readonly slipOn: string;
  readonly paidThrough: string;
  readonly documentNo: string | null;
  readonly state: 'sent' | 'accepted' | 'withdrawn' | 'voided';
  readonly endedOn: string | null;
  readonly endedBy: string | null;
  readonly remark: string | null;
  readonly papers: number;
  /** Months between the last one paid elsewhere and the first due here; null where they join or nothing is known. */
  readonly gap: { readonly from: string; readonly to: string } | null;
  /** A correction that waits for a second person; null when none does. */
  readonly asked: {
    readonly reason: string;
    readonly by: string;
    readonly on: string;
    /** The right month; null when he did not move in at all. */
    readonly paidThrough: string | null;
  } | null;
}

interface Row extends Omit<SlipLine, 'paidThrough' | 'gap' | 'asked'> {
  readonly paid: Month;
  readonly first: Month | null;
  readonly askedWhy: string | null;
  readonly askedBy: string | null;
  readonly askedOn: string | null;
  readonly askedMonth: Month | null;
}

const CATEGORIES_NOW = sql`array(select distinct s.category from spell s where s.county_id = t.county_id
  and s.person_id = t.person_id and s.voided_at is null and s.category <> all(${UNPAID_CATEGORIES as string[]}) order by 1)`;

/** The first month on our roll after what the other office paid, for a slip that came in. */
const FIRST_HERE = sql`case when t.direction = 'in' then (select min(s.from_month) from spell s
  where s.county_id = t.county_id and s.person_id = t.person_id and s.voided_at is null
    and s.category <> all(${UNPAID_CATEGORIES as string[]}) and (s.stop_month is null or s.stop_month > t.paid_through + 1)) end`;

function lineOf(read: Row): SlipLine {
  const { paid, first, askedWhy, askedBy, askedOn, askedMonth, ...row } = read;
  const next = (paid + 1) as Month;
  const gap =
    first !== null && first > next ? { from: monthText(next), to: monthText((first - 1) as Month) } : null;
  const asked = askedWhy === null ? null : { reason: askedWhy, by: askedBy ?? '', on: askedOn ?? '' };
  return {
    ...{ ...row, paidThrough: monthText(paid), gap: row.state === 'voided' ? null : gap },
    asked: asked && { ...asked, paidThrough: askedMonth === null ? null : monthText(askedMonth) },
  };
}

/** Every slip of some townships and those that other townships of the county sent to them, waiting ones first. */
export async function listSlips(db: Db, { countyId, divisionIds }: SlipScope): Promise<readonly SlipLine[]> {
  const isOther = sql`coalesce(t.state = 'sent' and t.other_division_id = any(${divisionIds}), false)`;
  const { rows } =
    await sql<Row>`select t.id, t.direction, ${isOther} as "toAccept", p.id as "personId", p.name,
      v.name as village, ${CATEGORIES_NOW} as categories, d.name as office, t.other_office as "otherOffice",
      t.slip_on as "slipOn", t.paid_through as paid, t.document_no as "documentNo", t.state,
      t.ended_on as "endedOn", t.ended_by as "endedBy", t.remark,
      ${paperCount('transfer', sql`t.id`, sql`t.county_id`)} as papers, ${FIRST_HERE} as first,
      k.reason as "askedWhy", k.actor_name as "askedBy", k.office_day::text as "askedOn",
      k.paid_through as "askedMonth"
    from transfer_slip t join person p on p.county_id = t.county_id and p.id = t.person_id
    join division d on d.county_id = t.county_id and d.id = t.division_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join lateral (select * from slip_void x where x.county_id = t.county_id and x.slip_id = t.id
      order by x.seq desc limit 1) k on k.step = 'asked'
    where t.county_id = ${countyId} and (t.division_id = any(${divisionIds}) or ${isOther})
    order by t.state = 'sent' desc, t.slip_on desc, t.at desc, t.id desc`.execute(db);
  return rows.map(lineOf);
}

/** 已发至, for a slip: the last month paid or on its way through the bank. Undefined when nothing was ever paid. */
export async function paidThroughOf(
  db: Db,
  countyId: number,
  registrations: readonly string[],
): Promise<Month | undefined> {
  const { rows } = await sql<{
    month: Month | null;
  }>`select ${lastPaid(sql`${countyId}`, (personId) => sql`${personId} = any(${registrations}::uuid[])`)} as month`.execute(
    db,
  );
  return rows[0]?.month ?? undefined;
}
