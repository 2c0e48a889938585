import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { fetchPeople, type PeopleAsk, type PeopleTab, type PersonListed } from './data.ts';
import { categoryWords, missingWords } from './words.ts';

const MOST_PRINTED = 5000;
const AT_ONCE = 500;

const TITLES: Readonly<Record<PeopleTab, string>> = {
  key: '重点优抚对象花名册',
  family: '现役军人家属花名册',
  other: '其他退役军人花名册',
  stopped: '已停人员花名册',
  all: '人员花名册',
};

const COLUMNS: readonly PrintColumn<PersonListed>[] = [
  { key: 'no', title: '序号', mm: 14, align: 'center', cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 28, cell: ({ name }) => name },
  { key: 'village', title: '村(社区)', mm: 30, cell: ({ village }) => village ?? '不详' },
  { key: 'category', title: '类别', mm: 46, cell: ({ categories }) => categoryWords(categories) },
  { key: 'identity', title: '身份证号', mm: 50, cell: ({ identity }) => identity ?? '不详' },
  { key: 'state', title: '状态', mm: 18, cell: ({ state }) => state },
  { key: 'paid', title: '已发至', mm: 22, cell: ({ paidThrough }) => paidThrough ?? '—' },
  { key: 'visit', title: '上次走访', mm: 28, cell: ({ lastVisit }) => lastVisit ?? '从未' },
  { key: 'missing', title: '缺', cell: (person) => missingWords(person) || '—' },
];

async function allOf(ask: PeopleAsk, total: number): Promise<PersonListed[]> {
  const rows: PersonListed[] = [];
  while (rows.length < Math.min(total, MOST_PRINTED)) {
    const { rows: more } = await fetchPeople(ask, rows.length, AT_ONCE);
    if (more.length === 0) break;
    rows.push(...more);
  }
  return rows;
}

interface PrintRollProps {
  readonly ask: PeopleAsk;
  readonly total: number;
  /** When any are ticked, only these are printed. */
  readonly selected: ReadonlySet<string>;
}

/** 花名册 of what the list shows, numbers masked, on numbered A4 pages. */
export function PrintRoll({ ask, total, selected }: PrintRollProps) {
  const { divisionName, asOf } = useScope();
  const print = usePrint();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const run = async () => {
    setBusy(true);
    setProblem('');
    try {
      const all = await allOf(ask, total);
      const rows = selected.size > 0 ? all.filter((person) => selected.has(person.id)) : all;
      const narrowed = [ask.village, ask.category, ask.state, ask.q, ask.missing && '缺材料'].filter(Boolean);
      print(
        <PrintPage
          title={TITLES[ask.tab]}
          office={divisionName}
          asOf={asOf}
          landscape
          lines={[`共 ${rows.length} 人${narrowed.length > 0 ? `（${narrowed.join('，')}）` : ''}`]}
          rows={rows}
          rowKey={(person) => person.id}
          columns={COLUMNS}
          sign="制表：　　　　　　审核："
        />,
      );
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    } finally {
      setBusy(false);
    }
  };
  const start = () => void run();
  useShortcuts({ 'Shift+P': { words: '印花名册', run: start } });
  return (
    <>
      {problem !== '' && (
        <span role="alert" className="stop">
          {problem}
        </span>
      )}
      <button type="button" className="btn" onClick={start} disabled={total === 0 || busy}>
        <Icon name="print" /> 印
      </button>
    </>
  );
}
