import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Note, Part, PrintPage, usePrint } from '../../components/index.ts';
import { NewUser } from './NewUser.tsx';
import { EXCLUSIONS, missingHands, roleDoes, type User } from './roles.ts';
import { UserPanel } from './UserPanel.tsx';

function useUsers() {
  const { division } = useScope();
  return useQuery({
    queryKey: ['users', division],
    queryFn: () => answer(api.GET('/api/users', { params: { query: { division } } })),
  });
}

const rolesText = ({ roles }: User) => roles.map(({ role }) => role).join('、');

function UserTable({ users, onOpen }: { users: readonly User[]; onOpen: (id: string) => void }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">角色</th>
          <th scope="col">单位</th>
          <th scope="col">给角色的人</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td className="nowrap">
              <button type="button" className="lnk b" onClick={() => onOpen(user.id)}>
                {user.name}
              </button>
              {user.lockedUntil !== null && Date.parse(user.lockedUntil) > Date.now() && (
                <span className="check">　已锁</span>
              )}
            </td>
            <td>{rolesText(user) || <span className="t2">没有角色，登录不了</span>}</td>
            <td>{[...new Set(user.roles.map(({ divisionName }) => divisionName))].join('、')}</td>
            <td className="t2">
              {user.roles.map(({ id, role, grantedBy, grantedAt }) => (
                <div key={id}>
                  {role}　{grantedBy}　{grantedAt.slice(0, 10)}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hands({ users }: { users: readonly User[] }) {
  const { onePerson } = useSession();
  const missing = missingHands(users);
  if (missing.length === 0 || onePerson) return null;
  return (
    <Note kind="check">
      还没有{missing.join('、')}
      。至少设三人：经办、复核、批准；只有一人的，请在「参数」里设「一人办公」，后两步纸质签批。
    </Note>
  );
}

function PrintUsers({ users }: { users: readonly User[] }) {
  const print = usePrint();
  const { divisionName, asOf } = useScope();
  const rows = users.flatMap((user) => user.roles.map((role) => ({ user: user.name, ...role })));
  const columns = [
    { key: 'user', title: '姓名', mm: 30, cell: (row: (typeof rows)[number]) => row.user },
    { key: 'role', title: '角色', mm: 24, cell: (row: (typeof rows)[number]) => row.role },
    { key: 'does', title: '做什么', cell: (row: (typeof rows)[number]) => roleDoes(row.role) },
    {
      key: 'since',
      title: '从哪天',
      mm: 28,
      cell: (row: (typeof rows)[number]) => row.grantedAt.slice(0, 10),
    },
  ];
  const sheets = (
    <PrintPage
      title="用户权限表"
      office={divisionName}
      asOf={asOf}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
    />
  );
  return (
    <button type="button" className="btn" onClick={() => print(sheets)}>
      印用户权限表
    </button>
  );
}

/** 用户与权限: who there is, and at the right the one who is being added or changed. */
export function Users() {
  const query = useUsers();
  const [open, setOpen] = useState<string>();
  return (
    <div className="sys">
      <Part query={query}>
        {({ users, roles }) => {
          const opened = users.find(({ id }) => id === open);
          return (
            <div className="cols">
              <section>
                <Hands users={users} />
                <UserTable users={users} onOpen={setOpen} />
                <p className="t2" style={{ marginTop: 12 }}>
                  {EXCLUSIONS}收回角色立刻生效。
                </p>
                <div className="row" style={{ marginTop: 12 }}>
                  <PrintUsers users={users} />
                </div>
              </section>
              <section className="side">
                {opened ? (
                  <UserPanel key={opened.id} user={opened} roles={roles} onClose={() => setOpen(undefined)} />
                ) : (
                  <NewUser roles={roles} />
                )}
              </section>
            </div>
          );
        }}
      </Part>
    </div>
  );
}
