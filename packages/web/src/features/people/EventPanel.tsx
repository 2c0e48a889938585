import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { effectWords, uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import {
  DetailPanel,
  ErrorSummary,
  Field,
  type PaperDraft,
  PaperDrop,
  Part,
} from '../../components/index.ts';
import { type EventType, type Person, personQuery, reportEvent } from './data.ts';
import { EVENTS, effectCells, eventDone, missingOf, SOURCES, stopWords } from './events.ts';

interface EventPanelProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** 去世 | 迁出 | 服刑 | 其他停发: day, source, paper; what it touches is shown before anything is written. */
export function EventPanel({ person, onDone, onClose }: EventPanelProps) {
  const { division, asOf } = useScope();
  const { today } = useSession();
  const [type, setType] = useState<EventType>('death');
  const [day, setDay] = useState('');
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const missing = missingOf({ type, day, source, reason }, person, today);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      const taken = [];
      for (const paper of papers) taken.push(await uploadPaper(division, paper));
      const paperId = taken[0]?.id;
      const told = { type, day, source, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
      const body = paperId === undefined ? told : { ...told, paperId };
      const { holdId } = await reportEvent(division, person.id, body);
      const now = await queryClient.fetchQuery(personQuery(division, person.id, asOf));
      const dueOn = now.holds.find((hold) => hold.id === holdId)?.dueOn ?? null;
      onDone(eventDone(type, dueOn, today, paperId !== undefined));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'day'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <DetailPanel title="去世/迁出" note={person.name} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} />
        <fieldset className="row gap4 people-radios">
          <legend className="sr">什么事</legend>
          {EVENTS.map((event) => (
            <label key={event.type} className="tick">
              <input
                type="radio"
                name="event"
                checked={type === event.type}
                onChange={() => setType(event.type)}
              />
              {event.words}
            </label>
          ))}
        </fieldset>
        <Field
          id="day"
          label={EVENTS.find((event) => event.type === type)?.dayWords ?? '哪天'}
          errors={errors}
        >
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="field"
              max={today}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Field id="source" label="谁报的" errors={errors}>
          {(aria) => (
            <select
              {...aria}
              className="field"
              value={source}
              onChange={(event) => setSource(event.target.value)}
            >
              <option value="">请选</option>
              {SOURCES.map((words) => (
                <option key={words}>{words}</option>
              ))}
            </select>
          )}
        </Field>
        <Field id="reason" label="说明" optional={type !== 'stop'} errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <h3>证明（可以后补）</h3>
        <PaperDrop papers={papers} onChange={setPapers} day={day || today} disabled={busy} />
        <h3 className="people-h3">影响</h3>
        <Effects person={person} type={type} day={day} />
        <div className="row gap3 people-end">
          <button type="button" className="btn" onClick={onClose}>
            先不报
          </button>
          <button type="submit" className="btn pri" disabled={busy}>
            {busy ? '正在存…' : '提交'}
          </button>
        </div>
      </form>
    </DetailPanel>
  );
}

function Effects({ person, type, day }: { person: Person; type: EventType; day: string }) {
  const { division } = useScope();
  const asked = useDeferredValue(day);
  const rights = person.rights.filter((right) => right.inForce);
  const query = useQuery({
    queryKey: ['event-effects', person.id, type, asked],
    enabled: asked !== '' && rights.length > 0,
    queryFn: async (): Promise<readonly string[]> => {
      const lines: string[] = [];
      for (const { spellId: id } of rights) {
        const params = { path: { kind: 'spell', id }, query: { division } };
        const body = { cells: effectCells(type, asked) };
        const effects = await answer(api.POST('/api/records/{kind}/{id}/effects', { params, body }));
        lines.push(...effectWords(effects));
      }
      return lines;
    },
  });
  if (day === '') return <p className="t2">选了日子，这里先写明从哪月停、动到哪些指标和已签报告。</p>;
  const stops = stopWords(type, day, person.paidThrough);
  if (rights.length === 0) return <p>他现在没有在享受的待遇，只登记这件事。</p>;
  return (
    <ul>
      {stops.map((words) => (
        <li key={words}>{words}</li>
      ))}
      <Part query={query} waiting="正在算影响…">
        {(lines) => (
          <>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </>
        )}
      </Part>
    </ul>
  );
}
