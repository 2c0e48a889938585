import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { Empty, Part } from '../../components/index.ts';
import { homeQuery } from './data.ts';
import './home.css';
import { Problems } from './Problems.tsx';
import { Tasks } from './Tasks.tsx';
import { Year } from './Year.tsx';

/** 首页: what is due, what looks wrong, how the year stands. */
export function Page() {
  const { division, year } = useScope();
  const { years } = useSession();
  const home = useQuery(homeQuery(division, year));
  return (
    <div className="page home">
      {years.length === 0 && (
        <Empty words="还没有数据。把旧 Excel 拖到导入页，大约十分钟出数。">
          {isBuilt('/import') && (
            <GoLink className="btn pri" to="/import">
              去导入
            </GoLink>
          )}
        </Empty>
      )}
      <div className="top">
        <Part query={home} waiting="正在看今天要办什么…">
          {({ tasks }) => <Tasks tasks={tasks} />}
        </Part>
        <Part query={home} waiting="正在查…">
          {({ problems }) => <Problems problems={problems} />}
        </Part>
      </div>
      <Year />
    </div>
  );
}
