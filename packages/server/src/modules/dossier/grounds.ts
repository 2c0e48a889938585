import type { Trace } from '@shuangyong/policy';
import { COMPONENT_WORDS, FUND_WORDS, traceText } from '@shuangyong/policy/tell';
import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import { type DossierScope, yuan } from './scope.ts';
import { CAUSE_WORDS } from './words.ts';

interface ItemRow {
  readonly lineId: string | null;
  readonly number: string | null;
  readonly name: string;
  readonly kind: string;
  readonly component: string;
  readonly fund: string;
  readonly month: Month;
  readonly seq: number;
  readonly fen: number;
  readonly dueAfterFen: number;
  readonly cause: string;
  readonly derived: boolean;
  readonly postedOn: string;
  readonly postedMonth: Month;
  readonly trace: string;
  readonly attempt: number | null;
}

/** SQL: what is due and was posted in the months, or is paid by a line of them. */
const chosen = ({ countyId, divisionIds, from, to }: DossierScope) => sql`
  from accrual a
  left join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
  left join pay_line l on l.county_id = i.county_id and l.id = i.line_id
  left join batch b on b.county_id = l.county_id and b.id = l.batch_id
  where a.county_id = ${countyId} and a.division_id = any(${divisionIds}::uuid[])
    and (a.posted_month between ${from} and ${to} or b.pay_month between ${from} and ${to})`;

async function itemRows(scope: DossierScope) {
  const { rows } =
    await sql<ItemRow>`select l.id as "lineId", b.number, p.name, a.kind, a.component, a.fund, a.month,
      a.seq, a.fen, a.due_after_fen as "dueAfterFen", a.cause, a.derived, a.posted_on as "postedOn",
      a.posted_month as "postedMonth", encode(a.trace_hash, 'hex') as trace, i.attempt
    from (select a.id, i.line_id ${chosen(scope)}) k
    join accrual a on a.county_id = ${scope.countyId} and a.id = k.id
    left join line_item i on i.county_id = a.county_id and i.accrual_id = a.id and i.line_id = k.line_id
    left join pay_line l on l.county_id = a.county_id and l.id = k.line_id
    left join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join person p on p.county_id = a.county_id and p.id = a.person_id
    order by b.number nulls last, l.ordinal, p.name, a.kind, a.month, a.component, a.fund, a.seq, i.attempt`.execute(
      scope.tx,
    );
  return rows;
}

const word = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** Where the text of a trace is found in 依据: the first digits of its hash. */
const groundNo = (hash: string) => hash.slice(0, 16);

const ITEM_COLUMNS = [
  { header: '流水号', kind: 'code', width: 40 },
  { header: '批次号' },
  { header: '姓名' },
  { header: '类别' },
  { header: '分项' },
  { header: '资金' },
  { header: '所属月' },
  { header: '第几次记账', kind: 'number' },
  { header: '本次记账（元）', kind: 'money' },
  { header: '记账后应发（元）', kind: 'money' },
  { header: '缘由' },
  { header: '推算标准' },
  { header: '记账日', kind: 'day' },
  { header: '记入月' },
  { header: '第几次发', kind: 'number' },
  { header: '依据号', kind: 'code', width: 20 },
] as const;

const itemValues = (row: ItemRow): readonly WriteValue[] => [
  ...[
    row.lineId,
    row.number,
    row.name,
    row.kind,
    word(COMPONENT_WORDS, row.component),
    word(FUND_WORDS, row.fund),
  ],
  ...[monthText(row.month), row.seq, yuan(row.fen), yuan(row.dueAfterFen), word(CAUSE_WORDS, row.cause)],
  ...[row.derived ? '是' : '', row.postedOn, monthText(row.postedMonth), row.attempt, groundNo(row.trace)],
];

/** 记账明细: what each line is made of, month by month, with where its reason is found. */
export function itemSheet(scope: DossierScope): WriteSheet {
  async function* rows() {
    for (const row of await itemRows(scope)) yield itemValues(row);
  }
  return { name: '记账明细', columns: ITEM_COLUMNS, rows: rows() };
}

export interface Ground {
  readonly hash: string;
  readonly body: string;
}

/** Every reason that 记账明细 names, once. */
export async function groundsOf(scope: DossierScope): Promise<readonly Ground[]> {
  const { rows } = await sql<Ground>`select encode(t.hash, 'hex') as hash, t.body from trace t
    where t.county_id = ${scope.countyId} and t.hash in (select a.trace_hash ${chosen(scope)})
    order by t.hash`.execute(scope.tx);
  return rows;
}

const TOLD_REGIMES: Readonly<Record<string, string>> = {
  'no-right': '名册上这个月没有这项待遇',
  award: '一次性发放，按决定的金额',
  opening: '启用前的应收应付，按带入的金额',
};

/** Why, in lines: facts, rates with their documents, arithmetic. */
export function groundText({ body }: Ground, { law }: Pick<DossierScope, 'law'>): string {
  const trace = JSON.parse(body) as Trace;
  const told = TOLD_REGIMES[trace.regime];
  const text = [...(told === undefined ? [] : [told]), ...traceText(trace, law)].join('；');
  return text === '' ? '这个月不应发，见人员档案' : text;
}

/** 依据: reason by its number, in words, with the hash of its original text. */
export function groundSheet(scope: DossierScope, grounds: readonly Ground[]): WriteSheet {
  const columns = [
    { header: '依据号', kind: 'code' as const, width: 20 },
    { header: '为什么是这个数', width: 120 },
    { header: '原文散列', kind: 'code' as const, width: 66 },
  ];
  const rows = grounds.map((ground): readonly WriteValue[] => [
    groundNo(ground.hash),
    groundText(ground, scope),
    ground.hash,
  ]);
  return { name: '依据', columns, rows };
}
