import { Note } from '../../components/index.ts';
import { minuteOf } from './Bar.tsx';
import type { Report } from './data.ts';
import type { ReportEditor } from './useReport.ts';

interface TroubleProps {
  readonly editor: ReportEditor;
  readonly report: Report;
  /** What could not be done just now, in words. */
  readonly said: string;
}

/** What could not be done, whose text to keep when somebody else saved meanwhile, and why it was given back. */
export function Trouble({ editor, report, said }: TroubleProps) {
  const { problem, isSaved } = editor;
  const { returned } = report;
  return (
    <>
      {problem !== '' && !isSaved && (
        <div className="kept" role="alert">
          <Note kind="check" action={<Choice editor={editor} />}>
            {problem}
          </Note>
        </div>
      )}
      {said !== '' && (
        <div className="kept" role="alert">
          <Note kind="check">{said}</Note>
        </div>
      )}
      {returned !== null && (
        <div className="kept">
          <Note kind="check" words="退回">
            {returned.by} {minuteOf(returned.at)}：{returned.reason}
          </Note>
        </div>
      )}
    </>
  );
}

function Choice({ editor }: { editor: ReportEditor }) {
  const { isBehind } = editor;
  return (
    <span className="row">
      <button
        type="button"
        className="btn s"
        onClick={() => void (isBehind ? editor.keepBoth() : editor.save())}
      >
        {isBehind ? '两边都留' : '重试'}
      </button>
      <button type="button" className="btn s" onClick={editor.takeTheirs}>
        {isBehind ? '只用存好的' : '放弃本机的改动'}
      </button>
    </span>
  );
}
