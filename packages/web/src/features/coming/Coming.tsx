import type { Missing } from '@shuangyong/policy';
import { missingWords } from '@shuangyong/policy/tell';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Part } from '../../components/index.ts';
import '../../components/table.css';
import './coming.css';

/** Whose right begins or ends by age soon, and whose month cannot be computed; each name opens the person. */
export function Page() {
  const { division } = useScope();
  const query = useQuery({
    queryKey: ['coming', division],
    queryFn: () => answer(api.GET('/api/due/coming', { params: { query: { division } } })),
  });
  return (
    <div className="page">
      <h1>将到龄和缺事实的人</h1>
      <Part query={query}>
        {({ turning60, turning18, unknown }) => (
          <>
            <List
              title="满 60 岁，可登记农村籍退役士兵补助"
              note="农村户籍、1954 年 11 月 1 日后至 2011 年 11 月前入伍、没有享受其他定期补助的退役士兵；近一年已满的也列出。"
              empty="三个月内没有人满 60 岁。"
              rows={turning60.map(({ id, name, village, day }) => ({
                id,
                name,
                cells: [village ?? '村不详', day],
              }))}
              heads={['村', '满 60 岁']}
            />
            <List
              title="遗属子女满 18 岁，要查在学或残疾情况"
              note="不在学、也没有残疾的，从次月起停发。"
              empty="三个月内没有人满 18 岁。"
              rows={turning18.map(({ id, name, village, category, day }) => ({
                id,
                name,
                cells: [village ?? '村不详', category, day],
              }))}
              heads={['村', '类别', '满 18 岁']}
            />
            <List
              title="缺事实，算不出应发数"
              note="打开个人档案按「更正」补上，就能算出。"
              empty="在册的人事实都齐。"
              rows={unknown.map(({ id, name, category, missing }) => ({
                id,
                name,
                cells: [category, missing.map((one) => missingWords(one as Missing)).join('、')],
              }))}
              heads={['类别', '还缺']}
            />
          </>
        )}
      </Part>
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly note: string;
  readonly empty: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly ReactNode[];
  }[];
}

function List({ title, note, empty, heads, rows }: ListProps) {
  return (
    <section className="coming-part">
      <div className="part">
        <h2>
          {title}　{rows.length}
        </h2>
      </div>
      {rows.length === 0 ? (
        <p className="t2">{empty}</p>
      ) : (
        <>
          <p className="t2">{note}</p>
          <table className="t in coming">
            <thead>
              <tr>
                <th scope="col">姓名</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, cells }) => (
                <tr key={id}>
                  <td>
                    <GoLink to={`/people/${id}`} className="b">
                      {name}
                    </GoLink>
                  </td>
                  {cells.map((cell, index) => (
                    <td key={heads[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
