import type { Roster } from './data.ts';

interface PastProps {
  readonly rosters: readonly Roster[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Comparisons that were made, so that whoever audits sees that they were. */
export function Past({ rosters, chosen, onChoose }: PastProps) {
  if (rosters.length === 0)
    return <p className="t2">还没有比过。向殡葬、公安、司法、民政、人社要来名册，拖进来就比。</p>;
  return (
    <section>
      <h2>比过的名册　{rosters.length}</h2>
      <table className="t in past">
        <thead>
          <tr>
            <th scope="col">名册</th>
            <th scope="col">哪天比</th>
            <th scope="col">文件</th>
            <th scope="col" className="r">
              行数
            </th>
            <th scope="col" className="r">
              完全一致
            </th>
            <th scope="col" className="r">
              像是同一人
            </th>
            <th scope="col" className="r">
              不在册
            </th>
            <th scope="col">谁比的</th>
          </tr>
        </thead>
        <tbody>
          {rosters.map((one) => (
            <tr key={one.id} className={one.id === chosen ? 'at' : undefined}>
              <td className="b">
                <button type="button" className="lnk" onClick={() => onChoose(one.id)}>
                  {one.kind}
                </button>
                {one.voidedBecause !== null && <span className="t2"> 已作废：{one.voidedBecause}</span>}
              </td>
              <td className="nowrap">{one.day}</td>
              <td title={`散列 ${one.sha256}`}>{one.fileName}</td>
              <td className="r">{one.rows.toLocaleString('zh-CN')}</td>
              <td className="r">{one.same}</td>
              <td className="r">{one.like}</td>
              <td className="r">{one.absent.toLocaleString('zh-CN')}</td>
              <td className="t2">{one.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
