import { type Month, parseIsoMonth } from '@shuangyong/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Money, Part } from '../../components/index.ts';
import { WhyPanel } from '../../why/WhyPanel.tsx';
import { categoryWords } from '../people/words.ts';
import { type Batch, type Line, lineMonthsQuery } from './data.ts';

interface WhyLineProps {
  readonly batch: Batch;
  readonly line: Line;
  readonly onClose: () => void;
}

/** The last month of `2018-01～2018-03`: why it is what it is is asked month by month. */
const lastMonth = (months: string): Month => parseIsoMonth(months.slice(-7)) ?? (0 as Month);

/** To which account it goes, by its last digits. */
function accountWords({ accountTail, bankName, holderName, person }: Line): string {
  if (accountTail === null) return '没有收款账户';
  const holder = holderName === null || holderName === person.name ? '' : `　户名 ${holderName}`;
  return `发到 ${bankName ?? ''} 尾号 ${accountTail}${holder}`;
}

/** Why a line is what it is: month by month due, posted before and paid now, then the law's answer for a month. */
export function WhyLine({ batch, line, onClose }: WhyLineProps) {
  const { division } = useScope();
  const query = useQuery(lineMonthsQuery(division, batch.id, line.id));
  const [month, setMonth] = useState(() => lastMonth(line.months));
  return (
    <section className="pay-left pay-why" aria-label={`${line.person.name} 为什么是这个数`}>
      <h2>{line.person.name}</h2>
      <p className="t2">{accountWords(line)}</p>
      <Part query={query}>
        {({ months }) => (
          <table className="t in tight">
            <thead>
              <tr>
                <th>月份</th>
                <th className="r">应发(元)</th>
                <th className="r">已记</th>
                <th className="r">本次(元)</th>
              </tr>
            </thead>
            <tbody>
              {months.map((one) => (
                <tr key={`${one.kind} ${one.month}`}>
                  <td>
                    <button
                      type="button"
                      className="lnk"
                      onClick={() => setMonth(parseIsoMonth(one.month) ?? month)}
                    >
                      {one.month}
                    </button>
                    {line.kinds.length > 1 && <span className="t2"> {categoryWords([one.kind])}</span>}
                  </td>
                  <td className="r">
                    <Money fen={one.dueFen} plain />
                  </td>
                  <td className="r t2">
                    <Money fen={one.beforeFen} plain />
                  </td>
                  <td className="r b">
                    <Money fen={one.fen} plain />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
      <WhyPanel
        personId={line.person.id}
        name={line.person.name}
        month={month}
        onMonth={setMonth}
        onClose={onClose}
      />
    </section>
  );
}
