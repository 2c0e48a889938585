import { type RawBuilder, sql } from 'kysely';
import type { ColumnKind, WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import { LINE_WORDS } from '../disbursement/index.ts';
import { type DossierScope, yuan } from './scope.ts';
import { RECOVERY_WORDS, STEP_WORDS } from './words.ts';

interface Column {
  readonly header: string;
  readonly kind?: ColumnKind;
  readonly words?: Readonly<Record<string, string>>;
  readonly width?: number;
}

const DAY = 'day' as const;
const CODE = { kind: 'code' as const };

/** A sheet whose rows are the columns of a query, in order; each needs a name of its own; amounts come as fen. */
function querySheet(
  name: string,
  columns: readonly Column[],
  { tx }: DossierScope,
  query: RawBuilder<unknown>,
): WriteSheet {
  const cell = (value: unknown, { kind, words }: Column): WriteValue => {
    if (kind === 'money') return yuan(value as number | null);
    const text = value as WriteValue;
    return words === undefined || typeof text !== 'string' ? text : (words[text] ?? text);
  };
  async function* rows() {
    const { rows: found } = await sql<Record<string, unknown>>`${query}`.execute(tx);
    for (const row of found)
      yield Object.values(row).map((value, index) => cell(value, columns[index] ?? { header: '' }));
  }
  return {
    name,
    columns: columns.map(({ words: _, ...column }) => column),
    rows: rows(),
  };
}

/** SQL: of the batches of the months. */
const inMonths = ({ countyId, divisionIds, from, to }: DossierScope) => sql`b.county_id = ${countyId}
  and b.division_id = any(${divisionIds}::uuid[]) and b.pay_month between ${from} and ${to}`;

/** 手续: who did what to each batch, how, over which content. */
export const stepSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '手续',
    [
      ...[{ header: '批次号' }, { header: '第几轮', kind: 'number' as const }],
      { header: '手续', words: STEP_WORDS },
      ...[{ header: '办理人' }, { header: '方式' }, { header: '纸质签字人' }, { header: '日期', kind: DAY }],
      ...[
        { header: '时间', width: 22 },
        { header: '笔数', kind: 'number' as const },
      ],
      ...[
        { header: '合计（元）', kind: 'money' as const },
        { header: '理由', width: 30 },
      ],
      ...[
        { header: '签批件', width: 30 },
        { header: '内容散列', ...CODE, width: 66 },
      ],
    ],
    scope,
    sql`select b.number, e.round, e.state, e.actor_name,
        case e.method when 'paper' then '纸质签批' else '系统内' end, e.signer, e.office_day,
        to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), e.line_count, e.total_fen, e.reason,
        p.title, encode(e.content_hash, 'hex')
      from batch b join batch_event e on e.county_id = b.county_id and e.batch_id = b.id
      left join paper p on p.county_id = e.county_id and p.id = e.paper_id
      where ${inMonths(scope)} order by b.pay_month, b.number, e.seq`,
  );

/** 银行文件: what went to the bank and what came back, by hash. */
export const bankSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '银行文件',
    [
      ...[{ header: '批次号' }, { header: '方向' }, { header: '文件名', width: 36 }],
      ...[
        { header: '行数', kind: 'number' as const },
        { header: '合计（元）', kind: 'money' as const },
      ],
      ...[{ header: '办理人' }, { header: '日期', kind: DAY }, { header: '文件散列', ...CODE, width: 66 }],
    ],
    scope,
    sql`select b.number, case f.direction when 'out' then '送银行' else '银行结果' end, f.file_name, f.rows,
        f.total_fen, f.actor_name, f.office_day, encode(f.file_sha256, 'hex')
      from batch b join bank_file f on f.county_id = b.county_id and f.batch_id = b.id
      where ${inMonths(scope)} order by b.pay_month, b.number, f.at`,
  );

/** 每笔经过: everything that happened to each line. */
export const eventSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '每笔经过',
    [
      ...[{ header: '流水号', ...CODE, width: 40 }, { header: '批次号' }, { header: '姓名' }],
      ...[
        { header: '经过', words: LINE_WORDS },
        { header: '原因', width: 30 },
        { header: '日期', kind: DAY },
      ],
      ...[{ header: '办理人' }, { header: '银行文件第几行', kind: 'number' as const }],
    ],
    scope,
    sql`select l.id, b.number, p.name, e.state, e.reason, e.on_day, e.actor_name, e.file_row
      from batch b join pay_line l on l.county_id = b.county_id and l.batch_id = b.id
      join line_event e on e.county_id = l.county_id and e.line_id = l.id
      join person p on p.county_id = l.county_id and p.id = l.person_id
      where ${inMonths(scope)} order by b.pay_month, b.number, l.ordinal, e.seq`,
  );

/** 例外答复: what the product asked about a batch, and what was answered. */
export const answerSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '例外答复',
    [
      ...[{ header: '批次号' }, { header: '例外', width: 40 }, { header: '答复' }],
      ...[{ header: '理由', width: 40 }, { header: '答复人' }, { header: '时间', width: 22 }],
    ],
    scope,
    sql`select b.number, x.key, case x.answer when 'pay' then '照发' else '本月缓发' end, x.reason, x.actor_name,
        to_char(x.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')
      from batch b join exception_answer x on x.county_id = b.county_id and x.batch_id = b.id
      where ${inMonths(scope)} order by b.pay_month, b.number, x.key, x.seq`,
  );

/** 追回: every claim raised until the last of the months, with each step. */
export const claimSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '追回',
    [
      ...[{ header: '姓名' }, { header: '类别' }, { header: '所属月' }],
      ...[
        { header: '多发（元）', kind: 'money' as const },
        { header: '列入日', kind: DAY },
      ],
      ...[
        { header: '办理', words: RECOVERY_WORDS },
        { header: '金额（元）', kind: 'money' as const },
      ],
      ...[
        { header: '收据号' },
        { header: '理由', width: 30 },
        { header: '日期', kind: DAY },
        ...[{ header: '办理人' }, { header: '纸质签字人' }],
      ],
    ],
    scope,
    sql`select p.name, a.kind, to_char(make_date(a.month / 12, a.month % 12 + 1, 1), 'YYYY-MM'), c.fen, c.on_day,
        m.what, m.fen as "mFen", m.receipt_no, m.reason, m.day, m.actor_name, m.signer
      from claim c join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
      join person p on p.county_id = c.county_id and p.id = c.person_id
      left join lateral (select r.kind as what, r.fen, r.receipt_no, r.reason, r.on_day as day, r.actor_name,
          r.signer, r.at from recovery r where r.county_id = c.county_id and r.claim_id = c.id
        union all select s.step, s.monthly_cap_fen, null, s.reason, s.office_day, s.actor_name, null,
          s.at from claim_step s where s.county_id = c.county_id and s.claim_id = c.id) m on true
      where c.county_id = ${scope.countyId} and c.division_id = any(${scope.divisionIds}::uuid[])
        and c.on_day < make_date((${scope.to}::int + 1) / 12, (${scope.to}::int + 1) % 12 + 1, 1)
      order by c.on_day, p.name, a.month, m.at`,
  );

/** 导入的发放记录: payments of the months made before this ledger, with the row they came from. */
export const importedSheet = (scope: DossierScope): WriteSheet =>
  querySheet(
    '导入的发放记录',
    [
      ...[{ header: '姓名' }, { header: '项目' }, { header: '起始月' }, { header: '截止月' }],
      ...[
        { header: '金额（元）', kind: 'money' as const },
        { header: '发放日', kind: DAY },
      ],
      ...[{ header: '凭证号' }, { header: '原表' }, { header: '第几行', kind: 'number' as const }],
    ],
    scope,
    sql`select name, item, to_char(make_date(from_month / 12, from_month % 12 + 1, 1), 'YYYY-MM'),
        to_char(make_date(to_month / 12, to_month % 12 + 1, 1), 'YYYY-MM') as until, amount_fen, paid_on, voucher_no,
        source_sheet, source_row
      from paid_line where county_id = ${scope.countyId} and division_id = any(${scope.divisionIds}::uuid[])
        and voided_at is null and from_month <= ${scope.to} and to_month >= ${scope.from}
      order by paid_on, source_sheet, source_row, id`,
  );
