import { sql } from 'kysely';
import type { PersonColumn } from '../../platform/contract/person.ts';
import { timelineOf } from '../../platform/records/timeline.ts';
import { aidCaseKind, visitKind } from './sheets.ts';

export const visitTimeline = timelineOf(visitKind, '走访', {
  day: sql`r.visited_on`,
  text: sql`concat_ws('　', r.mode, r.festival, r.situation, case when r.signed then '已签收' end)`,
  amount: sql`r.gift_fen`,
});

export const aidTimeline = timelineOf(aidCaseKind, '帮扶', {
  day: sql`r.opened_on`,
  text: sql`concat_ws('　', r.appeal, r.measure, case when r.closed_on is null then '未办结'
    else r.closed_on::text || ' 办结' end, r.result)`,
  amount: sql`r.amount_fen`,
});

/** 上次走访. Uses visit_person. */
export const lastVisit: PersonColumn = (countyId, personId) => sql`(select max(w.visited_on) from visit w
  where w.county_id = ${countyId} and w.person_id = ${personId} and w.voided_at is null)`;
