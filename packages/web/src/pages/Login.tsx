import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type FieldError, fieldErrors } from '../api/errors.ts';
import { signIn, useSession } from '../api/session.ts';
import { Gate } from '../app/Gate.tsx';
import { router } from '../app/router.tsx';
import type { Search } from '../app/search.ts';
import { ErrorSummary, Field } from '../components/Form.tsx';
import { loginErrors, safeNext } from './login.ts';

function LoginForm() {
  const { next } = useSearch({ strict: false }) as Search;
  const [name, setName] = useState('');
  const [passCode, setPassCode] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    const missing = loginErrors(name, passCode);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await signIn(name.trim(), passCode);
      router.history.push(safeNext(next));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'passCode'));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <ErrorSummary errors={errors} />
      <Field id="name" label="姓名" errors={errors}>
        {(aria) => (
          <input
            {...aria}
            className="field"
            autoComplete="username"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id="passCode" label="口令" hint="可以粘贴。" errors={errors}>
        {(aria) => (
          <input
            {...aria}
            className="field"
            type="password"
            autoComplete="current-password"
            value={passCode}
            onChange={(event) => setPassCode(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="btn pri" disabled={busy}>
        {busy ? '正在登录…' : '登录'}
      </button>
    </form>
  );
}

export function Page() {
  const session = useSession();
  return (
    <Gate title="登录">
      {session.needsStart && (
        <p style={{ marginBottom: 16 }}>
          这台机器还没有用过，请先 <a href="/start">首次使用</a>。
        </p>
      )}
      <LoginForm />
      <p className="t2" style={{ marginTop: 24, fontSize: 'var(--fs-s)' }}>
        忘了口令，请本单位的管理人员在「系统」里重设。
      </p>
    </Gate>
  );
}
