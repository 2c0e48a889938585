import { sql } from 'kysely';
import {
  type FactBase,
  type FigureScope,
  type IndicatorDef,
  inYear,
} from '../../platform/contract/indicator.ts';
import { monthNumber, peopleIn } from '../registry/index.ts';
import { PENSIONS } from './claim.ts';

const ABSENT = '当年没有由批次发放的记录';
/** Why a line was stopped before the bank: a report about its person, an answer to an exception, facts that changed. */
const CAUGHT = ['hold', 'answered', 'facts_changed'] as const;

const inPlace = (
  scope: FigureScope,
  alias: string,
) => sql`${sql.ref(`${alias}.county_id`)} = ${scope.countyId}::int
  and ${sql.ref(`${alias}.division_id`)} = any(${scope.divisionIds}::uuid[])`;

/** SQL: items of pension lines whose money is with the payee on a day, by the registration that counts. */
const itemsPaid = (scope: FigureScope) => sql`
  select l.id, l.county_id, l.division_id, l.person_id, b.number, e.on_day as day, i.fen, a.kind, a.month,
    a.seq = 1 and a.component = 'base' as is_regular, coalesce(q.root_id, a.person_id) as root
  from line_event e
  join pay_line l on l.county_id = e.county_id and l.id = e.line_id and ${inPlace(scope, 'l')}
  join batch b on b.county_id = l.county_id and b.id = l.batch_id and b.kind = ${sql.lit(PENSIONS)}
  join line_item i on i.county_id = l.county_id and i.line_id = l.id
  join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
  left join people q on q.person_id = a.person_id
  where e.county_id = ${scope.countyId}::int and e.state = 'paid' and e.on_day <= ${scope.to}::date
    and not exists (select from line_event t where t.county_id = e.county_id and t.line_id = e.line_id
      and t.state = 'taken_back' and t.on_day <= ${scope.to}::date)`;

/** SQL: what came in for claims up to a day, by the right and month it was paid for. */
const itemsRecovered = (scope: FigureScope) => sql`
  select coalesce(q.root_id, a.person_id) as root, a.kind, a.month, -r.fen as fen
  from recovery r join claim c on c.county_id = r.county_id and c.id = r.claim_id
  join accrual a on a.county_id = c.county_id and a.id = c.accrual_id and a.ref = ''
  left join people q on q.person_id = a.person_id
  where ${inPlace(scope, 'r')} and r.kind in ('cash', 'offset') and r.on_day <= ${scope.to}::date
    and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)
    and (r.kind = 'cash' or exists (select from line_item i join sent s on s.county_id = i.county_id and s.id = i.line_id
      where i.county_id = r.county_id and i.recovery_id = r.id))`;

/**
 * Lines of pensions that batches paid in the year. One is as the standard says when of every right and month in it as
 * much has been paid, less what was recovered, as is due by what was known on the day; one is in time when the first
 * posting of no month in it was paid after that month.
 */
const paidLines: FactBase = {
  name: 'paidLines',
  span: 'flow',
  kinds: ['payLine'],
  sheets: ['发放'],
  absent: ABSENT,
  rows: (scope) => sql`
    with people as materialized (select * from ${peopleIn(scope)} p), sent as materialized (${itemsPaid(scope)}),
    paid as (select root, kind, month, sum(fen) as fen from (
      select root, kind, month, fen from sent union all ${itemsRecovered(scope)}) x group by 1, 2, 3),
    due as (select coalesce(q.root_id, a.person_id) as root, a.kind, a.month, sum(a.fen) as fen
      from accrual a left join people q on q.person_id = a.person_id
      where ${inPlace(scope, 'a')} and a.ref = '' and a.cause <> 'opening' and a.posted_on <= ${scope.asOf}::date
        and a.month >= (select min(month) from sent) group by 1, 2, 3)
    select 'payLine' as kind, s.id, s.day, p.name as label, '批次 ' || s.number as detail, false as estimated,
      s.division_id, 1 as version, null::uuid as import_id, null::text as source_sheet, null::int as source_row,
      bool_and(paid.fen = coalesce(due.fen, 0)) as is_standard,
      not bool_or(s.is_regular and s.month < ${monthNumber(sql`s.day`)}) as is_timely
    from sent s join paid on (paid.root, paid.kind, paid.month) = (s.root, s.kind, s.month)
    left join due on (due.root, due.kind, due.month) = (s.root, s.kind, s.month)
    join person p on p.county_id = s.county_id and p.id = s.person_id
    where ${inYear(scope, 's.day')} group by s.id, s.day, p.name, s.number, s.division_id`,
};

/** Lines of every batch opened in the year, with the first day on which one was stopped before the bank. */
const checkedLines: FactBase = {
  name: 'checkedLines',
  span: 'flow',
  kinds: ['payLine'],
  sheets: ['发放'],
  absent: ABSENT,
  rows: (scope) => sql`
    select 'payLine' as kind, l.id, coalesce(h.day, o.office_day) as day, p.name as label,
      '批次 ' || b.number || coalesce('　' || h.reason, '') as detail, false as estimated, l.division_id, 1 as version,
      null::uuid as import_id, null::text as source_sheet, null::int as source_row, h.day is not null as is_caught
    from batch b join batch_event o on o.county_id = b.county_id and o.batch_id = b.id and o.seq = 1
    join pay_line l on l.county_id = b.county_id and l.batch_id = b.id and ${inPlace(scope, 'l')}
    join person p on p.county_id = l.county_id and p.id = l.person_id
    left join lateral (select min(e.on_day) as day, min(e.reason) as reason from line_event e
      where e.county_id = l.county_id and e.line_id = l.id and e.state = 'held' and e.on_day <= ${scope.to}::date
        and e.code in (${sql.join(CAUGHT.map((code) => sql.lit(code)))})) h on true
    where b.county_id = ${scope.countyId}::int and ${inYear(scope, 'o.office_day')}`,
};

const EVERY = sql<boolean>`true`;
const ONE = sql<number>`1`;
const rate = { unit: '%', section: '四', kind: 'ratio', shape: 'ratio' } as const;

/** What batches did in time, by the standard, and what they did not pay because something was odd. */
export const batchIndicators: readonly IndicatorDef[] = [
  {
    ...{ ...rate, code: 'F04', name: '按时发放率' },
    definition:
      '当年由批次发放到账的抚恤补助中，每个月应发的基本部分都没有晚于当月月底到账的笔数，除以总笔数；标准提高等补发的差额不算迟发。导入的发放记录不在内。',
    fact: { base: paidLines, when: EVERY, weight: sql<number>`b.is_timely::int`, over: ONE },
  },
  {
    ...{ ...rate, code: 'F05', name: '标准符合率' },
    definition:
      '当年由批次发放到账的抚恤补助中，每项每月累计发放（已减追回）与截至日应发一致的笔数，除以总笔数；该补发、该追回而还没有办完的不算一致。导入的发放记录用「自查」核对，不在内。',
    fact: { base: paidLines, when: EVERY, weight: sql<number>`b.is_standard::int`, over: ONE },
  },
  {
    ...{ code: 'F06', name: '异常拦截笔数', unit: '笔', section: '四', kind: 'sum', shape: 'count' },
    definition:
      '当年批次中送银行以前拦下的笔数：有去世等报告、例外答复缓发、批准后事实变了的；没有账号的不算。',
    fact: { base: checkedLines, when: sql<boolean>`b.is_caught` },
  },
];
