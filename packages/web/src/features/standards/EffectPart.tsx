import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorWords, RefusedError } from '../../api/errors.ts';
import { useScope } from '../../app/scope.ts';
import { Note, Part } from '../../components/index.ts';
import { type EffectAsk, type EffectKind, effectQuery, type Months } from './data.ts';
import { EffectView } from './EffectView.tsx';
import { plainWords } from './words.ts';

interface EffectPartProps {
  readonly ask: EffectAsk;
  readonly kind: EffectKind;
  readonly title: string;
  /** The months shown first, if not those the answer suggests. */
  readonly first?: Months;
  /** Called once an effect stands on the screen. */
  readonly onSeen?: () => void;
}

/** «看影响» with the months it is asked for, which may be changed. */
export function EffectPart({ ask, kind, title, first = {}, onSeen }: EffectPartProps) {
  const { division } = useScope();
  const [months, setMonths] = useState<Months>(first);
  const effect = useQuery(effectQuery(division, ask, months));
  const isHere = effect.data !== undefined;
  useEffect(() => {
    if (isHere) onSeen?.();
  }, [isHere, onSeen]);
  const shown = { ...{ from: effect.data?.from, to: effect.data?.to }, ...months };
  return (
    <>
      {kind !== 'try' && (
        <div className="row wrap std-span">
          <span className="t2">看</span>
          <MonthField label="从" value={shown.from} onChange={(from) => setMonths({ ...shown, from })} />
          <span className="t2">至</span>
          <MonthField label="至" value={shown.to} onChange={(to) => setMonths({ ...shown, to })} />
          <span className="t2">{kind === 'derived' ? '的应发' : '的影响'}</span>
        </div>
      )}
      {effect.error instanceof RefusedError ? (
        <Note kind="stop">
          {errorWords(effect.error).map((words) => (
            <p key={words}>{plainWords(words)}</p>
          ))}
        </Note>
      ) : (
        <Part query={effect} waiting="正在逐人逐月算…">
          {(data) => <EffectView effect={data} kind={kind} title={title} />}
        </Part>
      )}
    </>
  );
}

interface MonthFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (month: string) => void;
}

function MonthField({ label, value, onChange }: MonthFieldProps) {
  return (
    <input
      type="month"
      className="field std-month"
      aria-label={`影响${label}哪个月`}
      value={value ?? ''}
      onChange={(event) => {
        if (event.target.value !== '') onChange(event.target.value);
      }}
    />
  );
}
