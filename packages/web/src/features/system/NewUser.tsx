import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary, Field } from '../../components/index.ts';
import { PassCodes } from './PassCodes.tsx';
import { passCodeErrors, roleDoes } from './roles.ts';
import { useAsk } from './useAsk.ts';

/** A user with a first role; more roles are given on his own panel. */
export function NewUser({ roles }: { roles: readonly string[] }) {
  const { division, divisionName } = useScope();
  const [name, setName] = useState('');
  const [role, setRole] = useState('复核');
  const [passCode, setPassCode] = useState('');
  const [again, setAgain] = useState('');
  const { busy, errors, done, run } = useAsk('name');
  const add = async () => {
    const wrong = name.trim() === '' ? [{ field: 'name', message: '请写姓名。' }] : [];
    const body = { name: name.trim(), passCode, role, divisionCode: division };
    const added = await run([...wrong, ...passCodeErrors(passCode, again)], async () => {
      await answer(api.POST('/api/users', { params: { query: { division } }, body }));
      return `已添${body.name}（${role}）。请当面把口令告诉本人，登录后自己改。`;
    });
    if (!added) return;
    setName('');
    setPassCode('');
    setAgain('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <h2>添用户</h2>
      <ErrorSummary errors={errors} />
      <Field id="name" label="姓名" hint={`在${divisionName}。同名的请加注。`} errors={errors}>
        {(aria) => (
          <input
            {...aria}
            className="field"
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id="role" label="角色" hint={roleDoes(role)} errors={errors}>
        {(aria) => (
          <select {...aria} className="field" value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        )}
      </Field>
      <PassCodes {...{ passCode, again, errors }} onPassCode={setPassCode} onAgain={setAgain} />
      <button type="submit" className="btn pri" disabled={busy}>
        {busy ? '正在添…' : '添上'}
      </button>
      <p className="done" role="status">
        {done}
      </p>
    </form>
  );
}
