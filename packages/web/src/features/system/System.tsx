import { useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSession } from '../../api/session.ts';
import type { Search } from '../../app/search.ts';
import { PageBar, Tabs } from '../../components/index.ts';
import { Backups } from './Backups.tsx';
import { Jobs } from './Jobs.tsx';
import { Log } from './Log.tsx';
import { Machine } from './Machine.tsx';
import { Mine } from './Mine.tsx';
import { Settings } from './Settings.tsx';
import './system.css';
import { Users } from './Users.tsx';

interface Room {
  readonly key: string;
  readonly label: string;
  /** The action without which the tab is not there; all see the others. */
  readonly needs?: string;
  readonly Show: ComponentType;
}

const ROOMS: readonly Room[] = [
  { key: 'users', label: '用户与权限', needs: 'users.manage', Show: Users },
  { key: 'settings', label: '参数', needs: 'settings.write', Show: Settings },
  { key: 'log', label: '日志', needs: 'audit.read', Show: Log },
  { key: 'backup', label: '备份恢复', needs: 'backup.run', Show: Backups },
  { key: 'mine', label: '我的口令', Show: Mine },
  { key: 'jobs', label: '任务', needs: 'records.read', Show: Jobs },
  { key: 'machine', label: '本机', Show: Machine },
];

/** 系统: everybody finds here what he may do, and nothing else. */
export function Page() {
  const { user } = useSession();
  const { tab } = useSearch({ strict: false }) as Search;
  const rooms = ROOMS.filter(({ needs }) => needs === undefined || user?.actions.includes(needs));
  const current = rooms.find(({ key }) => key === tab) ?? rooms[0];
  if (current === undefined) return null;
  const { Show } = current;
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={rooms} current={current.key} />} />
      <Show />
    </div>
  );
}
