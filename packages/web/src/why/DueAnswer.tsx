import { fen as fenOf, type Month, yuanDisplay } from '@shuangyong/values';
import { useWhy } from './useWhy.ts';

interface DueAnswerProps {
  readonly personId: string;
  readonly month: Month;
  readonly onWhy: () => void;
}

/** «本月应发 ¥555.00 为什么» of a person's head: what is due by the month, as in the list. */
export function DueAnswer({ personId, month, onWhy }: DueAnswerProps) {
  const { told, problem } = useWhy(personId, month, month);
  const rights = told ?? [];
  const isUnknown = rights.some(({ outcome }) => outcome === 'unknown');
  const fen = rights.reduce((sum, one) => sum + one.fen, 0);
  const amount = yuanDisplay(fenOf(fen));
  return (
    <>
      <b className="fs-l">
        {told === undefined ? (problem === null ? '…' : '—') : isUnknown ? '不详' : `¥${amount}`}
      </b>
      <button type="button" className="lnk" onClick={onWhy}>
        为什么 W
      </button>
    </>
  );
}
