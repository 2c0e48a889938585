import type { FieldError } from '../../api/errors.ts';
import { Field } from '../../components/index.ts';
import { LEVELS } from '../funds/data.ts';
import '../kept/kept.css';
import type { Fund } from './data.ts';

/** An amount as it is typed: how much, for which month, from whose money, what for. */
export interface AmountTyped {
  readonly yuan: string;
  readonly month: string;
  readonly fund: Fund;
  readonly reason: string;
}

interface AmountFieldsProps {
  readonly typed: AmountTyped;
  readonly errors: readonly FieldError[];
  readonly onChange: (typed: AmountTyped) => void;
  readonly monthLabel?: string;
  readonly amountLabel?: string;
  readonly amountHint?: string;
  readonly reasonHint?: string;
}

export function AmountFields({
  typed,
  errors,
  onChange,
  monthLabel = '所属月',
  amountLabel = '金额（元）',
  amountHint,
  reasonHint,
}: AmountFieldsProps) {
  const set = (part: Partial<AmountTyped>) => onChange({ ...typed, ...part });
  const hint = amountHint === undefined ? {} : { hint: amountHint };
  return (
    <>
      <div className="kept-two">
        <Field id="yuan" label={amountLabel} errors={errors} {...hint}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              inputMode="decimal"
              value={typed.yuan}
              onChange={(event) => set({ yuan: event.target.value })}
            />
          )}
        </Field>
        <Field id="fund" label="哪一级的钱" errors={errors}>
          {(aria) => (
            <select
              {...aria}
              className="field"
              value={typed.fund}
              onChange={(event) => set({ fund: event.target.value as Fund })}
            >
              {LEVELS.map(({ level, words }) => (
                <option key={level} value={level}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="kept-two">
        <Field id="month" label={monthLabel} errors={errors}>
          {(aria) => (
            <input
              {...aria}
              type="month"
              className="field"
              value={typed.month}
              onChange={(event) => set({ month: event.target.value })}
            />
          )}
        </Field>
        <Field id="reason" label="事由" errors={errors} {...(reasonHint ? { hint: reasonHint } : {})}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={typed.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
