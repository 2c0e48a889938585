import { useState } from 'react';
import { Note } from '../../components/index.ts';
import { Bind } from './Bind.tsx';
import type { Draft, Run, Sentence, TypedRun } from './data.ts';
import { bindingOf, type PanelProps } from './FigurePanel.tsx';
import { type Unsourced, wordingOf } from './problems.ts';
import { suggestFigures, wordsAround } from './suggest.ts';
import { Vouch } from './Vouch.tsx';

/** A number somebody vouched for: reason and name, and the way back to a figure. */
export function TypedPanel(props: PanelProps & { run: TypedRun; onReplace: (run: Run) => void }) {
  const { run, report, mayWrite, onReplace } = props;
  const [opens, setOpens] = useState<'bind' | 'vouch'>();
  const isOpen = run.reason === '' ? (opens ?? 'vouch') : opens;
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
        <div className="row" style={{ marginTop: 16 }}>
          <button
            type="button"
            className="btn"
            aria-expanded={isOpen === 'bind'}
            onClick={() => setOpens('bind')}
          >
            绑定指标
          </button>
          <button
            type="button"
            className="btn"
            aria-expanded={isOpen === 'vouch'}
            onClick={() => setOpens('vouch')}
          >
            改写
          </button>
        </div>
      )}
      {mayWrite && isOpen === 'vouch' && (
        <Vouch
          key={`${run.text} ${run.reason}`}
          text={run.text}
          onVouch={(reason, text) => {
            setOpens(undefined);
            onReplace({ ...run, text, reason, who: '' });
          }}
        />
      )}
      {mayWrite && isOpen === 'bind' && (
        <Bind
          figures={report.figures}
          onPick={(figure) => {
            const { form, unit } = wordingOf(run.text, figure.unit);
            onReplace(bindingOf(figure, unit, form));
          }}
        />
      )}
    </>
  );
}

interface UnsourcedPanelProps extends PanelProps {
  readonly draft: Draft;
  readonly hit: Unsourced;
  readonly onBind: (run: Run) => void;
}

/** A number without a source: bind it to a figure, or vouch for it. */
export function UnsourcedPanel({ draft, hit, report, onBind }: UnsourcedPanelProps) {
  const around = wordsAround(draft, hit);
  return (
    <>
      <h2>「{hit.text}」没有来源</h2>
      <p className="t2">数要有记录可查。绑定一个指标，或标为人工填报；不是数的，改写这几个字。</p>
      <h3>绑定指标</h3>
      <Bind
        key={`${hit.sentenceId} ${hit.text}`}
        figures={report.figures}
        likely={suggestFigures(report.figures, hit.text, around)}
        onPick={(figure) => {
          const { form, unit } = wordingOf(hit.text, figure.unit);
          onBind(bindingOf(figure, unit, form));
        }}
      />
      <h3>标为人工填报</h3>
      <Vouch
        key={hit.text}
        text={hit.text}
        onVouch={(reason, text) => onBind({ kind: 'typed', text, reason, who: '' })}
      />
    </>
  );
}

interface SentenceToolsProps {
  readonly sentence: Sentence;
  /** The first of its part begins a paragraph anyway. */
  readonly isFirst: boolean;
  readonly messages: readonly string[];
  readonly unsourced: readonly Unsourced[];
  readonly onUnsourced: (hit: Unsourced) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onRead: () => void;
  readonly onOpen: (opens: boolean) => void;
}

/** What can be done with the sentence one stands in, and what the checks say about it. */
export function SentenceTools(props: SentenceToolsProps) {
  const { sentence, isFirst, messages, unsourced, onAdd, onRemove, onRead, onOpen } = props;
  const opens = sentence.opensParagraph === true;
  return (
    <section aria-label="这一句">
      <h3>这一句</h3>
      <div className="row wrap">
        <button type="button" className="btn s" onClick={onAdd}>
          后面加一句
        </button>
        {!isFirst && (
          <button type="button" className="btn s" onClick={() => onOpen(!opens)}>
            {opens ? '接上一段' : '另起一段'}
          </button>
        )}
        <button type="button" className="btn s" onClick={onRemove}>
          删去这句
        </button>
        {sentence.reused && (
          <button type="button" className="btn s" onClick={onRead}>
            看过了
          </button>
        )}
      </div>
      {unsourced.map((hit) => (
        <div key={`${hit.run} ${hit.start}`} style={{ marginTop: 12 }}>
          <Note
            kind="stop"
            action={
              <button type="button" className="btn s" onClick={() => props.onUnsourced(hit)}>
                处理
              </button>
            }
          >
            「{hit.text}」没有来源。
          </Note>
        </div>
      ))}
      {messages.map((message) => (
        <div key={message} style={{ marginTop: 12 }}>
          <Note kind="check">{message}</Note>
        </div>
      ))}
    </section>
  );
}
