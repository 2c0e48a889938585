import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type FieldError, fieldErrors } from '../api/errors.ts';
import { useSession } from '../api/session.ts';
import { ErrorSummary, Field } from '../components/Form.tsx';
import { Gate } from './Gate.tsx';

interface LockCoverProps {
  readonly name: string;
  /** Rejects when the pass code is wrong. */
  readonly onEnter: (passCode: string) => Promise<void>;
}

/** What covers the screen: whose it is, and one field. A modal dialog, so that it stands above every other. */
export function LockCover({ name, onEnter }: LockCoverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    const show = () => {
      if (!node?.isConnected || node.open) return;
      node.showModal();
      node.querySelector('input')?.focus();
    };
    show();
    // Escape twice closes a dialog in some browsers whatever the page says; the cover comes back.
    node?.addEventListener('close', show);
    return () => {
      node?.removeEventListener('close', show);
      node?.close();
    };
  }, []);
  return (
    <dialog className="lock" ref={dialog} aria-label="屏幕已锁" onCancel={(event) => event.preventDefault()}>
      <Gate title="屏幕已锁">
        <p className="lock-words">{name}，15 分钟没有动，屏幕自己遮上了。没存的都还在，输入口令接着办。</p>
        <PassCode onEnter={onEnter} />
        <p className="lock-words">
          <a href="/login">换人登录</a>
          <span className="t2">（没存的会丢）</span>
        </p>
      </Gate>
    </dialog>
  );
}

function PassCode({ onEnter }: Pick<LockCoverProps, 'onEnter'>) {
  const { sample } = useSession();
  const [passCode, setPassCode] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    if (passCode === '') return setErrors([{ field: 'lockCode', message: '请写口令。' }]);
    setBusy(true);
    try {
      await onEnter(passCode);
    } catch (problem) {
      setErrors(fieldErrors(problem, 'lockCode'));
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
      <Field
        id="lockCode"
        label="口令"
        // The sample's own pass code, which holds nothing real: packages/server/src/apps/sample.ts.
        hint={sample ? '练习用户的口令都是 lianxi-2017' : '可以粘贴。'}
        errors={errors}
      >
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
        {busy ? '正在打开…' : '打开'}
      </button>
    </form>
  );
}
