import { fen, yuanDisplay } from '@shuangyong/values';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import type { Checks, CheckTest, Finding } from './data.ts';
import { findingsOf, verdictWords } from './order.ts';

interface Line {
  readonly key: string;
  readonly item: string;
  readonly who: string;
  readonly words: string;
  readonly off: string;
  readonly verdict: string;
}

/** 自查情况表: each test, what it found and what was decided, with places to sign. */
export function PrintChecks({ checks }: { checks: Checks }) {
  const { divisionName } = useScope();
  const { today } = useSession();
  const print = usePrint();
  const { year, checked, tests, findings } = checks;
  const run = () =>
    print(
      <PrintPage
        title={`${year} 年优抚发放自查情况表`}
        office={divisionName}
        asOf={today}
        lines={[`查了 ${checked.persons} 人 ${checked.personMonths} 人月 ${checked.payments} 笔`]}
        landscape
        rowMm={9}
        rows={linesOf(tests, findings)}
        rowKey={({ key }) => key}
        columns={COLUMNS}
        sign="自查人 ____________　复核 ____________　分管领导 ____________"
      />,
    );
  return (
    <button type="button" className="btn" onClick={run}>
      <Icon name="print" /> 印自查表
    </button>
  );
}

const COLUMNS: readonly PrintColumn<Line>[] = [
  { key: 'item', title: '检查项', mm: 40, cell: ({ item }) => item },
  { key: 'who', title: '对象', mm: 30, cell: ({ who }) => who },
  { key: 'words', title: '情况', cell: ({ words }) => words },
  { key: 'off', title: '差额(元)', mm: 28, align: 'right', cell: ({ off }) => off },
  { key: 'verdict', title: '处理', mm: 56, cell: ({ verdict }) => verdict },
];

function linesOf(tests: readonly CheckTest[], findings: readonly Finding[]): readonly Line[] {
  return tests.flatMap((test) => [headOf(test), ...findingsOf(findings, test.code).map(lineOf)]);
}

function headOf({
  code,
  title,
  hits,
  waiting,
  confirmed,
  dismissed,
  looked,
  lacks,
  offFen,
}: CheckTest): Line {
  const found =
    hits === 0 ? '没有发现' : `命中 ${hits}，待核 ${waiting}，属实已办 ${confirmed}，不属实 ${dismissed}`;
  const words = lacks ?? `已查 ${looked}，${found}`;
  return { key: code ?? title, item: title, who: '', words, off: money(offFen), verdict: '' };
}

function lineOf(finding: Finding): Line {
  const { key, person, reason, expectedFen, actualFen } = finding;
  const off = expectedFen === null || actualFen === null ? null : actualFen - expectedFen;
  const tail = person.idTail === null ? '' : ` ${person.idTail}`;
  return {
    key,
    item: '',
    who: person.name + tail,
    words: reason,
    off: money(off),
    verdict: verdictWords(finding),
  };
}

const money = (amount: number | null) => (amount === null ? '' : yuanDisplay(fen(amount)));
