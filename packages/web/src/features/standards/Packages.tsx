import { useQuery } from '@tanstack/react-query';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { type Column, DataTable, Empty, fixedRows, Problem } from '../../components/index.ts';
import { type EnteredPackage, packagesQuery } from './data.ts';
import { ORIGIN_WORDS, stateWords } from './words.ts';

type Step = EnteredPackage['history'][number];

const stepOf = (one: EnteredPackage, state: Step['state']) =>
  one.history.find((step) => step.state === state);
const stepWords = (step: Step | undefined) => (step ? `${step.actorName} ${step.officeDay}` : '—');

const COLUMNS: readonly Column<EnteredPackage>[] = [
  { key: 'title', title: '名称', strong: true, cell: ({ title }) => title },
  {
    key: 'state',
    title: '状态',
    width: 96,
    cell: ({ state, isReplaced }) => (
      <span className={state === 'entered' ? 'check' : undefined}>{stateWords({ state, isReplaced })}</span>
    ),
  },
  { key: 'values', title: '数', width: 72, number: true, cell: ({ values }) => values || '—' },
  { key: 'origin', title: '怎么录的', width: 116, quiet: true, cell: ({ origin }) => ORIGIN_WORDS[origin] },
  { key: 'where', title: '在哪用', width: 84, cell: ({ isHere }) => (isHere ? '本单位' : '全县') },
  { key: 'entered', title: '录入', width: 168, cell: (one) => stepWords(stepOf(one, 'entered')) },
  { key: 'adopted', title: '采用', width: 168, cell: (one) => stepWords(stepOf(one, 'adopted')) },
];

/** Packages entered here and at the county, newest first, with who entered and who adopted them. */
export function Packages() {
  const { division } = useScope();
  const go = useGo();
  const query = useQuery(packagesQuery(division));
  if (query.error !== null) return <Problem problem={query.error} onRetry={() => void query.refetch()} />;
  return (
    <DataTable
      label="本地录入的标准"
      rows={fixedRows(query.data ?? [])}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go(`/pay/standards/p/${id}`)}
      foot={<b>{query.data?.length ?? 0} 份</b>}
      remember="standards"
      empty={<Empty words="还没有本地录入的标准。新文件到了，在「各月标准」点「录入新标准」。" />}
    />
  );
}
