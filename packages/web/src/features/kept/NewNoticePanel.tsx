import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, FormEnd, TextField } from '../../components/index.ts';
import { categoryWords } from '../people/words.ts';
import { addNotice, type Notices } from './data.ts';
import { daysFrom, lastDay } from './noticing.ts';

interface NewNoticePanelProps {
  readonly found: Notices;
  /** Told the year in which it hangs, and its id, so that it is on the screen. */
  readonly onDone: (words: string, at: { readonly year: string; readonly id: string }) => void;
  readonly onClose: () => void;
}

const keyOf = ({ personId, category }: Notices['entrants'][number]) => `${personId} ${category}`;

/** 新增公示: everybody new whom no notice has named is ticked; names, villages and categories only. */
export function NewNoticePanel({ found: { entrants, days }, onDone, onClose }: NewNoticePanelProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [title, setTitle] = useState('新增优抚对象公示');
  const [fromDay, setFromDay] = useState(today);
  const [toDay, setToDay] = useState(lastDay(today, days));
  const [hangsAt, setHangsAt] = useState('村务公开栏');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const chosen = entrants.filter((one) => !left.has(keyOf(one)));
  const begin = (day: string) => {
    setFromDay(day);
    setToDay(lastDay(day, days));
  };
  const save = async () => {
    if (chosen.length === 0) return setErrors([{ field: 'people', message: '请先选人。' }]);
    setBusy(true);
    try {
      const people = chosen.map(({ personId, category }) => ({ personId, category }));
      const place = hangsAt.trim() === '' ? {} : { hangsAt: hangsAt.trim() };
      const { id } = await addNotice(division, { title, fromDay, toDay, ...place, people });
      onDone(`已记公示 ${chosen.length} 人，到 ${toDay}。请印公示单张贴，再挂上照片。`, {
        year: fromDay.slice(0, 4),
        id,
      });
    } catch (problem) {
      setErrors(fieldErrors(problem, 'toDay'));
      setBusy(false);
    }
  };
  const length = daysFrom(fromDay, toDay);
  return (
    <DetailPanel title="新增公示" onClose={onClose} isForm>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errors} />
        <TextField id="title" label="题名" errors={errors} value={title} onChange={setTitle} />
        <div className="fld-two">
          <TextField
            id="fromDay"
            label="从哪天"
            errors={errors}
            type="date"
            value={fromDay}
            onChange={begin}
          />
          <TextField
            id="toDay"
            label="到哪天"
            errors={errors}
            hint={
              length === undefined
                ? undefined
                : length < days
                  ? `${length} 天，不满 ${days} 天`
                  : `${length} 天`
            }
            type="date"
            value={toDay}
            onChange={setToDay}
          />
        </div>
        <TextField id="hangsAt" label="张贴处" optional value={hangsAt} onChange={setHangsAt} />
        <p id="people" tabIndex={-1}>
          名单 {chosen.length} 人
        </p>
        <div className="kept-people">
          {entrants.length === 0 && <p className="t2">近一年没有新增而还没公示的人。</p>}
          {entrants.map((one) => (
            <label key={keyOf(one)} className="tick">
              <input
                type="checkbox"
                checked={!left.has(keyOf(one))}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(keyOf(one));
                  else next.add(keyOf(one));
                  setLeft(next);
                }}
              />
              {one.name}　{one.village ?? '村不详'}　{categoryWords([one.category])}　{one.since} 起
            </label>
          ))}
        </div>
        <FormEnd leave="先不记" onLeave={onClose} disabled={busy} does="记下" />
      </form>
    </DetailPanel>
  );
}
