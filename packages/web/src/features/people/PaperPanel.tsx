import { useScope } from '../../app/scope.ts';
import { DetailPanel } from '../../components/index.ts';
import '../ledger/ledger.css';
import { Papers } from '../ledger/Papers.tsx';
import type { Person, Right } from './data.ts';
import { RightPick, rightWords } from './Rights.tsx';

interface PaperPanelProps {
  readonly person: Person;
  readonly right: Right;
  readonly onRight: (spellId: string) => void;
  readonly onClose: () => void;
}

/** 挂材料: papers that prove a right. */
export function PaperPanel({ person, right, onRight, onClose }: PaperPanelProps) {
  const { asOf } = useScope();
  return (
    <DetailPanel
      title="挂材料"
      note={person.missing.includes('认定材料') ? '缺认定材料' : null}
      onClose={onClose}
    >
      <RightPick rights={person.rights} current={right} onRight={onRight} />
      <Papers
        key={right.spellId}
        kind="spell"
        id={right.spellId}
        title={`${person.name}　${rightWords(right)}`}
        day={String(right.cells.approved_on ?? asOf)}
      />
    </DetailPanel>
  );
}
