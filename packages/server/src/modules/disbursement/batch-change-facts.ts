import type { Day, Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { BatchHead } from './batch-find.ts';
import type { Previous } from './batch-previous.ts';
import { monthsText } from './line-list.ts';

/** What the roll and the steps of the lines say of why somebody is paid otherwise than before. */
export interface ChangeFacts {
  readonly village: string | null;
  readonly categories: string;
  readonly diedOn: Day | null;
  /** The newest right: its first month, when it was approved, the first month no longer due and why. */
  readonly fromMonth: Month | null;
  readonly approvedOn: Day | null;
  readonly stopMonth: Month | null;
  readonly stopReason: string | null;
  /** Drew money in a batch before the one compared with: comes back rather than begins. */
  readonly stoppedBefore: boolean;
  /** `2017-10～2017-12`; null when nothing of months before is paid. */
  readonly lateMonths: string | null;
  /** Something was tried before and failed. */
  readonly isReissued: boolean;
  readonly heldBefore: boolean;
  readonly releasedOn: Day | null;
  readonly releaseReason: string | null;
  /** Since when the account is registered that is paid instead of another; null when it is the same. */
  readonly accountSince: Day | null;
  readonly accountWas: Buffer | null;
}

interface FactsRow extends Omit<ChangeFacts, 'lateMonths'> {
  readonly personId: string;
  readonly first: Month | null;
  readonly last: Month | null;
}

/** SQL: the line by which a person was paid in the month compared with, and how it ended. */
const lineBefore = (countyId: number, batch: BatchHead, previous: Previous | undefined) => sql`
  select x.id, x.account_id, x.account_version, exists (select from line_event h where h.county_id = x.county_id
      and h.line_id = x.id and h.state = 'held') and (select h.state from line_event h where h.county_id = x.county_id
      and h.line_id = x.id order by h.seq desc limit 1) in ('held', 'cancelled') as held
  from pay_line x join batch pb on pb.county_id = x.county_id and pb.id = x.batch_id
  where x.county_id = ${countyId} and x.person_id = p.id and pb.division_id = ${batch.divisionId}
    and pb.kind = ${batch.kind} and pb.pay_month = ${previous?.source === 'batch' ? previous.month : null}::int
    and (select e.state from batch_event e where e.county_id = pb.county_id and e.batch_id = pb.id
      order by e.seq desc limit 1) <> 'cancelled'
  order by pb.number desc limit 1`;

/** Facts behind the changes of these people, by village and name as on the other sheets. */
export async function changeFacts(
  db: Db,
  batch: BatchHead & { readonly countyId: number },
  previous: Previous | undefined,
  ids: readonly string[],
  isMore: boolean,
): Promise<ReadonlyMap<string, ChangeFacts>> {
  const { countyId } = batch;
  const isImported = previous?.source === 'import';
  const until = previous?.month ?? null;
  const { rows } = await sql<FactsRow>`select p.id as "personId", v.name as village, p.died_on as "diedOn",
      coalesce((select string_agg(distinct c.category, '、') from spell c where c.county_id = p.county_id
        and c.person_id = p.id and c.voided_at is null), '') as categories,
      s.from_month as "fromMonth", s.approved_on as "approvedOn", s.stop_month as "stopMonth",
      s.stop_reason as "stopReason",
      exists (select from pay_line o join batch ob on ob.county_id = o.county_id and ob.id = o.batch_id
        where o.county_id = p.county_id and o.person_id = p.id and ob.kind = ${batch.kind}
          and ob.pay_month < ${until}::int) as "stoppedBefore",
      d.first, d.last, coalesce(d.reissued, false) as "isReissued", coalesce(b.held, false) as "heldBefore",
      r.on_day as "releasedOn", r.reason as "releaseReason",
      case when b.account_id is not null and (b.account_id, b.account_version) <> (l.account_id, l.account_version)
        or ${isImported} and not (a.origin = 'import' and a.version = 1) then a.since end as "accountSince", w.account_sealed as "accountWas"
    from unnest(${ids}::uuid[]) t(id) join person p on p.county_id = ${countyId} and p.id = t.id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join lateral (select from_month, approved_on, stop_month, nullif(stop_reason, '') as stop_reason from spell c
      where c.county_id = p.county_id and c.person_id = p.id and c.voided_at is null
      order by c.from_month desc limit 1) s on true
    left join lateral (select x.* from pay_line x where x.county_id = p.county_id and x.person_id = p.id
      and x.batch_id = ${batch.id} order by x.ordinal limit 1) l on true
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    left join lateral (select min(c.month) as first, max(c.month) as last, bool_or(i.attempt > 1) as reissued
      from line_item i join accrual c on c.county_id = i.county_id and c.id = i.accrual_id
      where i.county_id = l.county_id and i.line_id = l.id and (${isMore} or c.month < ${batch.payMonth})) d on true
    left join lateral (select on_day, reason from line_event e where e.county_id = l.county_id and e.line_id = l.id
      and e.state = 'released' order by e.seq desc limit 1) r on true
    left join lateral (${lineBefore(countyId, batch, previous)}) b on true
    left join pay_account w on w.county_id = ${countyId} and w.id = b.account_id and w.version = b.account_version
    order by v.name nulls last, p.name_pinyin, p.name, p.id`.execute(db);
  return new Map(
    rows.map(({ personId, first, last, ...facts }) => [
      personId,
      { ...facts, lateMonths: first === null || last === null ? null : monthsText(first, last) },
    ]),
  );
}
