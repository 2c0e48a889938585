import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary, Field } from '../../components/index.ts';
import { PassCodes } from './PassCodes.tsx';
import { excludedBy, passCodeErrors, roleDoes, type User } from './roles.ts';
import { useAsk } from './useAsk.ts';

interface UserPanelProps {
  readonly user: User;
  readonly roles: readonly string[];
  readonly onClose: () => void;
}

function HeldRoles({ user }: { user: User }) {
  const { division } = useScope();
  const { busy, errors, done, run } = useAsk('held');
  const end = (roleId: string, role: string) =>
    run([], async () => {
      const params = { path: { id: user.id, roleId }, query: { division } };
      await answer(api.DELETE('/api/users/{id}/roles/{roleId}', { params }));
      return `已收回${role}，立刻生效。`;
    });
  return (
    <div id="held" tabIndex={-1}>
      <ErrorSummary errors={errors} />
      {user.roles.map(({ id, role, divisionName }) => (
        <div className="row" key={id} style={{ marginBottom: 6 }}>
          <span className="b nowrap">{role}</span>
          <span className="t2 grow">
            {divisionName}　{roleDoes(role)}
          </span>
          <button
            type="button"
            className="btn s"
            disabled={busy}
            aria-label={`收回${role}`}
            onClick={() => void end(id, role)}
          >
            收回
          </button>
        </div>
      ))}
      <p className="done" role="status">
        {done}
      </p>
    </div>
  );
}

function GiveRole({ user, roles }: { user: User; roles: readonly string[] }) {
  const { division } = useScope();
  const held = user.roles.map(({ role }) => role as string);
  const [role, setRole] = useState('');
  const { busy, errors, done, run } = useAsk('more');
  const give = () =>
    run(role === '' ? [{ field: 'more', message: '请选一个角色。' }] : [], async () => {
      const params = { path: { id: user.id }, query: { division } };
      await answer(api.POST('/api/users/{id}/roles', { params, body: { role, divisionCode: division } }));
      setRole('');
      return `${user.name}已是${role}。`;
    });
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void give();
      }}
    >
      <ErrorSummary errors={errors} />
      <Field
        id="more"
        label="再给一个角色"
        hint={roleDoes(role) || '灰的不能和已有的一人兼。'}
        errors={errors}
      >
        {(aria) => (
          <select {...aria} className="field" value={role} onChange={(event) => setRole(event.target.value)}>
            <option value="">请选</option>
            {roles.map((each) => {
              const why = excludedBy(each, held);
              return (
                <option key={each} value={each} disabled={why !== undefined}>
                  {why === undefined ? each : `${each}（${why}）`}
                </option>
              );
            })}
          </select>
        )}
      </Field>
      <button type="submit" className="btn" disabled={busy}>
        给角色
      </button>
      <p className="done" role="status">
        {done}
      </p>
    </form>
  );
}

function OtherPassCode({ user }: { user: User }) {
  const { division } = useScope();
  const [passCode, setPassCode] = useState('');
  const [again, setAgain] = useState('');
  const { busy, errors, done, run } = useAsk('passCode');
  const set = async () => {
    const isSet = await run(passCodeErrors(passCode, again), async () => {
      const params = { path: { id: user.id }, query: { division } };
      await answer(api.POST('/api/users/{id}/passcode', { params, body: { passCode } }));
      return `${user.name}的口令已换，他开着的页面都已退出。请当面告诉本人。`;
    });
    if (!isSet) return;
    setPassCode('');
    setAgain('');
  };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void set();
      }}
    >
      <ErrorSummary errors={errors} />
      <PassCodes
        label="新口令"
        {...{ passCode, again, errors }}
        onPassCode={setPassCode}
        onAgain={setAgain}
      />
      <button type="submit" className="btn" disabled={busy}>
        另设口令
      </button>
      <p className="done" role="status">
        {done}
      </p>
    </form>
  );
}

/** One user: what he holds, what he may be given, a new pass code when he forgot his. */
export function UserPanel({ user, roles, onClose }: UserPanelProps) {
  return (
    <>
      <div className="row">
        <h2 className="grow">{user.name}</h2>
        <button type="button" className="lnk" onClick={onClose}>
          添用户
        </button>
      </div>
      <HeldRoles user={user} />
      <GiveRole user={user} roles={roles} />
      <OtherPassCode user={user} />
    </>
  );
}
