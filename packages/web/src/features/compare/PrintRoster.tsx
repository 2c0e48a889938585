import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import type { RosterHit, RosterKind, RosterShown } from './data.ts';
import { bookWords, likenessWords, sinceWords } from './words.ts';

/** The comparison on paper, with places to sign: numbers masked, strangers left out. */
export function PrintRoster({ shown: { roster, hits } }: { readonly shown: RosterShown }) {
  const { divisionName } = useScope();
  const { today } = useSession();
  const print = usePrint();
  const { kind, day, rows, absent, fileName, sha256 } = roster;
  const run = () =>
    print(
      <PrintPage
        title={`${kind}名册比对情况`}
        office={divisionName}
        asOf={today}
        lines={[
          `${day} 比对，名册 ${rows} 行，不在册 ${absent} 行`,
          `文件 ${fileName}　散列 ${sha256.slice(0, 16)}`,
        ]}
        landscape
        rowMm={9}
        rows={hits}
        rowKey={({ personId, row }) => `${personId} ${row}`}
        columns={columnsOf(kind)}
        sign="比对人：　　　　　　复核：　　　　　　"
      />,
    );
  return (
    <button type="button" className="btn" onClick={run}>
      <Icon name="print" /> 印
    </button>
  );
}

const columnsOf = (kind: RosterKind): readonly PrintColumn<RosterHit>[] => [
  { key: 'name', title: '姓名', mm: 24, cell: ({ name }) => name },
  { key: 'id', title: '身份证号', mm: 44, cell: ({ idMasked }) => idMasked ?? '—' },
  { key: 'village', title: '村', mm: 28, cell: ({ village }) => village ?? '村不详' },
  {
    key: 'likeness',
    title: '比对',
    mm: 30,
    cell: ({ likeness }) => (likeness === 'same' ? '完全一致' : '像是同一人'),
  },
  { key: 'day', title: '名册日期', mm: 26, cell: ({ onDay }) => onDay ?? '没写' },
  { key: 'book', title: '台账写着', cell: (hit) => bookWords(kind, hit) },
  { key: 'paid', title: '已发至', mm: 20, cell: ({ paidThrough }) => paidThrough ?? '没发过' },
  {
    key: 'since',
    title: '次月起已发',
    mm: 24,
    cell: (hit) => sinceWords(hit) ?? `${hit.since?.months} 个月`,
  },
  {
    key: 'verdict',
    title: '怎样办的',
    mm: 40,
    cell: (hit) => (hit.likeness === 'like' ? likenessWords(hit) : ''),
  },
];
