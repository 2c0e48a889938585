import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { AsOfPick, Part } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { type Person, personQuery, type Right, type TimelineLine } from './data.ts';
import './people.css';
import { type Doing, PersonHead } from './PersonHead.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Timeline } from './Timeline.tsx';

/** The whole person on one page: facts, four answers, what happened, and what he is on the roll for. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { division, asOf } = useScope();
  const query = useQuery(personQuery(division, id, asOf));
  return (
    <div className="page-fill people-person">
      <Part query={query}>{(person) => <Whole key={person.id} person={person} />}</Part>
    </div>
  );
}

/** The right that stands first at the right: one in force, else the newest. */
function firstRight(rights: readonly Right[]): Right | undefined {
  return rights.find((right) => right.inForce) ?? rights.at(-1);
}

const DOINGS: readonly string[] = ['paper', 'correct', 'event', 'proof', 'why', 'account'];

function Whole({ person }: { person: Person }) {
  const search = useSearch({ strict: false }) as Search;
  const { user } = useSession();
  const go = useGo();
  const asked = DOINGS.includes(search.do ?? '') ? (search.do as Doing) : undefined;
  const [doing, setDoing] = useState<Doing | undefined>(asked);
  const [line, setLine] = useState<TimelineLine>();
  const [spellId, setSpellId] = useState<string>();
  const [said, setSaid] = useState('');
  const right = person.rights.find((one) => one.spellId === spellId) ?? firstRight(person.rights);
  const may = (action: string) => user?.actions.includes(action) === true;
  const start = (next: Doing) => {
    setLine(undefined);
    setSaid('');
    setDoing(next);
  };
  const close = () => {
    setDoing(undefined);
    setLine(undefined);
    if (search.do !== undefined) go(`/people/${person.id}`);
  };
  const look = (next: TimelineLine) => {
    setDoing(undefined);
    if (next.record.kind === 'spell') setSpellId(next.record.id);
    setLine(next.record.kind === 'spell' ? undefined : next);
  };
  useShortcuts({
    w: { words: '为什么是这个数', run: () => start('why') },
    ...(may('papers.write') && right ? { a: { words: '挂材料', run: () => start('paper') } } : {}),
    ...(may('records.write') && right ? { e: { words: '更正', run: () => start('correct') } } : {}),
    ...(may('people.write') && person.holds.length === 0
      ? { d: { words: '去世/迁出', run: () => start('event') } }
      : {}),
  });
  return (
    <>
      <PersonHead person={person} may={may} hasRight={right !== undefined} onStart={start} said={said} />
      <div className="two people-two">
        <Timeline
          key={person.id}
          lines={person.timeline}
          looked={line}
          onLook={look}
          personId={person.id}
          asOfPick={<AsOfPick />}
        />
        <SidePanel
          person={person}
          right={right}
          doing={doing}
          line={line}
          onRight={setSpellId}
          onStart={start}
          onClose={close}
          onSaid={(words) => {
            setSaid(words);
            close();
          }}
          may={may}
        />
      </div>
    </>
  );
}
