import { fen as fenOf, type Month, monthOf, monthText, yuanDisplay } from '@shuangyong/values';
import { useWhy } from './useWhy.ts';

interface YearMonthsProps {
  readonly personId: string;
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
}

/** What is due in each month of the year, one column a right; a month opens. */
export function YearMonths({ personId, month, onMonth }: YearMonthsProps) {
  const year = Math.floor(month / 12);
  const first = monthOf(year, 1);
  const { told } = useWhy(personId, first, monthOf(year, 12));
  if (told === undefined) return <p className="t2">正在算…</p>;
  const categories = [...new Set(told.map(({ category }) => category))];
  const months = Array.from({ length: 12 }, (_, index) => (first + index) as Month);
  const find = (category: string, at: Month) =>
    told.find((one) => one.category === category && one.month === monthText(at));
  const total = told.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <table className="why-year">
      <thead>
        <tr>
          <th scope="col">月份</th>
          {categories.map((category) => (
            <th key={category} scope="col" className="n">
              {category}（元）
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((at) => (
          <tr key={at}>
            <td>
              <button type="button" className="lnk" onClick={() => onMonth(at)}>
                {monthText(at)}
              </button>
            </td>
            {categories.map((category) => (
              <td key={category} className="n">
                {amountOf(find(category, at))}
              </td>
            ))}
          </tr>
        ))}
        <tr className="total">
          <td>全年</td>
          <td className="n" colSpan={categories.length}>
            {told.some(({ outcome }) => outcome === 'unknown') && '已知 '}
            {yuanDisplay(fenOf(total))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function amountOf(told: { outcome: string; amount: string } | undefined): string {
  if (told === undefined) return '';
  if (told.outcome === 'unknown') return '不详';
  return told.outcome === 'due' ? told.amount : '—';
}
