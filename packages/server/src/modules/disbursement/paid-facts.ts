import { type RawBuilder, sql } from 'kysely';
import { type FigureScope, inYear, liveIn } from '../../platform/contract/indicator.ts';
import { peopleIn } from '../registry/index.ts';
import type { AwardKind } from './award.ts';
import { PENSIONS } from './claim.ts';

const PLACED = sql`1 as version, null::uuid as import_id, null::text as source_sheet, null::int as source_row`;

/** SQL: the first of these rights in the appendix's order; `otherwise` where none of them is in it. */
const firstOf = (kinds: RawBuilder<unknown>, words: RawBuilder<unknown>, otherwise: string) =>
  sql`coalesce((select k.word from unnest(${words}) with ordinality as k(word, place)
    where k.word = any(${kinds}) order by k.place limit 1), ${sql.lit(otherwise)})`;

/**
 * SQL: what the bank paid or took back, each on its day in the books: what became known after a month was closed counts
 * on the first day of the next open one, as in the view of the ledger, so that figures of closed months do not move.
 */
const bookedEvents = (scope: FigureScope) => sql`(select e.county_id, e.line_id, e.state,
    greatest(e.on_day, (select max(make_date((p.month + 1) / 12, (p.month + 1) % 12 + 1, 1)) from period_close p
      where p.county_id = b.county_id and p.division_id = b.division_id and p.at < e.at)) as day
  from line_event e join pay_line b on b.county_id = e.county_id and b.id = e.line_id
  where e.county_id = ${scope.countyId}::int and e.state in ('paid', 'taken_back'))`;

/**
 * SQL: pensions paid by batches, as rows of the same shape as imported payments. A line counts on the day the bank
 * paid it, before what was set off, and no more once it was taken back; what came in for claims is subtracted on
 * its day, in cash or set off.
 */
export function livePensions(
  scope: FigureScope,
  words: RawBuilder<unknown>,
  otherwise: string,
): RawBuilder<unknown> {
  const here = (alias: string) => sql`${sql.ref(`${alias}.county_id`)} = ${scope.countyId}::int
    and ${sql.ref(`${alias}.division_id`)} = any(${scope.divisionIds}::uuid[])`;
  return sql`
    select 'payLine' as kind, l.id, m.day, p.name as label, '批次 ' || b.number as detail, false as estimated,
      l.division_id, ${PLACED}, true as is_pension, (m.n * i.fen)::bigint as fen, m.n > 0 as is_paid,
      false as is_recovery, coalesce(q.who, l.person_id::text) as who, ${firstOf(sql`i.kinds`, words, otherwise)}
    from (select e.county_id, e.line_id, max(e.day) as day, sum(case e.state when 'paid' then 1 else -1 end) as n
      from ${bookedEvents(scope)} e where ${inYear(scope, 'e.day')} group by 1, 2) m
    join pay_line l on l.county_id = m.county_id and l.id = m.line_id and ${here('l')}
    join batch b on b.county_id = l.county_id and b.id = l.batch_id and b.kind = ${sql.lit(PENSIONS)}
    join person p on p.county_id = l.county_id and p.id = l.person_id
    left join ${peopleIn(scope)} q on q.person_id = l.person_id
    join lateral (select sum(x.fen) as fen, array_agg(a.kind) as kinds from line_item x
      join accrual a on a.county_id = x.county_id and a.id = x.accrual_id
      where x.county_id = l.county_id and x.line_id = l.id) i on true
    where m.n <> 0
    union all
    select 'recovery', r.id, m.day, p.name, '追回', false, r.division_id, ${PLACED}, true, -r.fen, false, true,
      coalesce(q.who, c.person_id::text), ${firstOf(sql`array[a.kind]`, words, otherwise)}
    from recovery r join claim c on c.county_id = r.county_id and c.id = r.claim_id
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id and a.ref = ''
    join person p on p.county_id = c.county_id and p.id = c.person_id
    left join ${peopleIn(scope)} q on q.person_id = c.person_id
    cross join lateral (select case r.kind when 'cash' then r.on_day else (select min(e.day) from line_item x
        join ${bookedEvents(scope)} e on e.line_id = x.line_id and e.state = 'paid'
        where x.county_id = r.county_id and x.recovery_id = r.id) end as day) m
    where ${here('r')} and r.kind in ('cash', 'offset') and ${inYear(scope, 'm.day')}
      and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)`;
}

/**
 * SQL table: imported payments that say again what batches paid — as much for the same person and months, of what is
 * with him on the day. Whoever brings in a county's list of a year that was paid here has not paid twice.
 */
export function importedAgain(scope: FigureScope): RawBuilder<unknown> {
  const town = (alias: string) => sql`${sql.ref(`${alias}.county_id`)} = ${scope.countyId}::int
    and ${sql.ref(`${alias}.division_id`)} = any(${scope.divisionIds}::uuid[])`;
  return sql`(
    with people as materialized (select * from ${peopleIn(scope)} p), months as materialized (
      select coalesce(q.root_id, a.person_id) as root, a.month, sum(i.fen) as fen
      from line_event e join pay_line l on l.county_id = e.county_id and l.id = e.line_id and ${town('l')}
      join line_item i on i.county_id = l.county_id and i.line_id = l.id
      join accrual a on a.county_id = i.county_id and a.id = i.accrual_id and a.ref = ''
      left join people q on q.person_id = a.person_id
      where e.county_id = ${scope.countyId}::int and e.state = 'paid' and e.on_day <= ${scope.to}::date
        and not exists (select from line_event t where t.county_id = e.county_id and t.line_id = e.line_id
          and t.state = 'taken_back' and t.on_day <= ${scope.to}::date)
      group by 1, 2
    )
    select h.id from paid_line h join people p on p.person_id = h.person_id
    join months m on m.root = p.root_id and m.month between h.from_month and h.to_month
    where ${liveIn(scope, 'h')} and h.to_month >= (select min(month) from months) group by h.id, h.amount_fen
    having sum(m.fen) = h.amount_fen
  )`;
}

/**
 * SQL table: every line of a batch that paid one-off money of a kind, by the decision behind it. `day` and `fen` are of
 * the year asked for — less than nothing where the bank took it back, null where the line did nothing in it; `stands`
 * says whether the money is with the payee at the end of it.
 */
export function liveAwards(scope: FigureScope, kind: AwardKind): RawBuilder<unknown> {
  return sql`(
    select l.id, l.division_id, m.day, p.name, '批次 ' || b.number as detail, (m.n * sum(i.fen))::bigint as fen,
      m.stands, w.id as award_id, w.source_kind, w.source_id, w.month, w.fen as award_fen,
      coalesce(q.who, w.person_id::text) as who
    from award w
    join accrual a on a.county_id = w.county_id and a.person_id = w.person_id and a.kind = w.kind and a.ref = w.id::text
    join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
    join pay_line l on l.county_id = i.county_id and l.id = i.line_id
    join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join lateral (select max(e.day) filter (where ${inYear(scope, 'e.day')}) as day, sum(d.n) > 0 as stands,
        nullif(sum(d.n) filter (where ${inYear(scope, 'e.day')}), 0) as n
      from ${bookedEvents(scope)} e cross join lateral (select case e.state when 'paid' then 1 else -1 end as n) d
      where e.line_id = l.id and e.day <= ${scope.to}::date having count(*) > 0) m on true
    join person p on p.county_id = w.county_id and p.id = w.person_id
    left join ${peopleIn(scope)} q on q.person_id = w.person_id
    where w.county_id = ${scope.countyId}::int and w.division_id = any(${scope.divisionIds}::uuid[])
      and w.kind = ${sql.lit(kind)}
    group by l.id, l.division_id, m.day, p.name, b.number, m.n, m.stands, w.id, w.source_kind, w.source_id, w.month,
      w.fen, q.who, w.person_id
  )`;
}
