import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { Part, Shape } from '../../components/index.ts';
import { LEDGERS } from '../ledger/ledgers.ts';
import { ArchiveTabs } from './ArchiveTabs.tsx';
import './archive.css';
import { type MissingOfYear, missingQuery, type Paper } from './data.ts';
import { Fill } from './PaperPanel.tsx';

/** 缺件: which records of the year nothing proves, and which papers lack the file they name. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(missingQuery(division, year));
  return (
    <div className="page-fill">
      <ArchiveTabs current="/archive/missing" />
      <div className="page missing">
        <Part query={query}>
          {({ ledgers, files }) => (
            <>
              <Unproved ledgers={ledgers} />
              <WithoutFile files={files} />
            </>
          )}
        </Part>
      </div>
    </div>
  );
}

/** The list of a ledger's records without proof. */
function listOf(kind: string): { readonly label: string; readonly to: string } | undefined {
  const ledger = LEDGERS.find((one) => one.kind === kind);
  return ledger && { label: ledger.label, to: ledger.path };
}

function Unproved({ ledgers }: Pick<MissingOfYear, 'ledgers'>) {
  const { year } = useScope();
  const [everyone] = ledgers.filter(({ kind }) => kind === 'spell');
  const dated = ledgers.filter(({ kind }) => listOf(kind) !== undefined);
  const open = dated.filter(({ unproved }) => unproved > 0);
  const count = open.reduce((sum, { unproved }) => sum + unproved, 0);
  return (
    <section>
      <div className="part">
        <h2>
          没有材料的记录<span className="n">{count}</span>
        </h2>
        <span className="t2">{year} 年，各台账</span>
      </div>
      <table className="t in gaps">
        <thead>
          <tr>
            <th scope="col">台账</th>
            <th scope="col" className="r">
              记录
            </th>
            <th scope="col" className="r">
              没有材料
            </th>
            <th scope="col">去办</th>
          </tr>
        </thead>
        <tbody>
          {dated.map(({ kind, sheet, total, unproved }) => (
            <tr key={kind}>
              <td>{listOf(kind)?.label ?? sheet}</td>
              <td className="r">{total.toLocaleString('zh-CN')}</td>
              <td className="r b">{unproved.toLocaleString('zh-CN')}</td>
              <td>{unproved > 0 ? <Go kind={kind} unproved={unproved} /> : <AllProved total={total} />}</td>
            </tr>
          ))}
          {everyone && everyone.total > 0 && (
            <tr>
              <td>优抚对象（不分年度）</td>
              <td className="r">{everyone.total.toLocaleString('zh-CN')}</td>
              <td className="r b">{everyone.unproved.toLocaleString('zh-CN')}</td>
              <td>
                <GoLink to="/people">到「人员」里看</GoLink>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="t2">一份材料证明好几条的：打开名单，选中几条，挂一次。</p>
    </section>
  );
}

function AllProved({ total }: { total: number }) {
  return total === 0 ? (
    <span className="t2">没有记录</span>
  ) : (
    <>
      <Shape kind="ok" /> 都有据
    </>
  );
}

function Go({ kind, unproved }: { kind: string; unproved: number }) {
  const list = listOf(kind);
  return list === undefined ? null : (
    <GoLink to={list.to} search={{ evidenced: 'no' }}>
      看这 {unproved.toLocaleString('zh-CN')} 条，挂材料
    </GoLink>
  );
}

function WithoutFile({ files }: Pick<MissingOfYear, 'files'>) {
  return (
    <section>
      <div className="part">
        <h2>
          没找到文件的材料<span className="n">{files.length}</span>
        </h2>
        <span className="t2">导入的表里写了文件，文件没有一起来</span>
      </div>
      {files.length === 0 ? (
        <p className="nothing">没有。表里写到的文件都在。</p>
      ) : (
        <ul className="lost">
          {files.map((paper) => (
            <Lost key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Lost({ paper }: { paper: Paper }) {
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  const path = recordPath('paper', paper.id);
  return (
    <li>
      <div className="row gap3">
        <span className="t2 nowrap">{paper.signedOn}</span>
        <span className="grow">
          {path === undefined ? paper.title : <GoLink to={path}>{paper.title}</GoLink>}
          {paper.originalAt && <span className="t2">　原件：{paper.originalAt}</span>}
        </span>
        {user?.actions.includes('papers.write') && (
          <button type="button" className="btn s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            放进文件
          </button>
        )}
      </div>
      {isOpen && <Fill paper={paper} />}
    </li>
  );
}
