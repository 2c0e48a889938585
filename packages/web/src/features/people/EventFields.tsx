import type { FieldError } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { PickField, TextField } from '../../components/index.ts';
import { EVENTS, SOURCES, type Told } from './events.ts';

interface EventFieldsProps {
  readonly told: Told;
  readonly errors: readonly FieldError[];
  readonly onChange: (part: Partial<Told>) => void;
}

/** What happened, when, who told it; why only where nothing else says it. */
export function EventFields({ told, errors, onChange }: EventFieldsProps) {
  const { today } = useSession();
  const dayWords = EVENTS.find(({ type }) => type === told.type)?.dayWords ?? '哪天';
  return (
    <>
      <fieldset className="row gap4 wrap people-radios">
        <legend className="sr">什么事</legend>
        {EVENTS.map(({ type, words }) => (
          <label key={type} className="tick">
            <input
              type="radio"
              name="event"
              checked={told.type === type}
              onChange={() => onChange({ type })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <div className="people-pair">
        <TextField
          id="day"
          label={dayWords}
          errors={errors}
          type="date"
          max={today}
          value={told.day}
          onChange={(day) => onChange({ day })}
        />
        <PickField
          id="source"
          label="谁报的"
          errors={errors}
          value={told.source}
          options={SOURCES.map((words) => ({ value: words, words }))}
          onChange={(source) => onChange({ source })}
          none="请选"
        />
      </div>
      <TextField
        id="reason"
        label="说明"
        optional={told.type !== 'stop'}
        errors={errors}
        value={told.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
