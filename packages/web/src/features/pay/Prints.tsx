import type { ReactNode } from 'react';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { useScope } from '../../app/scope.ts';
import { usePrint } from '../../components/index.ts';
import { SheetApproval } from './SheetApproval.tsx';
import { SheetArrears } from './SheetArrears.tsx';
import { SheetChange } from './SheetChange.tsx';
import { SheetRoll } from './SheetRoll.tsx';
import { SheetSign } from './SheetSign.tsx';
import { fetchSheets, type SheetProps } from './sheetData.ts';
import './sheets.css';

const SHEETS: readonly { readonly words: string; readonly sheet: (props: SheetProps) => ReactNode }[] = [
  { words: '花名册', sheet: (props) => <SheetRoll {...props} /> },
  { words: '批准单', sheet: (props) => <SheetApproval {...props} /> },
  { words: '签收表', sheet: (props) => <SheetSign {...props} /> },
  { words: '本月变动表', sheet: (props) => <SheetChange {...props} /> },
  { words: '补发明细', sheet: (props) => <SheetArrears {...props} /> },
];

/** The papers of a batch, each as it stands at this moment. */
export function Prints({ batchId }: { batchId: string }) {
  const { division } = useScope();
  const print = usePrint();
  const [said, setSaid] = useState('');
  const run = async (sheet: (props: SheetProps) => ReactNode, words: string) => {
    setSaid('');
    try {
      const props = await fetchSheets(division, batchId);
      if (words === '补发明细' && props.papers.arrears.length === 0) setSaid('这一批没有补发。');
      else print(sheet(props));
    } catch (fault) {
      setSaid(errorWords(fault).join(''));
    }
  };
  return (
    <>
      <span className="t2">印</span>
      {SHEETS.map(({ words, sheet }) => (
        <button key={words} type="button" className="lnk" onClick={() => void run(sheet, words)}>
          {words}
        </button>
      ))}
      <span role="status" className="t2">
        {said}
      </span>
    </>
  );
}
