import type { KeyboardEvent } from 'react';
import { stepFrom } from './caret.ts';
import type { Block, Draft, FigureRun, Run, Sentence } from './data.ts';
import { isBlank, isPrinted, paragraphsOf, type Spot, spotKey, TITLE } from './draft.ts';
import { enterPanel, showPanel } from './focus.ts';
import type { Unsourced } from './problems.ts';
import { TextRun } from './TextRun.tsx';

export interface PaperActions {
  readonly onText: (spot: Spot, text: string) => void;
  readonly onRest: () => void;
  /** A figure, a vouched number or a text has the focus. */
  readonly onFocus: (spot: Spot) => void;
  readonly onUnsourced: (place: Unsourced) => void;
  /** Enter in the words of a sentence: the rest of it begins a paragraph. */
  readonly onSplit: (spot: Spot, at: number) => void;
  /** Backspace before the first word; true when a paragraph was joined or an empty sentence went. */
  readonly onJoin: (sentenceId: string) => boolean;
  readonly onAddFirst: (section: Block['section']) => void;
  readonly onRead: (sentenceId: string) => void;
  readonly onReadAll: (section: Block['section']) => void;
}

interface PaperProps extends PaperActions {
  readonly draft: Draft;
  /** Numbers without a source, by the place of their text. */
  readonly unsourced: ReadonlyMap<string, readonly Unsourced[]>;
  readonly chosen: Spot | undefined;
  readonly mayWrite: boolean;
  readonly frozen: boolean;
  readonly nameOf: (code: string) => string;
}

const NONE: readonly Unsourced[] = [];

function onChipKey(event: KeyboardEvent<HTMLSpanElement>) {
  const forward = event.key === 'ArrowRight';
  if (event.key === 'Enter' || event.key === ' ') enterPanel();
  else if (!(forward || event.key === 'ArrowLeft') || !stepFrom(event.currentTarget, forward)) return;
  event.preventDefault();
}

interface PieceProps extends PaperProps {
  readonly sentenceId: string;
  readonly index: number;
}

// A button would be a block of its own inside the line: it breaks before the full stop and widens the lines.
function Chip({ run, ...props }: PieceProps & { run: Exclude<Run, { kind: 'text' }> }) {
  const spot = { sentenceId: props.sentenceId, run: props.index };
  const isChosen = props.chosen !== undefined && spotKey(props.chosen) === spotKey(spot);
  const isFigure = run.kind === 'figure';
  const words = run.text === '' && isFigure ? `${props.nameOf(run.code)}：没有数` : run.text;
  return (
    <span className={run.text === '' ? 'fg none' : 'fg'}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        role="button"
        tabIndex={0}
        className={run.text === '' ? 'lf none' : isFigure ? 'lf' : 'lf typed'}
        data-stop=""
        data-spot={spotKey(spot)}
        data-code={isFigure ? run.code : undefined}
        aria-current={isChosen}
        title={isFigure ? props.nameOf(run.code) : `人工填报：${run.reason}`}
        onClick={() => {
          props.onFocus(spot);
          showPanel();
        }}
        onFocus={() => props.onFocus(spot)}
        onKeyDown={onChipKey}
      >
        {words}
      </span>
      {isFigure ? <Marks run={run} frozen={props.frozen} /> : <small className="mk">人工</small>}
    </span>
  );
}

function Marks({ run, frozen }: { run: FigureRun; frozen: boolean }) {
  if (frozen || run.marks.length === 0) return null;
  const isUnproved = run.marks.includes('未佐证');
  return (
    <small className="mk" title={isUnproved ? '有记录未佐证' : '估计数'}>
      {run.marks.includes('估') && '估'}
      {isUnproved && <span className="ring">○</span>}
    </small>
  );
}

function SentenceText({ sentence, ...props }: PaperProps & { sentence: Sentence }) {
  const { id, runs, reused } = sentence;
  const blank = isBlank(sentence);
  const printed = blank || isPrinted(sentence);
  const name = ['sentence', !printed && 'off', blank && 'blank', reused && 'reused']
    .filter(Boolean)
    .join(' ');
  return (
    <span className={name} data-sentence={id}>
      {runs.map((run, index) => {
        const key = `${index} ${run.kind}`;
        const spot = { sentenceId: id, run: index };
        if (run.kind !== 'text') return <Chip key={key} {...props} sentenceId={id} index={index} run={run} />;
        return (
          <TextRun
            key={key}
            text={run.text}
            unsourced={props.unsourced.get(spotKey(spot)) ?? NONE}
            mayWrite={props.mayWrite}
            label="本句文字"
            onText={(text) => props.onText(spot, text)}
            onRest={props.onRest}
            onFocus={() => props.onFocus(spot)}
            onUnsourced={props.onUnsourced}
            onEnter={(at) => props.onSplit(spot, at)}
            onBackspace={() => index === 0 && props.onJoin(id)}
          />
        );
      })}
      {!printed && <small className="mk">不印</small>}
      {reused && props.mayWrite && (
        <button type="button" className="read" onClick={() => props.onRead(id)}>
          看过了
        </button>
      )}
    </span>
  );
}

function BlockText({ block, ...props }: PaperProps & { block: Block }) {
  const unread = block.sentences.filter(({ reused }) => reused).length;
  return (
    <section data-section={block.section}>
      {block.heading !== undefined && <h2>{block.heading}</h2>}
      {unread > 1 && props.mayWrite && (
        <button type="button" className="read all" onClick={() => props.onReadAll(block.section)}>
          上年文字 {unread} 句，这一节都看过了
        </button>
      )}
      {paragraphsOf(block).map((sentences) => (
        <p key={sentences[0]?.id}>
          {sentences.map((sentence) => (
            <SentenceText key={sentence.id} {...props} sentence={sentence} />
          ))}
        </p>
      ))}
      {block.sentences.length === 0 && props.mayWrite && (
        <p>
          <button type="button" className="read" onClick={() => props.onAddFirst(block.section)}>
            这一部分还没有内容，写一句
          </button>
        </p>
      )}
    </section>
  );
}

/** The summary as the paper it will be: the office's own words, and figures that open. */
export function Paper(props: PaperProps) {
  const { draft, unsourced, mayWrite } = props;
  const title = { sentenceId: TITLE, run: 0 };
  return (
    <article className="paper" aria-label={draft.title}>
      <h1>
        <TextRun
          text={draft.title}
          unsourced={unsourced.get(spotKey(title)) ?? NONE}
          mayWrite={mayWrite}
          label="标题"
          onText={(text) => props.onText(title, text)}
          onRest={props.onRest}
          onFocus={() => props.onFocus(title)}
          onUnsourced={props.onUnsourced}
          onEnter={() => undefined}
          onBackspace={() => false}
        />
      </h1>
      {draft.blocks.map((block) => (
        <BlockText key={block.section} {...props} block={block} />
      ))}
    </article>
  );
}
