import type { ReactNode } from 'react';
import { GoLink } from '../../app/links.tsx';
import { Shape } from '../../components/index.ts';
import { twinRows } from './twinRows.ts';
import type { Twin } from './twins.ts';

interface TwinTableProps {
  readonly left: Twin;
  readonly right: Twin;
  readonly heads: readonly [ReactNode, ReactNode];
}

/** Two registrations side by side; what differs is marked. */
export function TwinTable({ left, right, heads }: TwinTableProps) {
  return (
    <table className="correct people-twins">
      <thead>
        <tr>
          <th style={{ width: '24%' }}>项目</th>
          <th style={{ width: '38%' }}>{heads[0]}</th>
          <th>{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {twinRows(left, right).map((row) => (
          <tr key={row.head} className={row.differs ? 'changed' : undefined}>
            <td>
              {row.head}
              {row.differs && (
                <span className="check nowrap">
                  {' '}
                  <Shape kind="check" /> 不同
                </span>
              )}
            </td>
            <td>{row.left}</td>
            <td>{row.right}</td>
          </tr>
        ))}
        <tr>
          <td>档案</td>
          <td>
            <GoLink to={`/people/${left.id}`}>打开</GoLink>
          </td>
          <td>
            <GoLink to={`/people/${right.id}`}>打开</GoLink>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
