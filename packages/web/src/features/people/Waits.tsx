import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Note } from '../../components/index.ts';
import { claimsQuery } from '../claims/data.ts';
import { originWords, STATE_WORDS, yuan } from '../claims/words.ts';
import { typeWords } from './changeWords.ts';
import type { Person } from './data.ts';
import { isEvent } from './events.ts';
import type { Doing } from './PersonHead.tsx';
import { dayWords } from './words.ts';

interface WaitsProps {
  readonly person: Person;
  readonly may: (action: string) => boolean;
  readonly onStart: (doing: Doing) => void;
}

/** What stands above everything else on a person's page: merged away, held, waiting for a second person. */
export function Waits({ person, may, onStart }: WaitsProps) {
  return (
    <>
      {person.mergedInto && (
        <Note
          kind="check"
          words="已合并"
          action={
            <GoLink to={`/people/${person.mergedInto.id}`} className="btn s">
              打开{person.mergedInto.name}
            </GoLink>
          }
        >
          这份登记已并入另一份，数按那一人算。
        </Note>
      )}
      {person.holds.map((hold) => (
        <Held key={hold.id} hold={hold} mayProve={may('papers.write')} onStart={onStart} />
      ))}
      <Owes personId={person.id} />
      {person.waiting
        .filter(({ type }) => !isEvent(type))
        .map((change) => (
          <Note key={change.id} kind="check" words="变更待核" action={<ToChange id={change.id} />}>
            {change.askedOn} {change.askedBy} 提出{typeWords(change.type)}：{change.reason}
          </Note>
        ))}
    </>
  );
}

/** What was paid too much and is not back yet, with the way to it. */
function Owes({ personId }: { personId: string }) {
  const { division, year } = useScope();
  const { user } = useSession();
  const query = useQuery({
    ...claimsQuery({ division, from: `${year}-01-01`, to: `${year}-12-31`, personId }),
    enabled: user?.actions.includes('pay.read') === true,
  });
  const [debt] = query.data?.debts ?? [];
  if (debt === undefined) return null;
  return (
    <Note
      kind="check"
      words={STATE_WORDS[debt.state]}
      action={
        <GoLink to="/pay/claims" search={{ id: personId }} className="btn s">
          看追回
        </GoLink>
      }
    >
      多发 {originWords(debt)}，还差 {yuan(debt.openFen)}。
    </Note>
  );
}

function ToChange({ id }: { id: string }) {
  return (
    <GoLink to="/people/changes" search={{ id }} className="btn s">
      看变更
    </GoLink>
  );
}

/** A move takes the last month paid along to the next office. */
function ToSlip() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return (
    <GoLink to="/people/transfers" search={{ person: id }} className="btn s">
      开迁移单
    </GoLink>
  );
}

function ToConfirm() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return (
    <GoLink to="/people/confirm" search={{ who: id }} className="btn s">
      年度确认
    </GoLink>
  );
}

interface HeldProps {
  readonly hold: Person['holds'][number];
  readonly mayProve: boolean;
  readonly onStart: (doing: Doing) => void;
}

/** A payment that is held: since when, and what is still to be brought by which day. */
function Held({ hold, mayProve, onStart }: HeldProps) {
  const { today } = useSession();
  const action =
    hold.changeId === null ? (
      hold.reason.startsWith('年度确认') && <ToConfirm />
    ) : (
      <>
        {hold.reason.startsWith('迁出') && <ToSlip />}
        {!hold.hasPaper && mayProve ? (
          <button type="button" className="btn s" onClick={() => onStart('proof')}>
            上传证明
          </button>
        ) : (
          <ToChange id={hold.changeId} />
        )}
      </>
    );
  return (
    <Note kind="check" words={hold.reason} action={action}>
      {hold.heldOn} 登记，下一批先不发。{proofDue(hold, today)}
    </Note>
  );
}

function proofDue({ hasPaper, dueOn, changeId }: Person['holds'][number], today: string): string {
  if (changeId === null) return dueOn === null ? '' : `请在 ${dayWords(dueOn, today)}前核实。`;
  if (hasPaper) return '证明已附上，等另一人核实。';
  if (dueOn === null) return '';
  return dueOn < today ? '证明已过期限，请尽快补上。' : `请在 ${dayWords(dueOn, today)}前上传证明。`;
}
