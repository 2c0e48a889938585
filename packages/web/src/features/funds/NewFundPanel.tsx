import { parseYuan } from '@shuangyong/values';
import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, Field, type PaperDraft, PaperDrop } from '../../components/index.ts';
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
        <div className="funds-two">
          <Field id="level" label="哪一级拨的">
            {(aria) => (
              <select
                {...aria}
                className="field"
                value={level}
                onChange={(event) => setLevel(event.target.value as Level)}
              >
                {LEVELS.map((one) => (
                  <option key={one.level} value={one.level}>
                    {one.words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="kind" label="用于">
            {(aria) => (
              <select
                {...aria}
                className="field"
                value={kind}
                onChange={(event) => setKind(event.target.value as Kind)}
              >
                {KINDS.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="funds-two">
          <Field id="yuan" label="金额（元）" errors={errors} hint="收回的写负数">
            {(aria) => (
              <input
                {...aria}
                className="field"
                inputMode="decimal"
                value={yuan}
                onChange={(event) => setYuan(event.target.value)}
              />
            )}
          </Field>
          <Field id="onDay" label="到账日" errors={errors}>
            {(aria) => (
              <input
                {...aria}
                type="date"
                className="field"
                max={today}
                value={onDay}
                onChange={(event) => setOnDay(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field id="documentNo" label="文号" optional>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={documentNo}
              onChange={(event) => setDocumentNo(event.target.value)}
            />
          )}
        </Field>
        <PaperDrop papers={papers} onChange={setPapers} day={onDay} disabled={busy} />
        <div className="row gap3 funds-end">
          <button type="button" className="btn" onClick={onClose}>
            先不记
          </button>
          <button type="submit" className="btn pri" disabled={busy}>
            记下
          </button>
        </div>
      </form>
    </DetailPanel>
  );
}
