import { Note } from '../../components/index.ts';
import { Bind } from './Bind.tsx';
import type { Run, Sentence, TypedRun } from './data.ts';
import { bindingOf, type PanelProps } from './FigurePanel.tsx';
import { type Unsourced, wordingOf } from './problems.ts';
import { Vouch } from './Vouch.tsx';

/** A number somebody vouched for: reason and name, and the way back to a figure. */
export function TypedPanel(props: PanelProps & { run: TypedRun; onReplace: (run: Run) => void }) {
  const { run, report, mayWrite, who, onReplace } = props;
  return (
    <>
      <h2>
        {run.text} <small className="check">人工</small>
      </h2>
      <dl className="kv" style={{ marginTop: 8 }}>
        <dt>理由</dt>
        <dd>{run.reason === '' ? <span className="check">没有写</span> : run.reason}</dd>
        <dt>填报人</dt>
        <dd>{run.who === '' ? <span className="check">没有写</span> : run.who}</dd>
      </dl>
      {mayWrite && (
        <>
          <h3>改为</h3>
          <Vouch
            key={`${run.text} ${run.reason}`}
            text={run.text}
            onVouch={(reason, text) => onReplace({ ...run, text, reason, who })}
          />
          <h3>绑定指标</h3>
          <Bind
            figures={report.figures}
            first={wordingOf(run.text, '').unit}
            onPick={(figure) => {
              const { form, unit } = wordingOf(run.text, figure.unit);
              onReplace(bindingOf(figure, unit, form));
            }}
          />
        </>
      )}
    </>
  );
}

/** A number without a source: bind it to a figure, or vouch for it. */
export function UnsourcedPanel(props: PanelProps & { hit: Unsourced; onBind: (run: Run) => void }) {
  const { hit, report, who, onBind } = props;
  return (
    <>
      <h2>「{hit.text}」没有来源</h2>
      <p className="t2">数要有记录可查。请绑定指标，或标为人工填报；不是数的，改写这几个字。</p>
      <h3>绑定指标</h3>
      <Bind
        key={`${hit.sentenceId} ${hit.text}`}
        figures={report.figures}
        first={wordingOf(hit.text, '').unit}
        onPick={(figure) => {
          const { form, unit } = wordingOf(hit.text, figure.unit);
          onBind(bindingOf(figure, unit, form));
        }}
      />
      <h3>标为人工填报</h3>
      <Vouch
        key={hit.text}
        text={hit.text}
        onVouch={(reason, text) => onBind({ kind: 'typed', text, reason, who })}
      />
    </>
  );
}

interface SentenceToolsProps {
  readonly sentence: Sentence;
  readonly messages: readonly string[];
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onRead: () => void;
}

/** What can be done with the sentence one stands in, and what the checks say about it. */
export function SentenceTools({ sentence, messages, onAdd, onRemove, onRead }: SentenceToolsProps) {
  return (
    <section aria-label="这一句">
      <h3>这一句</h3>
      <div className="row wrap">
        <button type="button" className="btn s" onClick={onAdd}>
          后面加一句
        </button>
        <button type="button" className="btn s" onClick={onRemove}>
          删去这句
        </button>
        {sentence.reused && (
          <button type="button" className="btn s" onClick={onRead}>
            看过了
          </button>
        )}
      </div>
      {messages.map((message) => (
        <div key={message} style={{ marginTop: 12 }}>
          <Note kind="check">{message}</Note>
        </div>
      ))}
    </section>
  );
}
