import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { Note } from '../../components/index.ts';
import type { Lacking, RateSection } from './sections.ts';
import { codeWords, keyWords } from './words.ts';

interface LacksProps {
  readonly lacking: readonly Lacking[];
  readonly month: string;
  readonly adoptedDerived: boolean;
  readonly rates: readonly RateSection[];
}

/** What is missing in the month, by name, and whether derived rates were taken over. */
export function Lacks({ lacking, month, adoptedDerived, rates }: LacksProps) {
  const local = lacking.filter(({ isLocal }) => isLocal);
  const others = lacking.filter(({ isLocal }) => !isLocal);
  return (
    <>
      {others.length > 0 && (
        <Note kind="missing" words="没有数">
          <LackWords lacking={others} month={month} />
          。涉及的人这个月应发答「不知道」，不当 0 算。文件到了请录入。
        </Note>
      )}
      {local.length > 0 && (
        <Note kind="missing" words="本县没录">
          <LackWords lacking={local} month={month} />
          。由县里自己定，录入后才能算。
        </Note>
      )}
      <DerivedNote sections={rates} adopted={adoptedDerived} month={month} />
    </>
  );
}

function LackWords({ lacking, month }: { lacking: readonly Lacking[]; month: string }) {
  const { user } = useSession();
  const mayEnter = user?.actions.includes('law.write') === true;
  return (
    <>
      {lacking.map(({ code, keys }, index) => {
        const words = `${codeWords(code)}${keys.length > 0 ? `（${keys.map((key) => keyWords(code, key)).join('、')}）` : ''}`;
        return (
          <span key={code}>
            {index > 0 && '，'}
            {mayEnter ? (
              <GoLink to="/pay/standards/new" search={{ code, from: month }}>
                {words}
              </GoLink>
            ) : (
              words
            )}
          </span>
        );
      })}
    </>
  );
}

interface DerivedProps {
  readonly sections: readonly RateSection[];
  readonly adopted: boolean;
  readonly month: string;
}

function DerivedNote({ sections, adopted, month }: DerivedProps) {
  const { user } = useSession();
  const rates = sections.flatMap(({ tables }) => tables.flatMap((table) => table.rates));
  const count = rates.filter(({ status }) => status === 'derived').length;
  if (count === 0) return null;
  const mayPropose = user?.actions.includes('law.write') === true && !adopted;
  return (
    <div className="note plain row">
      <span className="grow">
        这个月有 {count} 档是推算的（没见到公布，按写明的办法推出），
        {adopted
          ? '本地已由两人采用，用它算出的应发都注明「推算」。'
          : '还没有采用，用它算出的应发都注明「推算」。'}
      </span>
      {mayPropose && (
        <GoLink to="/pay/standards/derived" search={{ month }} className="btn s">
          采用推算的标准
        </GoLink>
      )}
    </div>
  );
}
