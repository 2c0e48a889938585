import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { DetailPanel, ErrorSummary, FormEnd, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { eventEffectsQuery, reportEvent } from './changes.ts';
import { type Person, personQuery } from './data.ts';
import { EffectList } from './EffectList.tsx';
import { EventFields } from './EventFields.tsx';
import { type EventType, eventDone, missingOf, stopWords, type Told, toldIn } from './events.ts';

interface EventPanelProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Sends the papers, then the report; resolves with what is said about it. */
function useReport(person: Person) {
  const { division, asOf } = useScope();
  const { today } = useSession();
  return async (told: Told, papers: readonly PaperDraft[]): Promise<string> => {
    const taken = [];
    for (const paper of papers) taken.push(await uploadPaper(division, paper));
    const paperId = taken[0]?.id;
    const { reason, ...plain } = told;
    const body = {
      ...plain,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(paperId === undefined ? {} : { paperId }),
    };
    const { holdId } = await reportEvent(division, person.id, body);
    const now = await queryClient.fetchQuery(personQuery(division, person.id, asOf));
    const dueOn = now.holds.find((hold) => hold.id === holdId)?.dueOn ?? null;
    return eventDone(told.type, dueOn, today, paperId !== undefined);
  };
}

/** 去世 | 迁出 | 服刑 | 其他停发: day, source, paper; what it touches is shown before anything is written. */
export function EventPanel({ person, onDone, onClose }: EventPanelProps) {
  const { today } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const [told, setTold] = useState(() => toldIn(search));
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const report = useReport(person);
  const change = (part: Partial<Told>) => {
    setErrors(errors.filter(({ field }) => !(field in part)));
    setTold({ ...told, ...part });
  };
  const submit = async () => {
    const missing = missingOf(told, person, today);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      onDone(await report(told, papers));
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
        <EventFields told={told} errors={errors} onChange={change} />
        <h3>证明（可以后补）</h3>
        <PaperDrop papers={papers} onChange={setPapers} day={told.day || today} disabled={busy} />
        <div className="panel-foot">
          <h3>影响</h3>
          <Effects person={person} type={told.type} day={told.day} />
          <FormEnd leave="先不报" onLeave={onClose} disabled={busy} does={busy ? '正在存…' : '提交'} />
        </div>
      </form>
    </DetailPanel>
  );
}

function Effects({ person, type, day }: { person: Person; type: EventType; day: string }) {
  const { division, year } = useScope();
  const asked = useDeferredValue(day);
  const query = useQuery({
    ...eventEffectsQuery({ division, year }, person.id, type, asked),
    enabled: asked !== '',
  });
  if (day === '')
    return <p className="t2">选了日子，这里先写明从哪月停、多发多少、动到哪些指标和已签报告。</p>;
  return <EffectList query={query} lead={stopWords(type, day)} />;
}
