import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import { BATCH_STATE_WORDS, type BatchState } from '../disbursement/index.ts';
import { accountFor, type DossierScope, identityFor, yuan } from './scope.ts';
import { LINE_WORDS, signed } from './words.ts';

interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly place: string;
  readonly kind: string;
  readonly payMonth: Month;
  readonly state: BatchState;
  readonly hash: string;
  readonly lines: number;
  readonly fen: number;
  readonly paidFen: number;
  readonly returnedFen: number;
  readonly transitFen: number;
  readonly heldFen: number;
  readonly cancelledFen: number;
}

/** Batches of the months, with where the money of each lies now. */
export async function batchRows({ tx, countyId, divisionIds, from, to }: DossierScope) {
  const { rows } =
    await sql<BatchRow>`select b.id, b.number, d.name as place, b.kind, b.pay_month as "payMonth",
      e.state, encode(e.content_hash, 'hex') as hash, e.line_count as lines, e.total_fen as fen, m.*
    from batch b join division d on d.county_id = b.county_id and d.id = b.division_id
    join lateral (select * from batch_event x where x.county_id = b.county_id and x.batch_id = b.id
      order by x.seq desc limit 1) e on true
    join lateral (select coalesce(sum(l.fen) filter (where s.state = 'paid'), 0)::bigint as "paidFen",
        coalesce(sum(l.fen) filter (where s.state in ('returned', 'taken_back')), 0)::bigint as "returnedFen",
        coalesce(sum(l.fen) filter (where s.state = 'in_file'), 0)::bigint as "transitFen",
        coalesce(sum(l.fen) filter (where coalesce(s.state, 'held') in ('held', 'released')), 0)::bigint as "heldFen",
        coalesce(sum(l.fen) filter (where s.state = 'cancelled'), 0)::bigint as "cancelledFen"
      from pay_line l left join lateral (select state from line_event y where y.county_id = l.county_id
        and y.line_id = l.id order by y.seq desc limit 1) s on true
      where l.county_id = b.county_id and l.batch_id = b.id) m on true
    where b.county_id = ${countyId} and b.division_id = any(${divisionIds}::uuid[])
      and b.pay_month between ${from} and ${to}
    order by b.pay_month, b.number`.execute(tx);
  return rows;
}

/** 批次: each with the sum of its lines by where the money is; the five add up to the whole. */
export function batchSheet(batches: readonly BatchRow[]): WriteSheet {
  const columns = [
    ...['批次号', '单位', '项目', '发放月', '状态'].map((header) => ({ header })),
    { header: '笔数', kind: 'number' as const },
    ...['合计（元）', '已到账（元）', '退回（元）', '在途（元）', '未送银行（元）', '作废（元）'].map(
      (header) => ({ header, kind: 'money' as const }),
    ),
    { header: '签批内容的散列', kind: 'code' as const, width: 66 },
  ];
  const rows = batches.map((row): readonly WriteValue[] => [
    ...[row.number, row.place, row.kind, monthText(row.payMonth), BATCH_STATE_WORDS[row.state], row.lines],
    ...[row.fen, row.paidFen, row.returnedFen, row.transitFen, row.heldFen, row.cancelledFen].map(yuan),
    row.hash,
  ]);
  return { name: '批次', columns, rows };
}

export interface PaidLine {
  readonly id: string;
  readonly batchId: string;
  readonly number: string;
  readonly ordinal: number;
  readonly personId: string;
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly village: string | null;
  readonly kinds: readonly string[];
  readonly first: Month;
  readonly last: Month;
  readonly offFen: number;
  readonly fen: number;
  readonly holderName: string | null;
  readonly bankName: string | null;
  readonly accountSealed: Buffer | null;
  readonly state: string | null;
  readonly stateOn: string | null;
  readonly reason: string | null;
}

/** Lines of a batch, in its order. */
export async function linesOfBatch(
  { tx, countyId }: DossierScope,
  batchId: string,
): Promise<readonly PaidLine[]> {
  const { rows } = await sql<PaidLine>`select l.id, l.batch_id as "batchId", b.number, l.ordinal,
      l.person_id as "personId", p.name, p.identity_sealed as sealed, v.name as village, s.kinds, s.first, s.last,
      s.off as "offFen", l.fen, a.holder_name as "holderName", a.bank_name as "bankName",
      a.account_sealed as "accountSealed", e.state, e.on_day as "stateOn", e.reason
    from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join person p on p.county_id = l.county_id and p.id = l.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    left join lateral (select state, reason, on_day from line_event x where x.county_id = l.county_id
      and x.line_id = l.id order by x.seq desc limit 1) e on true
    join lateral (select array_agg(distinct c.kind) filter (where c.id is not null) as kinds, min(c.month) as first,
        max(c.month) as last, coalesce(-sum(i.fen) filter (where i.recovery_id is not null), 0)::bigint as off
      from line_item i left join accrual c on c.county_id = i.county_id and c.id = i.accrual_id
      where i.county_id = l.county_id and i.line_id = l.id) s on true
    where l.county_id = ${countyId} and l.batch_id = ${batchId} order by l.ordinal`.execute(tx);
  return rows;
}

export const LINE_COLUMNS = [
  { header: '流水号', kind: 'code', width: 40 },
  { header: '批次号' },
  { header: '序号', kind: 'number' },
  { header: '姓名' },
  { header: '身份证号', kind: 'code', width: 22 },
  { header: '村' },
  { header: '类别' },
  { header: '所属月' },
  { header: '扣回（元）', kind: 'money' },
  { header: '本次（元）', kind: 'money' },
  { header: '户名' },
  { header: '开户行' },
  { header: '账号', kind: 'code', width: 24 },
  { header: '结果' },
  { header: '结果日期', kind: 'day' },
  { header: '原因' },
] as const;

/** A line as a row of {@link LINE_COLUMNS}. */
export function lineValues(scope: DossierScope, line: PaidLine): readonly WriteValue[] {
  const months =
    line.first === line.last ? monthText(line.first) : `${monthText(line.first)}～${monthText(line.last)}`;
  return [
    ...[line.id, line.number, line.ordinal, line.name, identityFor(scope, line.sealed), line.village],
    ...[line.kinds.join('、'), months, signed(-line.offFen), yuan(line.fen)],
    ...[line.holderName, line.bankName, accountFor(scope, line.accountSealed)],
    ...[LINE_WORDS[line.state ?? 'waiting'], line.stateOn, line.reason],
  ];
}

/** 发放明细: every line of the batches, whatever became of it. */
export function lineSheet(scope: DossierScope, batches: readonly BatchRow[]): WriteSheet {
  async function* rows() {
    for (const { id } of batches)
      for (const line of await linesOfBatch(scope, id)) yield lineValues(scope, line);
  }
  return { name: '发放明细', columns: LINE_COLUMNS, rows: rows() };
}
