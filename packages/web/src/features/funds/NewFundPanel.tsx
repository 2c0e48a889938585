import { parseYuan } from '@shuangyong/values';
import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import {
  DetailPanel,
  ErrorSummary,
  FormEnd,
  type PaperDraft,
  PaperDrop,
  PickField,
  TextField,
} from '../../components/index.ts';
import { addFund, KINDS, type Kind, LEVELS, type Level } from './data.ts';

interface NewFundPanelProps {
  /** Told the year it counts in, so that it is on the screen. */
  readonly onDone: (words: string, year: string) => void;
  readonly onClose: () => void;
}

const UNREAD: FieldError = { field: 'yuan', message: '金额读不出，请写成 89798.00；收回的写负数。' };

/** 记一笔到账: from which level, for what, how much, on which day, by which document. */
export function NewFundPanel({ onDone, onClose }: NewFundPanelProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [level, setLevel] = useState<Level>('central');
  const [kind, setKind] = useState<Kind>('抚恤补助');
  const [yuan, setYuan] = useState('');
  const [onDay, setOnDay] = useState(today);
  const [documentNo, setDocumentNo] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [unread, setUnread] = useState(false);
  const { fault, busy, act } = useAct((words) => onDone(words, onDay.slice(0, 4)));
  const errors = unread ? [UNREAD] : fault === undefined ? [] : fieldErrors(fault, 'yuan');
  const save = async () => {
    const fen = parseYuan(yuan);
    setUnread(fen === undefined);
    if (fen === undefined) return;
    const no = documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() };
    await act(() => addFund(division, { level, kind, fen, onDay, ...no }, papers), '已记到账。');
  };
  return (
    <DetailPanel title="记一笔到账" onClose={onClose} isForm>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errors} />
        <div className="fld-two">
          <PickField
            id="level"
            label="哪一级拨的"
            value={level}
            options={LEVELS.map((one) => ({ value: one.level, words: one.words }))}
            onChange={setLevel}
          />
          <PickField
            id="kind"
            label="用于"
            value={kind}
            options={KINDS.map((one) => ({ value: one, words: one }))}
            onChange={setKind}
          />
        </div>
        <div className="fld-two">
          <TextField
            id="yuan"
            label="金额（元）"
            errors={errors}
            hint="收回的写负数"
            inputMode="decimal"
            value={yuan}
            onChange={setYuan}
          />
          <TextField
            id="onDay"
            label="到账日"
            errors={errors}
            type="date"
            max={today}
            value={onDay}
            onChange={setOnDay}
          />
        </div>
        <TextField id="documentNo" label="文号" optional value={documentNo} onChange={setDocumentNo} />
        <PaperDrop papers={papers} onChange={setPapers} day={onDay} disabled={busy} />
        <FormEnd leave="先不记" onLeave={onClose} disabled={busy} does="记下" />
      </form>
    </DetailPanel>
  );
}
