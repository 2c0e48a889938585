import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { kindsQuery } from '../../api/data.ts';
import type { components } from '../../api/schema.gen.ts';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Part } from '../../components/index.ts';
import { actionWords, clockTime, detailWords, kindWords } from './logWords.ts';

type LogLine = components['schemas']['LogLine'];

interface Version {
  readonly version: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly reason?: string | null;
  readonly recordedBy?: string;
  readonly recordedAt?: string;
}

const cellWords = (value: unknown) =>
  value === null || value === undefined || value === '' ? '—' : String(value);

/** Before and after, as far as the reader may read the ledger. */
function Versions({ kind, id }: { kind: string; id: string }) {
  const { division } = useScope();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const known = kinds.find((each) => each.kind === kind);
  const query = useQuery({
    queryKey: ['record', division, kind, id],
    queryFn: () =>
      answer(api.GET('/api/records/{kind}/{id}', { params: { path: { kind, id }, query: { division } } })),
    enabled: known !== undefined,
  });
  if (known === undefined) return null;
  return (
    <Part query={query}>
      {(record) => {
        const history = record.history as readonly Version[];
        if (history.length === 0) return <p className="t2">这条记录还没有改过。</p>;
        const versions: readonly Version[] = [...history, record as unknown as Version];
        return (
          <table className="mini">
            <thead>
              <tr>
                <th scope="col">栏</th>
                {versions.map(({ version }) => (
                  <th scope="col" key={version}>
                    第 {version} 版
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {known.columns
                .filter(({ field }) => new Set(versions.map(({ cells }) => cellWords(cells[field]))).size > 1)
                .map(({ field, header }) => (
                  <tr key={field}>
                    <th scope="row">{header}</th>
                    {versions.map(({ version, cells }) => (
                      <td key={version}>{cellWords(cells[field])}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        );
      }}
    </Part>
  );
}

interface LogPanelProps {
  readonly line: LogLine;
  readonly sheets: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** One line of the log: its facts, the record before and after, the way to it. */
export function LogPanel({ line, sheets, onClose }: LogPanelProps) {
  const { user } = useSession();
  const { recordKind, recordId } = line;
  const path = recordKind && recordId ? recordPath(recordKind, recordId) : undefined;
  const mayRead = user?.actions.includes('records.read');
  return (
    <DetailPanel title={actionWords(line.action)} note={clockTime(line.at)} onClose={onClose}>
      <dl className="kv" style={{ padding: '12px 16px' }}>
        <dt>谁</dt>
        <dd>{line.actor}</dd>
        <dt>对什么</dt>
        <dd>{kindWords(recordKind, sheets)}</dd>
        <dt>详情</dt>
        <dd>{detailWords(line.detail) || '—'}</dd>
        <dt>链上</dt>
        <dd>{line.seq === null ? '待封' : `第 ${line.seq} 条`}</dd>
      </dl>
      <div style={{ padding: '0 16px 16px' }}>
        {recordKind && recordId && (
          <p className="row">
            <GoLink to="/system" search={{ tab: 'log', record: `${recordKind}/${recordId}` }}>
              这条记录的全部日志
            </GoLink>
            {mayRead && path !== undefined && <GoLink to={path}>打开这条记录</GoLink>}
          </p>
        )}
        {mayRead && recordKind && recordId && <Versions kind={recordKind} id={recordId} />}
      </div>
    </DetailPanel>
  );
}
