import { useQuery } from '@tanstack/react-query';
import { fetchRecords, type RecordAsk } from '../../api/data.ts';
import type { Kind, RecordGroup } from '../../api/types.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import { type Column, DataTable, fixedRows, Problem } from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import type { Grouping, Ledger } from './ledgers.ts';

interface GroupsProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly ask: RecordAsk;
  readonly by: Grouping;
}

/** The rows put together by one field: how many, and what may be added up. A line opens its rows. */
export function Groups({ ledger, kind, ask, by }: GroupsProps) {
  const scope = useScope();
  const setSearch = useSetSearch();
  const query = useQuery({
    queryKey: ['records', scope.division, kind.kind, scope.year, ask, 'groups', by.field],
    queryFn: () => fetchRecords(scope, kind.kind, { ...ask, group: by.field }, 0, 1),
    placeholderData: (old) => old,
  });
  if (query.error !== null) return <Problem problem={query.error} onRetry={() => void query.refetch()} />;
  const open = ({ value }: RecordGroup) =>
    setSearch(
      value === null
        ? { by: undefined, blank: by.field }
        : { by: undefined, field: by.field, value, blank: undefined },
    );
  const groups = query.data?.groups ?? [];
  return (
    <DataTable
      label={`${ledger.label}${by.label}`}
      rows={fixedRows(groups, { stale: query.isPlaceholderData })}
      columns={columnsOf(kind, by)}
      rowKey={({ value }) => value ?? ''}
      onOpen={open}
      foot={
        <>
          <b>{groups.length} 组</b>
          <span className="t2">{query.data?.total ?? 0} 条</span>
        </>
      }
    />
  );
}

function columnsOf(kind: Kind, by: Grouping): readonly Column<RecordGroup>[] {
  const own = kind.columns.find(({ field }) => field === by.field);
  const added = kind.columns.filter(({ field, type }) => type === 'fen' || by.sums?.includes(field));
  return [
    {
      key: 'value',
      title: own?.header ?? '',
      strong: true,
      width: 240,
      cell: ({ value }) => value ?? <span className="t2">没有填</span>,
    },
    {
      key: 'total',
      title: '条',
      number: true,
      width: 96,
      cell: ({ total }) => total.toLocaleString('zh-CN'),
    },
    ...added.map(({ field, type, header }) => ({
      key: field,
      title: type === 'fen' ? `${header}（元）` : header,
      number: true,
      width: 144,
      cell: ({ sums }: RecordGroup) =>
        type === 'fen' ? cellText('fen', sums[field]) : (sums[field] ?? 0).toLocaleString('zh-CN'),
    })),
    { key: 'rest', title: '', cell: () => '' },
  ];
}
