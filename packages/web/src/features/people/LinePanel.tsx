import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../../api/data.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Part } from '../../components/index.ts';
import { Detail } from '../ledger/Detail.tsx';
import '../ledger/ledger.css';
import { paperFile, type TimelineLine } from './data.ts';

/** The record behind a line of the timeline: its cells, the row it came from, its papers. */
export function LinePanel({ line, onClose }: { line: TimelineLine; onClose: () => void }) {
  return (
    <DetailPanel title={line.type} note={line.day} onClose={onClose}>
      <Behind key={line.record.id} line={line} />
    </DetailPanel>
  );
}

function Behind({ line }: { line: TimelineLine }) {
  const { division } = useScope();
  const kinds = useQuery(kindsQuery);
  const { kind, id } = line.record;
  if (kind === 'paper')
    return (
      <p>
        {line.text}　
        <a href={paperFile(division, id)} target="_blank" rel="noreferrer">
          打开材料
        </a>
      </p>
    );
  if (kind === 'change')
    return (
      <>
        <p>{line.text}</p>
        {line.text.endsWith('待核') && (
          <p>
            <GoLink to="/people/changes" search={{ id }}>
              看变更待核
            </GoLink>
          </p>
        )}
      </>
    );
  return (
    <Part query={kinds}>
      {(all) => {
        const known = all.find((one) => one.kind === kind);
        return known === undefined ? <p>{line.text}</p> : <Detail kind={known} id={id} />;
      }}
    </Part>
  );
}
