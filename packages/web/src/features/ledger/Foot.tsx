import { useQuery } from '@tanstack/react-query';
import { fetchRecords, type RecordAsk } from '../../api/data.ts';
import type { Kind, RecordPage } from '../../api/types.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import { cellText } from '../../lib/cells.ts';
import type { Ledger } from './ledgers.ts';

interface FootProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly ask: RecordAsk;
  readonly total: number;
  readonly head: RecordPage | undefined;
}

/** How many rows, how many proved, what they add up to, and the way to the void ones. */
export function Foot({ ledger, kind, ask, total, head }: FootProps) {
  const setSearch = useSetSearch();
  const sums = kind.columns.filter(({ field, type }) => type === 'fen' && (head?.sums[field] ?? 0) !== 0);
  return (
    <>
      <b>{total.toLocaleString('zh-CN')} 条</b>
      {ledger.proof !== false && head !== undefined && total > 0 && (
        <span className="t2">
          有据 {head.evidenced} 条{total > head.evidenced && `，未佐证 ${total - head.evidenced} 条`}
        </span>
      )}
      {ledger.kind === 'fundEntry' ? (
        <Balance ask={ask} />
      ) : (
        sums.map(({ field, header }) => (
          <span key={field}>
            {header}合计 <b>¥{cellText('fen', head?.sums[field])}</b>
          </span>
        ))
      )}
      {ask.voided === undefined && (
        <button type="button" className="lnk t2" onClick={() => setSearch({ voided: 'yes', by: undefined })}>
          看已作废的
        </button>
      )}
    </>
  );
}

/** 预算 − 支出 = 余额: the two kinds of entries are never added up. */
function Balance({ ask }: { ask: RecordAsk }) {
  const scope = useScope();
  const query = useQuery({
    queryKey: ['records', scope.division, 'fundEntry', scope.year, ask, 'balance'],
    queryFn: () => fetchRecords(scope, 'fundEntry', { ...ask, group: 'entry_type' }, 0, 1),
    placeholderData: (old) => old,
  });
  const of = (type: string) => query.data?.groups.find(({ value }) => value === type)?.sums.amount_fen ?? 0;
  if (query.data === undefined) return null;
  return (
    <span>
      预算 <b>¥{cellText('fen', of('预算'))}</b> − 支出 <b>¥{cellText('fen', of('支出'))}</b> = 余额{' '}
      <b>¥{cellText('fen', of('预算') - of('支出'))}</b>
    </span>
  );
}
