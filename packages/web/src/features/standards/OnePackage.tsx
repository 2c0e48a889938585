import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Empty, PageBar, Part } from '../../components/index.ts';
import { Decide } from './Decide.tsx';
import { type EnteredPackage, packagesQuery } from './data.ts';
import { EffectPart } from './EffectPart.tsx';
import { PackageTables } from './PackageTables.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import './standards.css';
import type { LocalPackage } from './tables.ts';
import { ORIGIN_WORDS, stateWords } from './words.ts';

/** One package entered here: what is in it, what was decided by whom, whom it touches. */
export function Page() {
  const { division } = useScope();
  const { id } = useParams({ strict: false }) as { id?: string };
  const packages = useQuery(packagesQuery(division));
  return (
    <div className="page-fill">
      <PageBar tabs={<RoomTabs />}>
        <GoLink to="/pay/standards" search={{ tab: 'entered' }}>
          本地录入的全部
        </GoLink>
      </PageBar>
      <Part query={packages}>
        {(all) => {
          const one = all.find((each) => each.id === id);
          return one === undefined ? <Empty words="没有找到，或不在您的管辖范围。" /> : null;
        }}
      </Part>
      {packages.data
        ?.filter((each) => each.id === id)
        .map((one) => (
          <Shown key={one.id} one={one} />
        ))}
    </div>
  );
}

function Shown({ one }: { one: EnteredPackage }) {
  const { user } = useSession();
  const isDerived = one.origin === 'derived';
  const mayLook = user?.actions.includes('people.read') === true;
  return (
    <div className="two std-two">
      <div className="std">
        <div className="row">
          <h1 className="grow">{one.title}</h1>
          <b className={one.state === 'entered' ? 'check' : undefined}>{stateWords(one)}</b>
        </div>
        <p className="t2">
          {ORIGIN_WORDS[one.origin]} · {one.isHere ? '本单位录入' : '县里录入，全县都用'} · 代号 {one.code}
        </p>
        <Steps history={one.history} />
        <PackageTables pack={one.body as LocalPackage} />
        <Decide one={one} />
      </div>
      <DetailPanel title={isDerived ? '谁靠推算的标准' : '影响'} note={noteOf(one)}>
        {mayLook ? (
          <EffectPart
            ask={{ packageId: one.id }}
            kind={isDerived ? 'derived' : 'package'}
            title={one.title}
          />
        ) : (
          <p className="t2">您的角色看不到人员，只看标准。</p>
        )}
      </DetailPanel>
    </div>
  );
}

const noteOf = ({ state }: EnteredPackage) =>
  state === 'adopted'
    ? '采用这份以后改变的'
    : state === 'entered'
      ? '采用以后会这样，现在还没有变'
      : '如果采用会这样';

const STEP_WORDS = { entered: '录入', adopted: '采用', returned: '退回', withdrawn: '撤下' } as const;

function Steps({ history }: Pick<EnteredPackage, 'history'>) {
  return (
    <ol className="std-steps">
      {history.map(({ state, at, officeDay, actorName, reason }) => (
        <li key={at}>
          {officeDay} <b>{actorName}</b> {STEP_WORDS[state]}
          {reason !== null && `：${reason}`}
        </li>
      ))}
    </ol>
  );
}
