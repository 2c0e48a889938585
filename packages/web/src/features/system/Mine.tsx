import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { ErrorSummary, Field } from '../../components/index.ts';
import { PassCodes } from './PassCodes.tsx';
import { passCodeErrors } from './roles.ts';
import { useAsk } from './useAsk.ts';

/** One's own pass code: the present one first; all his open pages end, this one too. */
export function Mine() {
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [passCode, setPassCode] = useState('');
  const [again, setAgain] = useState('');
  const { busy, errors, run } = useAsk('current');
  const change = async () => {
    const missing = current === '' ? [{ field: 'current', message: '请写现在的口令。' }] : [];
    const changed = await run([...missing, ...passCodeErrors(passCode, again)], async () => {
      const params = { path: { id: user?.id ?? '' } };
      await answer(api.POST('/api/users/{id}/passcode', { params, body: { passCode, current } }));
      return '口令已换，请用新口令登录。';
    });
    if (changed) location.assign('/login');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <div className="sys">
      <form noValidate className="narrow" onSubmit={onSubmit}>
        <h2>{user?.name}的口令</h2>
        <ErrorSummary errors={errors} />
        <Field id="current" label="现在的口令" hint="连续写错 5 次，锁 15 分钟。" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              type="password"
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <PassCodes
          label="新口令"
          {...{ passCode, again, errors }}
          onPassCode={setPassCode}
          onAgain={setAgain}
        />
        <p className="t2">换好以后要用新口令重新登录，别处开着的页面也会退出。</p>
        <button type="submit" className="btn pri" disabled={busy}>
          {busy ? '正在换…' : '换口令'}
        </button>
      </form>
    </div>
  );
}
