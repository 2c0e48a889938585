import { useQuery } from '@tanstack/react-query';
import { figuresQuery, kindsQuery } from '../../api/data.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { Figure, Part, PrintPage, usePrint } from '../../components/index.ts';
import { type LogLine, logQuery } from './data.ts';
import { sumOf, sumText } from './reasons.ts';

const SHOWN = ['F01', 'F02', 'E02', 'G01.people', 'G01.amount', 'D01', 'D03'] as const;

/** Step 4: the receipts, the figures as they stand now, each open to its rows, and what comes next. */
export function Done({ imports, onMore }: { imports: readonly string[]; onMore: () => void }) {
  const { division } = useScope();
  const query = useQuery(logQuery(division));
  return (
    <div className="import-body">
      <Part query={query}>
        {(lines) => (
          <Receipts lines={lines.filter(({ id }) => imports.includes(id)).reverse()} onMore={onMore} />
        )}
      </Part>
      <FiguresNow />
    </div>
  );
}

function Receipts({ lines, onMore }: { lines: readonly LogLine[]; onMore: () => void }) {
  const print = usePrint();
  const { divisionName } = useScope();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const order = kinds.map(({ sheet }) => sheet);
  const figures = ['/report/figures', '/'].find((path) => isBuilt(path));
  return (
    <section>
      <div className="part">
        <h2 className="done">导入好了</h2>
        <span className="t2">退回的没有写入，改好再拖进来就行</span>
      </div>
      {lines.map((line) => (
        <p key={line.id} className="import-receipt">
          回执 <b>{line.number}</b>　{line.fileName}　{sumText(sumOf(Object.values(line.sheets)))}
        </p>
      ))}
      <div className="row gap3">
        {figures !== undefined && (
          <GoLink className="btn pri" to={figures}>
            看数
          </GoLink>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => print(<ReceiptSheet lines={lines} office={divisionName} order={order} />)}
        >
          打印导入回执
        </button>
        <button type="button" className="btn" onClick={onMore}>
          再导一批
        </button>
      </div>
    </section>
  );
}

interface ReceiptProps {
  readonly lines: readonly LogLine[];
  readonly office: string;
  /** Sheets in the order of the workbook. */
  readonly order: readonly string[];
}

/** 导入回执: counts by sheet, the fingerprint of the file and the day, to be signed and kept with it. */
function ReceiptSheet({ lines, office, order }: ReceiptProps) {
  const rows = lines.flatMap((line) =>
    Object.entries(line.sheets)
      .sort(([left], [right]) => order.indexOf(left) - order.indexOf(right))
      .map(([sheet, counts]) => ({ line, sheet, ...counts })),
  );
  const total = sumOf(rows);
  const n = (key: keyof typeof total, title: string) => ({
    ...{ key, title, mm: 17, align: 'right' as const },
    cell: (row: (typeof rows)[number]) => row[key],
    sum: total[key],
  });
  return (
    <PrintPage
      title="导入回执"
      office={office}
      lines={lines.map(
        (line) =>
          `${line.number}　${line.fileName}　${line.importedAt.slice(0, 10)}　${line.importedBy}　指纹 ${line.sha256.slice(0, 16)}`,
      )}
      rows={rows}
      rowKey={({ line, sheet }) => `${line.id} ${sheet}`}
      columns={[
        { key: 'number', title: '回执号', mm: 20, cell: ({ line }) => line.number },
        { key: 'sheet', title: '表', cell: ({ sheet }) => sheet, sum: '合计' },
        n('read', '读到'),
        n('created', '新增'),
        n('updated', '更新'),
        n('unchanged', '不变'),
        n('refused', '退回'),
      ]}
      sign="经手人：　　　　　　　"
    />
  );
}

function FiguresNow() {
  const scope = useScope();
  const query = useQuery(figuresQuery(scope));
  return (
    <section>
      <div className="part">
        <h2>{scope.year} 年的数现在是</h2>
        <span className="t2">点开一个数，看它来自原表的哪几行</span>
      </div>
      <Part query={query}>
        {(figures) => (
          <div className="import-figures">
            {SHOWN.flatMap((code) => figures.filter((figure) => figure.code === code)).map((figure) => (
              <div key={figure.code}>
                <span className="t2">{figure.name}</span>
                <p className="fs-l b">
                  <Figure {...figure} />
                </p>
              </div>
            ))}
          </div>
        )}
      </Part>
    </section>
  );
}
