import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../api/client.ts';
import { type FieldError, fieldErrors } from '../api/errors.ts';
import { renewSession, useSession } from '../api/session.ts';
import { Gate } from '../app/Gate.tsx';
import { router } from '../app/router.tsx';
import { ErrorSummary, Field, useDraft } from '../components/Form.tsx';
import { SampleButton } from './SampleButton.tsx';
import { type StartDraft, startBody, startErrors } from './start.ts';

const LABELS: readonly (readonly [keyof StartDraft, string, string | undefined])[] = [
  ['townCode', '行政区划代码', '9 位或 12 位，和报表上的一样。'],
  ['townName', '乡镇（街道）名称', undefined],
  ['year', '先做哪一年', '以后随时可以换年度。'],
  ['userName', '您的姓名', '您就是第一个使用人：经办和管理。其他人以后在「系统」里添。'],
];

interface PassCodesProps {
  readonly passCode: string;
  readonly again: string;
  readonly errors: readonly FieldError[];
  readonly onPassCode: (text: string) => void;
  readonly onAgain: (text: string) => void;
}

function PassCodes({ passCode, again, errors, onPassCode, onAgain }: PassCodesProps) {
  const usual = { className: 'field', type: 'password', autoComplete: 'new-password' };
  return (
    <>
      <Field id="passCode" label="设一个口令" hint="至少 8 位，可以粘贴。" errors={errors}>
        {(aria) => (
          <input {...aria} {...usual} value={passCode} onChange={(event) => onPassCode(event.target.value)} />
        )}
      </Field>
      <Field id="again" label="再写一遍口令" errors={errors}>
        {(aria) => (
          <input {...aria} {...usual} value={again} onChange={(event) => onAgain(event.target.value)} />
        )}
      </Field>
    </>
  );
}

function StartForm() {
  const client = useQueryClient();
  const first = { townCode: '', townName: '', year: useSession().today.slice(0, 4), userName: '' };
  const { draft, change, clear } = useDraft<StartDraft>('start', first);
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
      await answer(api.POST('/api/start', { body: { ...startBody(draft), passCode } }));
      clear();
      client.clear();
      await renewSession();
      router.history.push(`/?year=${draft.year.trim()}`);
    } catch (problem) {
      setErrors(fieldErrors(problem, 'townCode'));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
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
      <PassCodes {...{ passCode, again, errors }} onPassCode={setPassCode} onAgain={setAgain} />
      <div className="row gap3">
        <button type="submit" className="btn pri" disabled={busy}>
          {busy ? '正在准备…' : '开始'}
        </button>
        <SampleButton />
      </div>
    </form>
  );
}

export function Page() {
  const { needsStart } = useSession();
  return (
    <Gate title="首次使用">
      {needsStart ? (
        <StartForm />
      ) : (
        <p>
          这里已经启用，请 <a href="/login">登录</a>。
        </p>
      )}
    </Gate>
  );
}
