import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Part } from '../../components/index.ts';
import { type EffectAsk, effectQuery, type Months } from './data.ts';
import { type EffectKind, EffectView } from './EffectView.tsx';

interface EffectPartProps {
  readonly ask: EffectAsk;
  readonly kind: EffectKind;
  readonly title: string;
}

/** «看影响» with the months it is asked for, which may be changed. */
export function EffectPart({ ask, kind, title }: EffectPartProps) {
  const { division } = useScope();
  const [months, setMonths] = useState<Months>({});
  const effect = useQuery(effectQuery(division, ask, months));
  const shown = { ...{ from: effect.data?.from, to: effect.data?.to }, ...months };
  return (
    <>
      {kind !== 'try' && (
        <div className="row wrap std-span">
          <span className="t2">看</span>
          <MonthField label="从" value={shown.from} onChange={(from) => setMonths({ ...shown, from })} />
          <span className="t2">至</span>
          <MonthField label="至" value={shown.to} onChange={(to) => setMonths({ ...shown, to })} />
          <span className="t2">的影响</span>
        </div>
      )}
      <Part query={effect} waiting="正在逐人逐月算…">
        {(data) => <EffectView effect={data} kind={kind} title={title} />}
      </Part>
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
