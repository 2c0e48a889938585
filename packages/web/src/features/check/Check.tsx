import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { GoLink } from '../../app/links.tsx';
import { useScope, useSetSearch } from '../../app/scope.ts';
import { PageBar, Part, Tabs } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import './check.css';
import { Dossier } from './Dossier.tsx';
import { type Checks, checksQuery } from './data.ts';
import { Findings } from './Findings.tsx';
import { chosenTest, findingsOf, type Step, stepFrom } from './order.ts';
import { PrintChecks } from './PrintChecks.tsx';
import { TestTable } from './TestTable.tsx';

/** 自查: the auditor's questions over the year, asked by the office itself first. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(checksQuery(division, year));
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside('/pay/check')} current="/pay/check" />}>
        <button
          type="button"
          className="btn"
          onClick={() => void query.refetch()}
          disabled={query.isFetching}
        >
          {query.isFetching ? '正在查…' : '再查一遍'}
        </button>
        {query.data && <PrintChecks checks={query.data} />}
        <Dossier />
      </PageBar>
      <div className="page checks">
        <Part query={query} waiting="正在逐人逐月对照…">
          {(checks) => <Checked checks={checks} checkedAt={query.dataUpdatedAt} />}
        </Part>
      </div>
    </div>
  );
}

function useStep(): readonly [asked: Partial<Record<'test' | 'at', string>>, go: (step: Step) => void] {
  const { test, at } = useSearch({ strict: false }) as Partial<Record<'test' | 'at', string>>;
  const setSearch = useSetSearch();
  const go = ({ code, key }: Step) => setSearch({ test: code, at: key });
  return [{ ...(test === undefined ? {} : { test }), ...(at === undefined ? {} : { at }) }, go];
}

function Checked({ checks, checkedAt }: { checks: Checks; checkedAt: number }) {
  const [asked, go] = useStep();
  const { tests, findings, checked, year } = checks;
  const test = chosenTest(tests, asked.test);
  const own = findingsOf(findings, test?.code ?? null);
  const at = own.find(({ key }) => key === asked.at) ?? own[0];
  const move = (by: 1 | -1) => () => {
    const step = stepFrom(tests, findings, at?.key, by);
    if (step) go(step);
  };
  useShortcuts({
    n: { words: '下一条', run: move(1) },
    p: { words: '上一条', run: move(-1) },
  });
  const isEmpty = checked.payments === 0;
  return (
    <>
      <div className="checked row gap4 wrap">
        <p className="grow">
          <b>{year} 年</b> · 查了 {count(checked.persons)} 人 {count(checked.personMonths)} 人月{' '}
          {count(checked.payments)} 笔发放
          <span className="t2"> · {clock(checkedAt)} 查</span>
        </p>
        <GoLink to="/pay/compare">拿名册来比</GoLink>
        <GoLink to="/pay/spot">发后抽查</GoLink>
      </div>
      {isEmpty && <p className="nothing">还没有发放记录，先导入「发放记录」或生成批次。</p>}
      <div className={test ? 'two' : undefined}>
        <TestTable
          tests={tests}
          chosen={test?.code ?? null}
          onChoose={(code) => go({ code, key: findingsOf(findings, code)[0]?.key ?? '' })}
        />
        {test && at && <Findings test={test} findings={own} at={at} year={year} onGo={go} />}
      </div>
    </>
  );
}

const count = (value: number) => value.toLocaleString('zh-CN');

const clock = (at: number) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });
