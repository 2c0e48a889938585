import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client.ts';
import { errorWords, RefusedError } from '../api/errors.ts';
import { openSample, renewSession, useSession } from '../api/session.ts';
import { Gate } from '../app/Gate.tsx';
import { router } from '../app/router.tsx';
import { ErrorSummary, Field, type FieldError, useDraft } from '../components/Form.tsx';
import { type StartDraft, startErrors } from './start.ts';

const LABELS: readonly (readonly [keyof StartDraft, string, string | undefined])[] = [
  ['townCode', '行政区划代码', '9 位或 12 位，和报表上的一样。'],
  ['townName', '乡镇（街道）名称', undefined],
  ['year', '先做哪一年', '以后随时可以换年度。'],
  ['userName', '您的姓名', '您就是第一个使用人：经办和管理。其他人以后在「系统」里添。'],
];

function refusedFields(problem: unknown): readonly FieldError[] {
  if (problem instanceof RefusedError)
    return problem.refusals.map(({ field, message }) => ({ field: field ?? 'townCode', message }));
  return errorWords(problem).map((message) => ({ field: 'townCode', message }));
}

function SampleButton() {
  const [state, setState] = useState<'idle' | 'busy' | readonly string[]>('idle');
  const open = async () => {
    setState('busy');
    try {
      location.assign(await openSample());
    } catch (problem) {
      setState(errorWords(problem));
    }
  };
  return (
    <>
      <button type="button" className="btn" disabled={state === 'busy'} onClick={() => void open()}>
        {state === 'busy' ? '正在打开例子，约半分钟…' : '看填好的例子'}
      </button>
      {typeof state === 'object' && (
        <p className="stop" role="alert">
          {state.join(' ')}
        </p>
      )}
    </>
  );
}

export function Page() {
  const session = useSession();
  const client = useQueryClient();
  const { draft, change, clear } = useDraft<StartDraft>('start', {
    townCode: '',
    townName: '',
    year: session.today.slice(0, 4),
    userName: '',
  });
  const [passCode, setPassCode] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const start = async () => {
    const wrong = startErrors(draft, passCode, again);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const body = {
        ...draft,
        townName: draft.townName.trim(),
        userName: draft.userName.trim(),
        year: Number(draft.year),
      };
      await answer(api.POST('/api/start', { body: { ...body, townCode: draft.townCode.trim(), passCode } }));
      clear();
      client.clear();
      await renewSession();
      router.history.push(`/?year=${draft.year}`);
    } catch (problem) {
      setErrors(refusedFields(problem));
    } finally {
      setBusy(false);
    }
  };
  if (!session.needsStart)
    return (
      <Gate title="首次使用">
        <p>
          这里已经启用，请 <a href="/login">登录</a>。
        </p>
      </Gate>
    );
  return (
    <Gate title="首次使用">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <ErrorSummary errors={errors} />
        {LABELS.map(([field, label, hint]) => (
          <Field key={field} id={field} label={label} hint={hint} errors={errors}>
            {(aria) => (
              <input
                {...aria}
                className="field"
                inputMode={field === 'townCode' || field === 'year' ? 'numeric' : undefined}
                value={draft[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field id="passCode" label="设一个口令" hint="至少 8 位，可以粘贴。" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              type="password"
              autoComplete="new-password"
              value={passCode}
              onChange={(event) => setPassCode(event.target.value)}
            />
          )}
        </Field>
        <Field id="again" label="再写一遍口令" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              type="password"
              autoComplete="new-password"
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
          )}
        </Field>
        <div className="row gap3">
          <button type="submit" className="btn pri" disabled={busy}>
            {busy ? '正在准备…' : '开始'}
          </button>
          <SampleButton />
        </div>
      </form>
    </Gate>
  );
}
