import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { FieldError } from '../../api/errors.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary } from '../../components/index.ts';
import { PassCodes } from './PassCodes.tsx';
import { useAsk } from './useAsk.ts';

const TWICE = '两遍口令不一样，请再写一遍。';

/** 现在备份: made under a pass phrase, restored on trial at once. */
export function NewBackup() {
  const { division } = useScope();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { busy, errors, done, run } = useAsk('passCode');
  const make = async () => {
    const wrong: readonly FieldError[] = passphrase === again ? [] : [{ field: 'again', message: TWICE }];
    const made = await run(wrong, async () => {
      const backup = await answer(
        api.POST('/api/backups', { params: { query: { division } }, body: { passphrase } }),
      );
      return `${backup.text}请点「取走」，拷到备份盘，放在别的屋里。`;
    });
    if (!made) return;
    setPassphrase('');
    setAgain('');
  };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>现在备份</h2>
      <ErrorSummary errors={errors} />
      <PassCodes
        label="备份口令"
        hint="至少 8 个字符，写在纸上。没有它，换一台电脑谁也打不开。"
        passCode={passphrase}
        again={again}
        errors={errors}
        onPassCode={setPassphrase}
        onAgain={setAgain}
      />
      <button type="submit" className="btn pri" disabled={busy}>
        {busy ? '正在备份并试恢复，请等一等…' : '现在备份'}
      </button>
      <p className="done" role="status">
        {done}
      </p>
    </form>
  );
}
