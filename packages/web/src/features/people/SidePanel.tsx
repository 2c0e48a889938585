import { day, monthOfDay } from '@shuangyong/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Part, RecordCorrectPanel } from '../../components/index.ts';
import { WhyPanel } from '../../why/WhyPanel.tsx';
import { AccountsPanel } from '../accounts/AccountsPanel.tsx';
import { type Person, type Right, spellQuery, type TimelineLine } from './data.ts';
import { EventPanel } from './EventPanel.tsx';
import { LinePanel } from './LinePanel.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import type { Doing } from './PersonHead.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { Rights } from './Rights.tsx';
import { VoidPanel } from './VoidPanel.tsx';

interface SidePanelProps {
  readonly person: Person;
  readonly right: Right | undefined;
  readonly doing: Doing | undefined;
  readonly line: TimelineLine | undefined;
  readonly onRight: (spellId: string) => void;
  readonly onStart: (doing: Doing) => void;
  readonly onClose: () => void;
  /** Done: closes and says so under the head. */
  readonly onSaid: (words: string) => void;
  readonly may: (action: string) => boolean;
}

/** The right column: what is being done, the line looked at, or what the person is on the roll for. */
export function SidePanel(props: SidePanelProps) {
  const { person, right, doing, line, onClose, onSaid } = props;
  if (doing === 'why') return <Why person={person} onClose={onClose} />;
  if (doing === 'account') return <AccountsPanel person={person} onClose={onClose} isHome />;
  if (doing === 'event') return <EventPanel person={person} onDone={onSaid} onClose={onClose} />;
  if (doing === 'proof') return <ProofPanel person={person} onDone={onSaid} onClose={onClose} />;
  if (doing === 'void' && right)
    return <VoidPanel {...{ person, right, onClose }} onRight={props.onRight} onDone={onSaid} />;
  if (doing === 'paper' && right)
    return <PaperPanel person={person} right={right} onRight={props.onRight} onClose={onClose} />;
  if (doing === 'correct' && right)
    return <Correct key={right.spellId} right={right} onDone={onSaid} onClose={onClose} />;
  if (line) return <LinePanel line={line} onClose={onClose} />;
  return <Rights {...props} />;
}

function Why({ person, onClose }: { person: Person; onClose: () => void }) {
  const { asOf } = useScope();
  const [month, setMonth] = useState(monthOfDay(day(asOf)));
  return <WhyPanel {...{ month, onClose }} personId={person.id} name={person.name} onMonth={setMonth} />;
}

interface CorrectProps {
  readonly right: Right;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

function Correct({ right, onDone, onClose }: CorrectProps) {
  const { division } = useScope();
  const kinds = useQuery(kindsQuery);
  const row = useQuery(spellQuery(division, right.spellId));
  const kind = kinds.data?.find((one) => one.kind === 'spell');
  if (kind === undefined || row.data === undefined)
    return (
      <DetailPanel title="更正" onClose={onClose}>
        <Part query={row}>{() => null}</Part>
      </DetailPanel>
    );
  return (
    <RecordCorrectPanel
      kind={kind}
      row={row.data}
      onDone={(waiting) =>
        onDone(waiting ? '已提出更正，由另一人核实后生效；不影响待遇的几项已改好。' : '已更正。')
      }
      onClose={onClose}
    />
  );
}
