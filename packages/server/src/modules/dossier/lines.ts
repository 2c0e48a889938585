import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import {
  BATCH_STATE_WORDS,
  type BatchState,
  drawPlace,
  LINE_WORDS,
  type LineRow,
  lineRows,
  monthsText,
  stateWords,
} from '../disbursement/index.ts';
import { accountFor, type DossierScope, identityFor, yuan } from './scope.ts';
import { signed } from './words.ts';

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

function lineValues(scope: DossierScope, { number }: BatchRow, line: LineRow): readonly WriteValue[] {
  return [
    ...[line.id, number, line.ordinal, line.name, identityFor(scope, line.sealed), line.village],
    ...[line.kinds.join('、'), monthsText(line.first, line.last), signed(-line.offsetFen), yuan(line.fen)],
    ...[line.holderName, line.bankName, accountFor(scope, line.accountSealed)],
    ...[LINE_WORDS[line.state ?? 'waiting'], line.stateOn, stateWords(line)],
  ];
}

/** 发放明细: every line of the batches, whatever became of it. */
export function lineSheet(scope: DossierScope, batches: readonly BatchRow[]): WriteSheet {
  async function* rows() {
    for (const batch of batches)
      for (const line of await lineRows(scope.tx, scope.countyId, batch.id))
        yield lineValues(scope, batch, line);
  }
  return { name: '发放明细', columns: LINE_COLUMNS, rows: rows() };
}

interface Drawn {
  readonly id: string;
  readonly batchId: string;
  readonly place: string;
}

/** The first lines of the batches in the order of the draw. */
export async function drawnLines(
  { tx, countyId }: DossierScope,
  batches: readonly BatchRow[],
  { seed, sample }: { readonly seed: string; readonly sample: number },
): Promise<readonly Drawn[]> {
  const { rows } = await sql<Drawn>`select id, batch_id as "batchId",
      encode(${drawPlace(seed, sql`id`)}, 'hex') as place
    from pay_line where county_id = ${countyId} and batch_id = any(${batches.map(({ id }) => id)}::uuid[])
    order by place limit ${sample}`.execute(tx);
  return rows;
}

/** 抽样名单: lines that were drawn, in their order, with room for what is found. */
export async function sampleSheet(
  scope: DossierScope,
  batches: readonly BatchRow[],
  drawn: readonly Drawn[],
): Promise<WriteSheet> {
  const told = new Map<string, readonly WriteValue[]>();
  for (const batch of batches) {
    const ids = drawn.filter(({ batchId }) => batchId === batch.id).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const line of await lineRows(scope.tx, scope.countyId, batch.id, ids))
      told.set(line.id, lineValues(scope, batch, line));
  }
  const columns = [
    ...LINE_COLUMNS,
    ...[{ header: '抽样序', kind: 'code' as const, width: 20 }],
    ...['本人或家属说', '看到的材料', '核实人', '核实日'].map((header) => ({ header, width: 18 })),
  ];
  const rows = drawn.map(({ id, place }) => [...(told.get(id) ?? []), place.slice(0, 16)]);
  return { name: '抽样名单', columns, rows };
}
