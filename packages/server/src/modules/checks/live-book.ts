import { CATEGORIES } from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';

interface Place {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** Names a payment of each right bears in 发放记录, as its auditor reads them. */
const ITEMS: Readonly<Record<string, string>> = {
  disability: '残疾抚恤金',
  survivor: '定期抚恤金',
  ruralVeteran: '农村籍退役士兵老年生活补助',
};

const itemOf = (category: string): string =>
  ITEMS[CATEGORIES[category]?.benefit ?? ''] ?? `${category}生活补助`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const ITEM_SQL = `case a.kind ${Object.keys(CATEGORIES)
  .map((category) => `when ${quoted(category)} then ${quoted(itemOf(category))}`)
  .join(' ')} else a.kind || '生活补助' end`;

/** SQL text: a column lies in the townships of a place. Ids are checked to be what they are before they stand in it. */
export function inTowns(column: string, { divisionIds }: Place): string {
  const ids = divisionIds.filter((id) => /^[0-9a-f-]{36}$/.test(id)).map(quoted);
  return ids.length > 0 ? `${column} in (${ids.join(', ')})` : 'false';
}

/** SQL text: the money of a line is with its payee. What is on its way to him is not paid yet; silence never is. */
const STANDS = `e.state = 'paid' and not exists (select from line_event t where t.county_id = e.county_id
  and t.line_id = e.line_id and t.state = 'taken_back')`;

/**
 * SQL text without parameters, for COPY: what batches paid to each person for each month of a right, before anything
 * was set off, and what he gave back, as 扣回 in the month it had been paid for. Columns `person_id, kind, id, item,
 * month, fen, day, number`; `months` narrows the first part only, for money that came back may make up for any month.
 */
export function livePayments(place: Place, months?: { readonly from: Month; readonly to: Month }): string {
  const county = Math.trunc(place.countyId);
  const within = months === undefined ? '' : `and a.month between ${months.from} and ${months.to}`;
  return `select a.person_id, 'payLine' as kind, l.id, ${ITEM_SQL} as item, a.month, sum(i.fen) as fen, e.on_day as day, b.number
    from line_event e join pay_line l on l.county_id = e.county_id and l.id = e.line_id and ${inTowns('l.division_id', place)}
    join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join accrual a on a.county_id = i.county_id and a.id = i.accrual_id and a.ref = '' ${within}
    where e.county_id = ${county} and ${STANDS}
    group by a.person_id, l.id, a.kind, a.month, e.on_day, b.number
    union all
    select a.person_id, 'recovery', r.id, '扣回', a.month, -r.fen, coalesce(o.day, r.on_day), coalesce(r.receipt_no, o.number)
    from recovery r join claim c on c.county_id = r.county_id and c.id = r.claim_id
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id and a.ref = ''
    left join lateral (select e.on_day as day, b.number from line_item i
      join pay_line l on l.county_id = i.county_id and l.id = i.line_id
      join batch b on b.county_id = l.county_id and b.id = l.batch_id
      join line_event e on e.county_id = l.county_id and e.line_id = l.id and ${STANDS}
      where i.county_id = r.county_id and i.recovery_id = r.id) o on true
    where r.county_id = ${county} and ${inTowns('r.division_id', place)}
      and (r.kind = 'cash' or r.kind = 'offset' and o.day is not null)
      and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)`;
}
