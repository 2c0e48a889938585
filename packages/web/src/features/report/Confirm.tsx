import { Dialog } from '../../components/index.ts';

interface ConfirmProps {
  readonly from: 'wording' | 'lastYear';
  readonly year: number;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asked before a draft is written over. */
export function Confirm({ from, year, onYes, onClose }: ConfirmProps) {
  return (
    <Dialog title={from === 'wording' ? '重新起稿' : `沿用 ${year - 1} 年文字`} onClose={onClose}>
      <p>现在的文字会被新的初稿盖掉，手工改过的句子和人工填报的数都不保留。</p>
      <div className="row" style={{ marginTop: 16 }}>
        <button type="button" className="btn pri" onClick={onYes}>
          盖掉，重新起稿
        </button>
        <button type="button" className="btn" onClick={onClose}>
          不动
        </button>
      </div>
    </Dialog>
  );
}
