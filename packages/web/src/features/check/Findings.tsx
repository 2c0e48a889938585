import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { DetailPanel, Mark, Money } from '../../components/index.ts';
import type { CheckTest, Finding } from './data.ts';
import { monthsWords, type Step, verdictWords } from './order.ts';
import { Verdict } from './Verdict.tsx';

const MOST_SHOWN = 200;

/** What one test found: the list, and of one of them the facts beside the payments. */
export function Findings({
  test,
  findings,
  at,
  year,
  onGo,
}: {
  test: CheckTest;
  findings: readonly Finding[];
  at: Finding;
  year: number;
  onGo: (step: Step) => void;
}) {
  const place = findings.indexOf(at);
  const first = Math.max(0, Math.min(place - MOST_SHOWN / 2, findings.length - MOST_SHOWN));
  return (
    <DetailPanel title={test.title} note={`第 ${place + 1} 条，共 ${findings.length} 条　n 下一条　p 上一条`}>
      <One key={at.key} finding={at} year={year} />
      <ul className="found">
        {findings.slice(first, first + MOST_SHOWN).map((one) => (
          <li key={one.key} className={one === at ? 'at' : undefined}>
            <button type="button" className="lnk" onClick={() => onGo({ code: one.code, key: one.key })}>
              {one.person.name} {monthsWords(one)}
            </button>
            <span className="t2">{one.verdict === null ? '待核' : verdictWords(one)}</span>
          </li>
        ))}
      </ul>
    </DetailPanel>
  );
}

function One({ finding, year }: { finding: Finding; year: number }) {
  const { user } = useSession();
  const { person, severity, reason, expectedFen, actualFen, verdict } = finding;
  return (
    <section className="one" aria-live="polite">
      <p>
        <Mark kind={severity === 'must' ? 'stop' : 'check'} />{' '}
        {person.id === null ? (
          <b>{person.name}</b>
        ) : (
          <GoLink to={`/people/${person.id}`}>
            <b>{person.name}</b>
          </GoLink>
        )}{' '}
        <span className="t2">{person.idTail === null ? '' : `尾号 ${person.idTail}`}</span>
      </p>
      <p>{reason}</p>
      <dl className="kv">
        <dt>月份</dt>
        <dd>{monthsWords(finding)}</dd>
        <dt>应发</dt>
        <dd>
          <Money fen={expectedFen} />
        </dd>
        <dt>实发</dt>
        <dd>
          <Money fen={actualFen} />
        </dd>
        <dt>来源</dt>
        <dd>{finding.sheet === null ? '录入' : `「${finding.sheet}」第 ${finding.row} 行`}</dd>
      </dl>
      <Payments finding={finding} />
      {verdict !== null && <p className="t2">{verdictWords(finding)}</p>}
      {user?.actions.includes('records.write') && <Verdict finding={finding} year={year} />}
    </section>
  );
}

/** The row of 发放记录 or the line of the batch; money that came back has no page of its own. */
function Opens({ payment: { kind, id, item } }: { payment: Finding['payments'][number] }) {
  const path = recordPath(kind, id);
  return path === undefined ? item : <GoLink to={path}>{item}</GoLink>;
}

function Payments({ finding: { payments } }: { finding: Finding }) {
  if (payments.length === 0) return null;
  return (
    <table className="t in paid">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">所属月份</th>
          <th scope="col" className="r">
            金额
          </th>
          <th scope="col">发放日期</th>
          <th scope="col">凭证</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((one) => (
          <tr key={one.id}>
            <td>
              <Opens payment={one} />
            </td>
            <td className="nowrap">{monthsWords(one)}</td>
            <td className="r">
              <Money fen={one.fen} />
            </td>
            <td className="nowrap">{one.paidOn}</td>
            <td>{one.voucher ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
