import { fen as fenOf, lastDay, type Month, monthText, parseIsoMonth, yuanDisplay } from '@shuangyong/values';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { useScope } from '../app/scope.ts';
import { DetailPanel, Icon, Problem, usePrint } from '../components/index.ts';
import type { ToldRight } from './data.ts';
import { FamilyWhy, RightWhy } from './RightWhy.tsx';
import { useWhy } from './useWhy.ts';
import { WhySheet } from './WhySheet.tsx';
import './why.css';
import { YearMonths } from './YearMonths.tsx';

interface WhyPanelProps {
  readonly personId: string;
  readonly name: string;
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
  readonly onClose: () => void;
}

/** «为什么是这个数»: facts, rates with their documents, arithmetic and rounding of one month, also as known then. */
export function WhyPanel({ personId, name, month, onMonth, onClose }: WhyPanelProps) {
  const [asThen, setAsThen] = useState(false);
  const [isYear, setIsYear] = useState(false);
  const knownOn = asThen ? lastDay(month) : undefined;
  const { told, families, facts, problem } = useWhy(personId, (month - 1) as Month, month, knownOn);
  const now = told?.filter((one) => one.month === monthText(month)) ?? [];
  const before = told?.filter((one) => one.month !== monthText(month)) ?? [];
  const served = families.filter((one) => one.month === monthText(month));
  return (
    <DetailPanel title="为什么是这个数" note={monthText(month)} onClose={onClose}>
      <div className="why-ask">
        <label>
          <span className="t2">月份</span>{' '}
          <input
            type="month"
            className="field"
            value={monthText(month)}
            onChange={(event) => {
              const next = parseIsoMonth(event.target.value);
              if (next !== undefined) onMonth(next);
            }}
          />
        </label>
        <label className="tick">
          <input type="checkbox" checked={asThen} onChange={(event) => setAsThen(event.target.checked)} />
          只按当月底已知道的
        </label>
      </div>
      {problem !== null && <Problem problem={problem} />}
      {told === undefined && problem === null && <p className="t2">正在算…</p>}
      {told !== undefined && now.length + served.length === 0 && <p>这个人不在花名册上，没有要发的。</p>}
      {now.map((one) => (
        <RightWhy
          key={one.category}
          told={one}
          before={before.find(({ category }) => category === one.category)}
          papers={facts.data?.rights.find(({ category }) => category === one.category)?.rows ?? []}
        />
      ))}
      {now.length > 1 && (
        <p className="why-sum">
          <b>合计（元）</b>
          <b className="fs-l">{sumText(now)}</b>
        </p>
      )}
      {served.map((one) => (
        <FamilyWhy key={one.id} told={one} />
      ))}
      {now.length + served.length > 0 && (
        <Actions
          name={name}
          now={[...now, ...served.filter(({ outcome }) => outcome !== 'notDue')]}
          papers={papersOf(facts.data)}
          month={month}
          onYear={() => setIsYear(!isYear)}
        />
      )}
      {isYear && <YearMonths personId={personId} month={month} onMonth={onMonth} />}
    </DetailPanel>
  );
}

interface RightPapers {
  readonly rights: readonly {
    readonly category: string;
    readonly rows: readonly { readonly papers: readonly { readonly title: string }[] }[];
  }[];
}

/** Titles of the papers of each right. */
function papersOf(facts: RightPapers | undefined): ReadonlyMap<string, readonly string[]> {
  const rights = facts?.rights ?? [];
  return new Map(
    rights.map(({ category, rows }) => [
      category,
      rows.flatMap(({ papers }) => papers.map(({ title }) => title)),
    ]),
  );
}

/** The known sum; what nobody can compute is not in it, and says so. */
function sumText(rights: readonly ToldRight[]): string {
  if (rights.some(({ outcome }) => outcome === 'unknown')) return '不详';
  const total = rights.reduce((sum, { fen }) => sum + fen, 0);
  return yuanDisplay(fenOf(total));
}

interface ActionsProps {
  readonly name: string;
  readonly now: readonly ToldRight[];
  readonly papers: ReadonlyMap<string, readonly string[]>;
  readonly month: Month;
  readonly onYear: () => void;
}

function Actions({ name, now, papers, month, onYear }: ActionsProps) {
  const print = usePrint();
  const { divisionName } = useScope();
  const { today } = useSession();
  return (
    <div className="row gap3">
      <button
        type="button"
        className="btn"
        onClick={() =>
          print(<WhySheet {...{ name, papers }} rights={now} office={divisionName} printedOn={today} />)
        }
      >
        <Icon name="print" /> 印给本人（大字）
      </button>
      <button type="button" className="lnk" onClick={onYear}>
        看 {Math.floor(month / 12)} 年每个月
      </button>
    </div>
  );
}
