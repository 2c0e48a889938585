import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { PrintPage, usePrint } from '../../components/index.ts';
import type { Receipt } from './data.ts';

/** After confirming: the receipts, and the way to the figures. */
export function Done({ receipts, onMore }: { receipts: readonly Receipt[]; onMore: () => void }) {
  const { divisionName, asOf } = useScope();
  const print = usePrint();
  const figures = isBuilt('/report/figures') ? '/report/figures' : '/pay';
  const receipt = () =>
    print(
      <PrintPage
        title="导入回执"
        office={divisionName}
        asOf={asOf}
        rows={receipts}
        rowKey={(row) => row.importId}
        columns={[
          { key: 'number', title: '回执号', mm: 24, cell: (row) => row.number },
          { key: 'file', title: '文件', cell: (row) => row.file },
          { key: 'read', title: '读到', mm: 18, align: 'right', cell: (row) => row.totals.read },
          { key: 'created', title: '新增', mm: 18, align: 'right', cell: (row) => row.totals.created },
          { key: 'updated', title: '更新', mm: 18, align: 'right', cell: (row) => row.totals.updated },
          { key: 'unchanged', title: '不变', mm: 18, align: 'right', cell: (row) => row.totals.unchanged },
          { key: 'refused', title: '退回', mm: 18, align: 'right', cell: (row) => row.totals.refused },
        ]}
      />,
    );
  return (
    <div className="import-body">
      <h2>导入好了</h2>
      <ul className="changes">
        {receipts.map((row) => (
          <li key={row.importId}>
            回执 <b>{row.number}</b>　{row.file}　读到 {row.totals.read} 行 = 新增 {row.totals.created} + 更新{' '}
            {row.totals.updated} + 不变 {row.totals.unchanged} + 退回 {row.totals.refused}
          </li>
        ))}
      </ul>
      <p className="row gap3">
        <GoLink className="btn pri" to={figures}>
          看数
        </GoLink>
        <button type="button" className="btn" onClick={receipt}>
          印导入回执
        </button>
        <button type="button" className="btn" onClick={onMore}>
          再导一批
        </button>
      </p>
    </div>
  );
}
