import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Note, Part, thumbOf } from '../../components/index.ts';
import { ReasonDialog } from '../pay/Reason.tsx';
import { paperFile } from '../people/data.ts';
import { AccountForm } from './AccountForm.tsx';
import './accounts.css';
import { type Account, type Accounts, accountsQuery, endAccount, holderWords } from './data.ts';

interface AccountsPanelProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose?: () => void;
  /** On his own page there is no way there. */
  readonly isHome?: boolean;
}

/** A person's accounts: the one that is paid to, every version before it, and entering the next. */
export function AccountsPanel({ person, onClose, isHome = false }: AccountsPanelProps) {
  const { division } = useScope();
  const { user } = useSession();
  const query = useQuery(accountsQuery(division, person.id));
  const [said, setSaid] = useState('');
  const mayMake = user?.actions.includes('pay.make') === true;
  return (
    <DetailPanel title={`${person.name}　账号`} {...(onClose ? { onClose } : {})}>
      <div>
        <p role="status" className={said === '' ? 'sr' : 'done'}>
          {said}
        </p>
        <Part query={query}>
          {(found) => <Told person={person} found={found} mayMake={mayMake} onSaid={setSaid} />}
        </Part>
        {!isHome && (
          <p className="people-reason">
            <GoLink to={`/people/${person.id}`} className="btn s">
              打开档案
            </GoLink>
          </p>
        )}
      </div>
    </DetailPanel>
  );
}

interface ToldProps {
  readonly person: AccountsPanelProps['person'];
  readonly found: Accounts;
  readonly mayMake: boolean;
  readonly onSaid: (words: string) => void;
}

function Told({ person, found, mayMake, onSaid }: ToldProps) {
  const [doing, setDoing] = useState<'new' | 'change' | 'end'>();
  const used = found.accounts.find(({ isUsed }) => isUsed);
  const end = (words: string) => {
    setDoing(undefined);
    onSaid(words);
  };
  return (
    <>
      <Used used={used} onRoll={found.onRoll} />
      {mayMake && doing === undefined && (
        <p className="row gap3 people-reason">
          <button type="button" className="btn s" onClick={() => setDoing(used ? 'change' : 'new')}>
            {used ? '换账号' : '记账号'}
          </button>
          {used && (
            <button type="button" className="btn s" onClick={() => setDoing('end')}>
              停用
            </button>
          )}
        </p>
      )}
      {(doing === 'new' || doing === 'change') && (
        <AccountForm person={person} replaces={used} onDone={end} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'end' && used && <End used={used} onDone={end} onClose={() => setDoing(undefined)} />}
      <h3 className="people-h3">每一版</h3>
      {found.accounts.length === 0 ? (
        <p className="t2">还没有记过。发放时用名册上的账号。</p>
      ) : (
        <ol className="people-found">
          {found.accounts.map((account) => (
            <Version key={`${account.id} ${account.version}`} account={account} />
          ))}
        </ol>
      )}
    </>
  );
}

function Used({ used, onRoll }: { used: Account | undefined; onRoll: Accounts['onRoll'] }) {
  if (used === undefined)
    return onRoll === null ? (
      <p className="check">没有账号：名册上也没有，发放时会缓发。</p>
    ) : (
      <p>
        用名册上的：{onRoll.bankName ?? '开户行不详'} 尾号 <b>{onRoll.accountTail}</b>
      </p>
    );
  return (
    <>
      <p>
        {used.bankName ?? '开户行不详'} 尾号 <b>{used.accountTail}</b>　{holderWords(used)}
      </p>
      {used.coolingUntil !== null && (
        <Note kind="check">新账号：{used.coolingUntil} 前每次发放都要看卡片、写理由。</Note>
      )}
    </>
  );
}

function Version({ account }: { account: Account }) {
  const { division } = useScope();
  const { since, by, accountTail, bankName, state, isUsed, paperId, origin, reason } = account;
  return (
    <li>
      <span className={isUsed ? 'b' : undefined}>
        {since}　尾号 {accountTail}　{bankName ?? ''}　{holderWords(account)}
      </span>{' '}
      {isUsed ? '在用' : state === 'ended' ? '停用' : <span className="t2">用过</span>}
      <div className="t2">
        {origin === 'import' ? '随名册导入' : `${by} 记`}
        {reason !== null && `　${reason}`}
        {paperId !== null && (
          <>
            {'　'}
            <a href={paperFile(division, paperId)} target="_blank" rel="noreferrer">
              {account.holder === 'self' ? '看卡片照片' : '看委托书'}
            </a>
          </>
        )}
      </div>
      {paperId !== null && isUsed && (
        <img
          className="accounts-card"
          alt="卡片或委托书"
          src={thumbOf(division, paperId)}
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
        />
      )}
    </li>
  );
}

interface EndProps {
  readonly used: Account;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

function End({ used, onDone, onClose }: EndProps) {
  const { division } = useScope();
  const { problem, busy, act } = useAct(onDone);
  return (
    <ReasonDialog
      title={`停用尾号 ${used.accountTail}`}
      button="停用"
      problem={problem}
      busy={busy}
      usual={['卡丢了', '已销户', '户主去世']}
      onGive={(reason) =>
        void act(
          () => endAccount(division, used.id, reason),
          `尾号 ${used.accountTail} 已停用。没有别的账号时，用名册上的。`,
        )
      }
      onClose={onClose}
    />
  );
}
