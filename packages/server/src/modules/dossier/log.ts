import { firstDay, lastDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import type { DossierScope } from './scope.ts';

interface LogRow {
  readonly seq: number | null;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly kind: string | null;
  readonly record: string | null;
  readonly detail: string;
  readonly hash: string | null;
}

const COLUMNS = [
  { header: '封存号', kind: 'number', width: 10 },
  { header: '时间', width: 22 },
  { header: '办理人' },
  { header: '动作', width: 20 },
  { header: '记录类别' },
  { header: '记录编号', kind: 'code', width: 40 },
  { header: '内容', width: 60 },
  { header: '封存散列', kind: 'code', width: 66 },
] as const;

/** 日志: what was done in the months at the place, with the number and hash each line was sealed under. */
export function logSheet({ tx, countyId, divisionIds, from, to }: DossierScope): WriteSheet {
  async function* rows() {
    const { rows: found } = await sql<LogRow>`select s.seq,
        to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, e.actor_name as actor, e.action,
        e.record_kind as kind, e.record_id as record, e.detail::text as detail, encode(s.hash, 'hex') as hash
      from audit_event e left join audit_seal s on s.county_id = e.county_id and s.event_id = e.id
      where e.county_id = ${countyId} and (e.division_id = any(${divisionIds}::uuid[]) or e.division_id is null)
        and e.office_day between ${firstDay(from)} and ${lastDay(to)}
        and e.action not in ('person.look', 'session.open', 'session.close')
      order by s.seq nulls last, e.at, e.id`.execute(tx);
    for (const row of found)
      yield [
        ...[row.seq, row.at, row.actor, row.action, row.kind, row.record, row.detail, row.hash],
      ] as readonly WriteValue[];
  }
  return { name: '日志', columns: COLUMNS, rows: rows() };
}
