import { Shape } from '../../components/index.ts';
import type { Report } from './data.ts';
import type { Standing } from './Lists.tsx';
import type { ReportEditor } from './useReport.ts';

export const STATES: Readonly<Record<Report['state'], string>> = {
  none: '还没有起稿',
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
  /** What is being done that takes a while, in words. */
  readonly busy: string;
  readonly onStanding: (standing: Standing) => void;
  readonly onNextProblem: () => void;
  readonly onCompare: () => void;
  readonly onDifferences: () => void;
  readonly onCompose: () => void;
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
      {unevidenced > 0 && (
        <button type="button" className="lnk check" onClick={() => onStanding('未佐证')}>
          <Shape kind="none" /> 未佐证 {unevidenced}
        </button>
      )}
      {typed > 0 && (
        <button type="button" className="lnk check" onClick={() => onStanding('人工')}>
          人工 {typed}
        </button>
      )}
    </>
  );
}

/** «11-29 10:32»: month, day and minute of this machine. */
export function minuteOf(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function savedWords({ state, saved }: Report, { isSaved, problem }: ReportEditor, busy: string): string {
  if (busy !== '') return busy;
  if (!isSaved) return problem === '' ? '正在存…' : '没有存上，文字还在本机';
  return state === 'draft' && saved !== null ? `${saved.by} ${minuteOf(saved.at)} 存` : '';
}

/** State, how the numbers stand, and what can be done now. */
export function Bar(props: BarProps) {
  const { report, year, editor, address, blocked, mayWrite, busy } = props;
  const { state, checks, signing, sent, differences } = report;
  return (
    <div className="bar rep-bar">
      <h1>{year} 年度双拥工作总结</h1>
      <span className="nowrap">{STATES[state]}</span>
      {sent !== null && <span className="t2 nowrap">{sent.by}</span>}
      {signing !== null && (
        <span className="t2 nowrap">
          {signing.signedOn} {signing.signedBy}　冻结
        </span>
      )}
      <Counts {...props} />
      <span className="t2 nowrap" role="status">
        {savedWords(report, editor, busy)}
      </span>
      <span className="grow" />
      {differences.length > 0 && (
        <button type="button" className="btn" onClick={props.onDifferences}>
          签发后有变 {differences.length}
        </button>
      )}
      {checks.length > 0 && (
        <button type="button" className="btn" title="下一个问题（F8）" onClick={props.onNextProblem}>
          检查 {checks.length}
        </button>
      )}
      <button type="button" className="btn" onClick={props.onCompare}>
        比上年
      </button>
      <a
        className={state === 'signed' ? 'btn pri' : 'btn'}
        href={address}
        download
        onClick={(event) => {
          if (editor.isSaved) return;
          event.preventDefault();
          void editor.save().then((isSaved) => isSaved && location.assign(address));
        }}
      >
        导出 docx
      </a>
      {mayWrite && state === 'none' && (
        <button type="button" className="btn pri" onClick={props.onCompose}>
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
