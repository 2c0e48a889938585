import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Mark } from '../components/Note.tsx';
import { GoLink } from './links.tsx';
import { isBuilt } from './rooms.ts';

const ROLES: readonly string[] = ['管理', '经办'];
const HOUR = 3_600_000;

/** After seven days without a copy on another disk: one line on every page of 管理 and 经办. */
export function BackupBand() {
  const { user, sample } = useSession();
  const isTold = !sample && (user?.roles.some(({ role }) => ROLES.includes(role)) ?? false);
  const { data } = useQuery({
    queryKey: ['backups', 'status'],
    queryFn: () => answer(api.GET('/api/backups/status')),
    enabled: isTold,
    staleTime: HOUR,
    refetchInterval: HOUR,
    retry: false,
  });
  if (!isTold || !data?.warning) return null;
  return (
    <div className="practice row" role="status">
      <Mark kind="check" />
      <span className="grow">{data.warning}</span>
      {user?.actions.includes('backup.run') && isBuilt('/system') && (
        <GoLink to="/system" search={{ tab: 'backup' }}>
          去备份
        </GoLink>
      )}
    </div>
  );
}
