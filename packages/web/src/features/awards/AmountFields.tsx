import type { FieldError } from '../../api/errors.ts';
import { PickField, TextField } from '../../components/index.ts';
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
      <div className="fld-two">
        <TextField
          id="yuan"
          label={amountLabel}
          errors={errors}
          {...hint}
          inputMode="decimal"
          value={typed.yuan}
          onChange={(yuan) => set({ yuan })}
        />
        <PickField
          id="fund"
          label="哪一级的钱"
          errors={errors}
          value={typed.fund}
          options={LEVELS.map(({ level, words }) => ({ value: level, words }))}
          onChange={(fund) => set({ fund })}
        />
      </div>
      <div className="fld-two">
        <TextField
          id="month"
          label={monthLabel}
          errors={errors}
          type="month"
          value={typed.month}
          onChange={(month) => set({ month })}
        />
        <TextField
          id="reason"
          label="事由"
          errors={errors}
          {...(reasonHint ? { hint: reasonHint } : {})}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
        />
      </div>
    </>
  );
}
