import { useQuery } from '@tanstack/react-query';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Money, Part } from '../../components/index.ts';
import { type Batch, sampleQuery } from './data.ts';

/** Five lines drawn for the reviewer, with the papers behind them. */
export function Sampled({ batch: { id, hash } }: { batch: Batch }) {
  const { division } = useScope();
  const query = useQuery(sampleQuery(division, id, hash));
  return (
    <>
      <h3>抽看 5 人</h3>
      <Part query={query}>
        {({ lines }) => (
          <table className="t in tight">
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    <GoLink to={`/people/${line.person.id}`}>{line.person.name}</GoLink>
                  </td>
                  <td>
                    {line.papers.length === 0 ? (
                      <span className="check">没有材料</span>
                    ) : (
                      `材料 ${line.papers.length} 份`
                    )}
                  </td>
                  <td className="r m">
                    <Money fen={line.fen} plain />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
    </>
  );
}
