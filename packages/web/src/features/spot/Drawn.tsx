import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Masked, Money } from '../../components/index.ts';
import { reveal } from '../people/data.ts';
import type { SpotDraw, SpotLine } from './data.ts';
import { callWords } from './words.ts';

interface DrawnProps {
  readonly draw: SpotDraw;
  readonly chosen: string | undefined;
  /** Absent for whoever may not call. */
  readonly onCall: ((lineId: string) => void) | undefined;
}

/** The ten in the order of the draw, with what each said last. */
export function Drawn({ draw: { lines }, chosen, onCall }: DrawnProps) {
  if (lines.length === 0) return <p className="nothing">这个批次没有送到银行的笔。</p>;
  return (
    <table className="t in drawn">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">村</th>
          <th scope="col">电话</th>
          <th scope="col" className="r">
            发了（元）
          </th>
          <th scope="col">账号尾号</th>
          <th scope="col">本人怎么说</th>
          {onCall && <th scope="col" />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className={line.id === chosen ? 'at' : undefined} data-line={line.name}>
            <td className="b">
              <GoLink to={`/people/${line.personId}`}>{line.name}</GoLink>
            </td>
            <td>{line.village ?? '不详'}</td>
            <td className="nowrap">
              <Phone line={line} />
            </td>
            <td className="r">
              <Money fen={line.fen} plain />
            </td>
            <td>{line.accountTail ?? '—'}</td>
            <td className={line.call && isOff(line.call.answer) ? 'check' : undefined}>
              {line.call === null ? <span className="t2">还没打</span> : callWords(line.call)}
            </td>
            {onCall && (
              <td className="r">
                <button type="button" className="btn s" onClick={() => onCall(line.id)}>
                  记电话
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isOff = (answer: string) => answer === 'differs' || answer === 'notReceived';

function Phone({ line: { phoneTail, personId } }: { line: SpotLine }) {
  const { division } = useScope();
  const { user } = useSession();
  if (phoneTail === null) return <span className="t2">没登记</span>;
  const masked = `*******${phoneTail}`;
  if (user?.actions.includes('people.reveal') !== true) return masked;
  return (
    <Masked
      masked={masked}
      what="联系电话"
      reveal={(reason) => reveal(division, personId, 'phone', reason)}
    />
  );
}
