import { type Column, Shape } from '../../components/index.ts';
import { havingWords, proves } from '../ledger/having.ts';
import type { CataloguedPaper } from './data.ts';

const dash = <span className="t2">—</span>;

const having = (paper: CataloguedPaper) =>
  proves(paper) && !paper.fileMissing ? (
    havingWords(paper)
  ) : (
    <span className="check nowrap">
      <Shape kind="none" /> {havingWords(paper)}
    </span>
  );

const proved = ({ proves: count }: CataloguedPaper) =>
  count === 0 ? <span className="t2">没挂</span> : `${count.toLocaleString('zh-CN')} 条`;

const FIRST: readonly Column<CataloguedPaper>[] = [
  { key: 'signedOn', title: '日期', width: 124, cell: ({ signedOn }) => signedOn },
  { key: 'title', title: '题名', strong: true, cell: ({ title }) => <span title={title}>{title}</span> },
];
const MIDDLE: readonly Column<CataloguedPaper>[] = [
  { key: 'documentNo', title: '文号', width: 176, cell: ({ documentNo }) => documentNo ?? dash },
  { key: 'paperClass', title: '类别', width: 196, cell: ({ paperClass }) => paperClass },
  { key: 'retention', title: '保管期限', width: 88, cell: ({ retention }) => retention ?? dash },
  { key: 'pages', title: '页数', width: 72, number: true, cell: ({ pages }) => pages ?? dash },
  { key: 'originalAt', title: '原件位置', width: 176, cell: ({ originalAt }) => originalAt ?? dash },
];
const LAST: readonly Column<CataloguedPaper>[] = [
  { key: 'having', title: '有什么', width: 136, cell: having },
  { key: 'proves', title: '证明', width: 96, cell: proved },
];

/** Columns of the catalogue; beside an open paper only the first and last. */
export function paperColumns(narrow: boolean): readonly Column<CataloguedPaper>[] {
  return narrow ? [...FIRST, ...LAST] : [...FIRST, ...MIDDLE, ...LAST];
}
