import { type Fen, fen, yuanDisplay } from '@shuangyong/values';
import { useEffect, useId, useState } from 'react';
import { type FieldError, fieldErrors } from '../api/errors.ts';
import { Dialog } from './Dialog.tsx';
import { ErrorSummary, Field } from './Form.tsx';

/** What stands where there is no value: 不详 is unknown, — does not apply. */
export type Missing = '不详' | '—';

export function Missing({ words }: { words: Missing }) {
  return <span className="t2">{words}</span>;
}

interface MoneyProps {
  /** Whole fen. */
  readonly fen: Fen | number | null | undefined;
  /** Without ¥, for columns whose head says （元）. */
  readonly plain?: boolean;
  readonly missing?: Missing;
}

/** An amount: `¥1,764.00`, or `1,764.00` in a column. */
export function Money({ fen: amount, plain, missing = '—' }: MoneyProps) {
  if (amount === null || amount === undefined) return <Missing words={missing} />;
  const text = yuanDisplay(fen(amount));
  return <>{plain ? text : text.replace(/^(−?)/, '$1¥')}</>;
}

/** A day or month as screens write it, `2017-10-01` or `2017-10`. */
export function Day({ value, missing = '—' }: { value: string | null | undefined; missing?: Missing }) {
  if (value === null || value === undefined || value === '') return <Missing words={missing} />;
  return <span className="nowrap">{value}</span>;
}

const SHOWN_MS = 60_000;

interface MaskedProps {
  /** The masked form: `341524********601X`. */
  readonly masked: string;
  /** What it is, for the question: «身份证号». */
  readonly what: string;
  /** Fetches the full value; the server writes the reason into the log. */
  readonly reveal: (reason: string) => Promise<string>;
}

/** A masked number. 「显示」 asks a reason; after 60 seconds it is masked again. */
export function Masked({ masked, what, reveal }: MaskedProps) {
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string | null>(null);
  useEffect(() => {
    if (full === null) return;
    const timer = setTimeout(() => setFull(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);
  return (
    <span className="nowrap">
      <span aria-live="polite">{full ?? masked}</span>{' '}
      <button type="button" className="lnk" onClick={() => (full === null ? setAsking(true) : setFull(null))}>
        {full === null ? '显示' : '遮住'}
      </button>
      {asking && (
        <RevealDialog
          what={what}
          reveal={reveal}
          onClose={() => setAsking(false)}
          onShown={(value) => {
            setFull(value);
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

interface RevealProps extends Pick<MaskedProps, 'what' | 'reveal'> {
  readonly onClose: () => void;
  readonly onShown: (value: string) => void;
}

function RevealDialog({ what, reveal, onClose, onShown }: RevealProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const ask = async () => {
    if (reason.trim() === '') return setErrors([{ field: id, message: '请写为什么要看。' }]);
    try {
      onShown(await reveal(reason.trim()));
    } catch (problem) {
      setErrors(fieldErrors(problem, id));
    }
  };
  return (
    <Dialog title={`显示${what}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <ErrorSummary errors={errors} />
        <Field id={id} label="理由" hint="60 秒后自动遮回，并留记录。" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn pri">
          显示
        </button>
      </form>
    </Dialog>
  );
}
