import type { FieldError } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { Field } from '../../components/index.ts';
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
        <Field id="day" label={dayWords} errors={errors}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="field"
              max={today}
              value={told.day}
              onChange={(event) => onChange({ day: event.target.value })}
            />
          )}
        </Field>
        <Field id="source" label="谁报的" errors={errors}>
          {(aria) => (
            <select
              {...aria}
              className="field"
              value={told.source}
              onChange={(event) => onChange({ source: event.target.value })}
            >
              <option value="">请选</option>
              {SOURCES.map((words) => (
                <option key={words}>{words}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field id="reason" label="说明" optional={told.type !== 'stop'} errors={errors}>
        {(aria) => (
          <input
            {...aria}
            className="field"
            value={told.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
