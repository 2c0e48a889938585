import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, FileDrop, Money } from '../../components/index.ts';
import { type Batch, type Result, sendResult } from './data.ts';

interface TakeResultProps {
  readonly batch: Batch;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** The bank's answer: read and counted first, then taken in whole. Silence is never a return. */
export function TakeResult({ batch, onClose, onDone }: TakeResultProps) {
  const { division } = useScope();
  const [read, setRead] = useState<{ readonly file: File; readonly result: Result }>();
  const [bad, setBad] = useState<readonly string[]>([]);
  const { problem, busy, act } = useAct(onDone);
  const look = async (file: File) => {
    setBad([]);
    try {
      setRead({ file, result: await sendResult(division, batch.id, file, true) });
    } catch (fault) {
      setRead(undefined);
      setBad(errorWords(fault));
    }
  };
  const take = async (file: File) => {
    if (await act(() => sendResult(division, batch.id, file, false), '银行结果已收下。')) onClose();
  };
  return (
    <Dialog title="收银行结果" onClose={onClose}>
      <div className="ask">
        <FileDrop
          words="把银行的结果文件拖到这里（xlsx 或 csv，要有「流水号」「结果」两栏）"
          accept=".xlsx,.csv,.txt"
          onFiles={([file]) => file && void look(file)}
        />
        <p role="alert" className="stop">
          {[...bad, ...problem].join('')}
        </p>
        {read && (
          <>
            <Counts result={read.result} />
            <div className="row gap3 form-end">
              <button type="button" className="btn pri" disabled={busy} onClick={() => void take(read.file)}>
                收下这份结果
              </button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Counts({ result: { counts } }: { result: Result }) {
  const rows = [
    ['到账', counts.paid, counts.paidFen],
    ['退回', counts.returned, counts.returnedFen],
    ['冲回', counts.takenBack, counts.takenBackFen],
    ['没有回话，仍在途', counts.silent, counts.silentFen],
  ] as const;
  return (
    <table className="t in tight">
      <tbody>
        {rows.map(([words, lines, fen]) => (
          <tr key={words}>
            <td>{words}</td>
            <td className="r">{lines} 笔</td>
            <td className="r">
              <Money fen={fen} plain />
            </td>
          </tr>
        ))}
        {counts.unchanged > 0 && (
          <tr>
            <td>以前收过，不变</td>
            <td className="r">{counts.unchanged} 笔</td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}
