import type { KeyboardEvent } from 'react';
import { Shape } from '../../components/index.ts';
import type { Block, Draft, FigureRun, Run, Sentence } from './data.ts';
import { isPrinted, paragraphsOf, type Spot, TITLE } from './draft.ts';
import type { Unsourced } from './problems.ts';
import { stepFrom, TextRun } from './TextRun.tsx';

export interface PaperActions {
  readonly onText: (spot: Spot, text: string) => void;
  readonly onRest: () => void;
  /** A figure, a vouched number or a text has the focus. */
  readonly onFocus: (spot: Spot) => void;
  readonly onUnsourced: (place: Unsourced) => void;
  readonly onAddAfter: (sentenceId: string) => void;
  readonly onAddFirst: (section: Block['section']) => void;
  readonly onRead: (sentenceId: string) => void;
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

export function spotKey({ sentenceId, run }: Spot): string {
  return `${sentenceId} ${run}`;
}

function onChipKey(event: KeyboardEvent<HTMLButtonElement>) {
  const forward = event.key === 'ArrowRight';
  if ((forward || event.key === 'ArrowLeft') && stepFrom(event.currentTarget, forward))
    event.preventDefault();
}

interface PieceProps extends PaperProps {
  readonly sentenceId: string;
  readonly index: number;
}

function Chip({ run, ...props }: PieceProps & { run: Exclude<Run, { kind: 'text' }> }) {
  const spot = { sentenceId: props.sentenceId, run: props.index };
  const isChosen = props.chosen !== undefined && spotKey(props.chosen) === spotKey(spot);
  const isFigure = run.kind === 'figure';
  const words = run.text === '' && isFigure ? `${props.nameOf(run.code)}：没有数` : run.text;
  return (
    <>
      <button
        type="button"
        className={run.text === '' ? 'lf none' : isFigure ? 'lf' : 'lf typed'}
        data-stop=""
        data-spot={spotKey(spot)}
        data-code={isFigure ? run.code : undefined}
        aria-pressed={isChosen}
        title={isFigure ? props.nameOf(run.code) : `人工填报：${run.reason}`}
        onClick={() => props.onFocus(spot)}
        onFocus={() => props.onFocus(spot)}
        onKeyDown={onChipKey}
      >
        {words}
      </button>
      {isFigure ? <Marks run={run} frozen={props.frozen} /> : <small className="mk">人工</small>}
    </>
  );
}

function Marks({ run, frozen }: { run: FigureRun; frozen: boolean }) {
  return (
    <>
      {run.marks.includes('估') && <small className="mk">估</small>}
      {run.marks.includes('未佐证') && !frozen && (
        <small className="mk" title="有记录未佐证">
          <Shape kind="none" />
        </small>
      )}
    </>
  );
}

function SentenceText({ sentence, ...props }: PaperProps & { sentence: Sentence }) {
  const { id, runs, reused } = sentence;
  const printed = isPrinted(sentence);
  const name = [printed ? 'sentence' : 'sentence off', reused && 'reused'].filter(Boolean).join(' ');
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
            onEnter={() => props.onAddAfter(id)}
          />
        );
      })}
      {!printed && <small className="mk">不印</small>}
      {reused && (
        <button type="button" className="read" disabled={!props.mayWrite} onClick={() => props.onRead(id)}>
          上年文字·看过了
        </button>
      )}
    </span>
  );
}

function BlockText({ block, ...props }: PaperProps & { block: Block }) {
  return (
    <section data-section={block.section}>
      {block.heading !== undefined && <h2>{block.heading}</h2>}
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
            这一部分还没有内容。加一句
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
        />
      </h1>
      {draft.blocks.map((block) => (
        <BlockText key={block.section} {...props} block={block} />
      ))}
    </article>
  );
}
