import { type Day, type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type Finding, findingOf } from './finding.ts';
import type { BookPlace } from './paid-book.ts';
import type { Named } from './queries.ts';
import type { Years } from './run.ts';
import type { SpotAnswer } from './spot.ts';
import { yuan } from './words.ts';

/** A payee who was drawn, and what he said last. */
export interface Called extends Named {
  readonly lineId: string;
  readonly number: string;
  readonly month: Month;
  readonly fen: number;
  readonly answer: SpotAnswer;
  readonly toldFen: number | null;
  readonly calledOn: Day;
  readonly remark: string | null;
  readonly seed: string;
  readonly by: string;
}

/** The last word of every line of batches of months from…to that somebody called about, by batch. */
export async function callsIn(
  db: Db,
  { countyId, divisionIds }: BookPlace,
  from: Month,
  to: Month,
): Promise<readonly Called[]> {
  const { rows } = await sql<Called>`select * from (select distinct on (c.line_id) p.id, p.name,
      p.identity_sealed as "identitySealed", l.id as "lineId", b.number, b.pay_month as month, l.fen, c.answer,
      c.told_fen as "toldFen", c.called_on as "calledOn", c.remark, c.seed, c.actor_name as by
    from spot_call c join pay_line l on l.county_id = c.county_id and l.id = c.line_id
    join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where c.county_id = ${countyId} and c.division_id = any(${divisionIds}::uuid[])
      and b.pay_month between ${from} and ${to}
    order by c.line_id, c.at desc, c.id desc) x order by x.month, x.number, x."lineId"`.execute(db);
  return rows;
}

/** Payees of the years' batches who were reached by telephone, and those whose answer does not agree with the books. */
export async function checkSpots(
  db: Db,
  keys: Keys,
  place: BookPlace,
  { first, last }: Years,
): Promise<{ readonly calls: number; readonly findings: readonly Finding[] }> {
  const all = await callsIn(db, place, monthOf(first, 1), monthOf(last, 12));
  const reached = all.filter(({ answer }) => answer !== 'unreached');
  const findings = reached.filter(({ answer }) => answer !== 'agrees').map((row) => differing(row, keys));
  return { calls: reached.length, findings };
}

function differing(row: Called, keys: Keys): Finding {
  const { number, month, fen, toldFen, calledOn, remark, lineId } = row;
  const said = toldFen === null ? '没有收到' : `收到 ${yuan(toldFen)}`;
  const more = remark === null ? '' : `${remark}。`;
  const reason = `${number} 发 ${yuan(fen)}，${calledOn} 打电话，本人说${said}。${more}请核对银行流水和账户。`;
  const money = { expectedFen: fen, actualFen: toldFen ?? 0 };
  return findingOf(
    {
      code: 'payee_differs',
      severity: 'look',
      from: month,
      to: month,
      ...money,
      reason,
      source: null,
      payments: [],
    },
    row,
    keys,
    lineId,
  );
}
