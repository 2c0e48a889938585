import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Part } from '../../components/index.ts';
import { sizeText } from './sizes.ts';

function Kept() {
  const query = useQuery({ queryKey: ['machine'], queryFn: () => answer(api.GET('/api/machine')) });
  return (
    <Part query={query}>
      {({ node, dataDir, freeBytes, database, installationId }) => (
        <dl className="kv">
          <dt>数据文件夹</dt>
          <dd>{dataDir}</dd>
          <dt>磁盘还剩</dt>
          <dd>{sizeText(freeBytes)}</dd>
          <dt>数据库</dt>
          <dd>
            PostgreSQL {database.version}，{sizeText(database.bytes)}
          </dd>
          <dt>运行环境</dt>
          <dd>Node {node}</dd>
          <dt>本机编号</dt>
          <dd>{installationId}</dd>
        </dl>
      )}
    </Part>
  );
}

/** 本机: what the one who looks after the computer is asked for. */
export function Machine() {
  const { version, sample, today, todayIsSet, user } = useSession();
  return (
    <div className="sys">
      <dl className="kv">
        <dt>版本</dt>
        <dd>{version}</dd>
        <dt>地址</dt>
        <dd>
          {location.hostname}，端口 {location.port || (location.protocol === 'https:' ? '443' : '80')}
          {location.protocol === 'https:' ? '，已加密' : '，只有本机能打开'}
        </dd>
        <dt>今天</dt>
        <dd>
          {today}
          {todayIsSet && '（启动时指定的）'}
        </dd>
        <dt>数据</dt>
        <dd>{sample ? '练习用的例子，不是真数据' : '本单位的数据'}</dd>
      </dl>
      <div style={{ marginTop: 6 }}>{user?.actions.includes('backup.run') && <Kept />}</div>
      <p className="t2" style={{ marginTop: 16 }}>
        出错时屏幕上有编号，例如 E-7K2M，把它告诉管电脑的人。出错时不会改动任何数据。
      </p>
    </div>
  );
}
