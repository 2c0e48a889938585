import { sql } from 'kysely';
import type { TimelineEntry, TimelineSource } from '../../platform/contract/person.ts';
import { timelineOf } from '../../platform/records/timeline.ts';
import { spellKind } from './sheets.ts';

const monthStart = (column: string) =>
  sql`make_date(${sql.ref(column)} / 12, ${sql.ref(column)} % 12 + 1, 1)`;

const beginnings = timelineOf(spellKind, '身份', {
  day: sql`coalesce(r.approved_on, ${monthStart('r.from_month')})`,
  text: sql`concat_ws('　', r.category, case when r.grade is not null then r.grade || '级' end, r.disability_cause,
    to_char(${monthStart('r.from_month')}, 'YYYY-MM') || ' 起享受')`,
});

const endings = timelineOf(spellKind, '身份', {
  day: sql`${monthStart('r.stop_month')}`,
  text: sql`concat_ws('　', r.category, to_char(${monthStart('r.stop_month')}, 'YYYY-MM') || ' 起停止', r.stop_reason)`,
});

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly day: string;
  readonly text: string;
}

function plain(type: TimelineEntry['type']): (row: Row) => TimelineEntry {
  return ({ id, kind, day, text }) => ({
    day,
    type,
    text,
    amountFen: null,
    record: { kind, id },
    papers: 0,
    source: null,
  });
}

/** A death stands in every right of the person and is told once. */
const deaths: TimelineSource = async (db, { countyId, personIds }) => {
  const { rows } =
    await sql<Row>`select distinct on (r.died_on) r.id, 'spell' as kind, r.died_on::text as day,
      concat_ws('　', '去世', r.death_cause) as text
    from spell r where r.county_id = ${countyId} and r.person_id = any(${personIds}) and r.voided_at is null
      and r.died_on is not null order by r.died_on, r.death_cause nulls last, r.id`.execute(db);
  return rows.map(plain('身份'));
};

const HISTORY_ON = sql`(h.superseded_at at time zone 'Asia/Shanghai')::date`;

const corrections: TimelineSource = async (db, { countyId, personIds }) => {
  const { rows } = await sql<Row>`select s.id, 'spell' as kind, ${HISTORY_ON}::text as day,
      concat_ws('　', case when h.superseding_import is null then '更正' else '导入更新' end, h.reason, h.superseded_by) as text
    from record_history h join spell s on s.county_id = h.county_id and s.id = h.record_id
    where h.county_id = ${countyId} and h.record_kind = 'spell' and s.person_id = any(${personIds})
    union all select c.id, 'change', coalesce((c.decided_at at time zone 'Asia/Shanghai')::date, c.asked_on)::text,
      concat_ws('　', case c.change_type when 'correct' then '更正' when 'void' then '作废' end, c.reason,
        case when c.state = 'waiting' then '待核' when c.state = 'accepted' then '已核实'
          when c.change_type in ('correct', 'void') then '已退回：' || c.decided_reason
          else '误报已恢复：' || c.decided_reason end)
    from change_request c where c.county_id = ${countyId} and c.person_id = any(${personIds})`.execute(db);
  return rows.map(plain('变更'));
};

const papers: TimelineSource = async (db, { countyId, personIds }) => {
  const { rows } =
    await sql<Row>`select distinct p.id, 'paper' as kind, p.signed_on::text as day, p.title as text
    from evidence e join spell s on s.county_id = e.county_id and s.id = e.record_id
    join paper p on p.county_id = e.county_id and p.id = e.paper_id and p.voided_at is null
    where e.county_id = ${countyId} and e.record_kind = 'spell' and e.removed_at is null
      and s.person_id = any(${personIds})`.execute(db);
  return rows.map(plain('材料'));
};

/** What the roll itself tells of a person: rights beginning and ending, death, corrections, papers. */
export const registryTimeline: readonly TimelineSource[] = [beginnings, endings, deaths, corrections, papers];
