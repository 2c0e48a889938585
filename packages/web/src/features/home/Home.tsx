import { useQuery } from '@tanstack/react-query';
import { figuresQuery } from '../../api/data.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { Empty, Part } from '../../components/index.ts';
import { SampleButton } from '../../pages/SampleButton.tsx';
import { homeQuery } from './data.ts';
import './home.css';
import { Problems } from './Problems.tsx';
import { Tasks } from './Tasks.tsx';
import { Year } from './Year.tsx';

/** 首页: what is due, what looks wrong, how the year stands. */
export function Page() {
  const { division, year } = useScope();
  const home = useQuery(homeQuery(division, year));
  return (
    <div className="page home">
      <NothingYet />
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

/** A year without a single record: what to do first. */
function NothingYet() {
  const scope = useScope();
  const figures = useQuery(figuresQuery(scope));
  if (figures.data === undefined || figures.data.some(({ records }) => records > 0)) return null;
  return (
    <Empty
      words={`${scope.year} 年还没有记录。把旧 Excel 拖到导入页，大约十分钟出数；也可以先看填好的例子。`}
    >
      <span className="row gap3 wrap begin">
        {isBuilt('/import') && (
          <GoLink className="btn pri" to="/import">
            去导入
          </GoLink>
        )}
        <SampleButton />
      </span>
    </Empty>
  );
}
