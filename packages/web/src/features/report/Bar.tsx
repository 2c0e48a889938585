import { Shape } from '../../components/index.ts';
import type { Report } from './data.ts';
import type { Standing } from './Lists.tsx';
import type { ReportEditor } from './useReport.ts';

export const STATES: Readonly<Record<Report['state'], string>> = {
  none: '还没有文稿',
  draft: '草稿',
  sent: '已送签',
  signed: '已签发',
};

interface BarProps {
  readonly report: Report;
  readonly year: number;
  readonly editor: ReportEditor;
  readonly address: string;
  readonly blocked: string | undefined;
  readonly mayWrite: boolean;
  readonly mayCompose: boolean;
  readonly onStanding: (standing: Standing) => void;
  readonly onNextProblem: () => void;
  readonly onCompare: () => void;
  readonly onDifferences: () => void;
  readonly onCompose: (from: 'wording' | 'lastYear') => void;
  readonly onSend: () => void;
  /** It waits for this very person: shows where he signs. */
  readonly onSign: (() => void) | undefined;
}

function Counts({ report, onStanding }: Pick<BarProps, 'report' | 'onStanding'>) {
  const { total, evidenced, unevidenced, typed } = report.counts;
  return (
    <>
      <span className="t2" style={{ marginLeft: 12 }}>
        数 {total}：
      </span>
      <button type="button" className="lnk plain" onClick={() => onStanding('有据')}>
        有据 {evidenced}
      </button>
      <button type="button" className="lnk check" onClick={() => onStanding('未佐证')}>
        <Shape kind="none" /> 未佐证 {unevidenced}
      </button>
      <button type="button" className="lnk check" onClick={() => onStanding('人工')}>
        人工 {typed}
      </button>
    </>
  );
}

function savedWords({ isSaved, problem }: ReportEditor): string {
  if (isSaved) return '';
  return problem === '' ? '正在存…' : '没有存上，文字还在本机';
}

/** State, how the numbers stand, and what can be done now. */
export function Bar(props: BarProps) {
  const { report, year, editor, address, blocked, mayWrite, mayCompose, onCompose } = props;
  const { state, checks, signing, differences } = report;
  return (
    <div className="bar rep-bar">
      <h1>{year} 年度双拥工作总结</h1>
      <span>
        {STATES[state]}
        {state === 'signed' && signing !== null && (
          <span className="t2">
            　{signing.signedOn} {signing.signedBy}　冻结
          </span>
        )}
      </span>
      <Counts {...props} />
      <span className="t2" role="status">
        {savedWords(editor)}
      </span>
      <span className="grow" />
      {differences.length > 0 && (
        <button type="button" className="btn" onClick={props.onDifferences}>
          签发后有变 {differences.length}
        </button>
      )}
      {checks.length > 0 && (
        <button type="button" className="btn" onClick={props.onNextProblem}>
          检查 {checks.length}
        </button>
      )}
      <button type="button" className="btn" onClick={props.onCompare}>
        比上年
      </button>
      {mayCompose && (
        <button type="button" className="btn" onClick={() => onCompose('lastYear')}>
          沿用上年文字
        </button>
      )}
      {mayCompose && state === 'draft' && (
        <button type="button" className="btn" onClick={() => onCompose('wording')}>
          重新起稿
        </button>
      )}
      <a className={state === 'signed' ? 'btn pri' : 'btn'} href={address} download>
        导出 docx
      </a>
      {mayCompose && state === 'none' && (
        <button type="button" className="btn pri" onClick={() => onCompose('wording')}>
          生成初稿
        </button>
      )}
      {mayWrite && state === 'draft' && (
        <button
          type="button"
          className="btn pri"
          aria-disabled={blocked !== undefined}
          title={blocked}
          onClick={props.onSend}
        >
          送签
        </button>
      )}
      {props.onSign && (
        <button type="button" className="btn pri" onClick={props.onSign}>
          签发…
        </button>
      )}
    </div>
  );
}
