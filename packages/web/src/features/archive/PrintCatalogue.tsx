import { useScope } from '../../app/scope.ts';
import { Icon, PrintPage, usePrint } from '../../components/index.ts';
import { havingWords } from '../ledger/having.ts';
import { type CatalogueAsk, type CataloguedPaper, fetchPapers } from './data.ts';

const MOST_PRINTED = 5000;

/** 归档文件目录 of the papers as they are narrowed. */
export function PrintCatalogue({ ask, total }: { ask: CatalogueAsk; total: number }) {
  const { division, divisionName, asOf, year } = useScope();
  const print = usePrint();
  const run = async () => {
    const rows: CataloguedPaper[] = [];
    while (rows.length < Math.min(total, MOST_PRINTED))
      rows.push(...(await fetchPapers(division, ask, rows.length, 500)).rows);
    print(
      <PrintPage
        title={`归档文件目录${ask.from ? `（${year} 年）` : ''}`}
        office={divisionName}
        asOf={asOf}
        lines={[`共 ${total.toLocaleString('zh-CN')} 件`]}
        landscape
        rows={rows}
        rowKey={({ id }) => id}
        sign="整理：　　　　　　检查：　　　　　　"
        columns={[
          { key: 'no', title: '件号', mm: 12, align: 'center', cell: (_, index) => index + 1 },
          { key: 'documentNo', title: '文号', mm: 43, cell: ({ documentNo }) => documentNo },
          { key: 'title', title: '题名', cell: ({ title }) => title },
          { key: 'signedOn', title: '日期', mm: 25, cell: ({ signedOn }) => signedOn },
          { key: 'pages', title: '页数', mm: 14, align: 'right', cell: ({ pages }) => pages },
          { key: 'paperClass', title: '类别', mm: 46, cell: ({ paperClass }) => paperClass },
          { key: 'retention', title: '保管期限', mm: 21, cell: ({ retention }) => retention },
          { key: 'having', title: '有什么', mm: 24, cell: (paper) => havingWords(paper) },
          { key: 'originalAt', title: '原件位置', mm: 36, cell: ({ originalAt }) => originalAt },
        ]}
      />,
    );
  };
  return (
    <button type="button" className="btn" onClick={() => void run()} disabled={total === 0}>
      <Icon name="print" /> 印目录
    </button>
  );
}
