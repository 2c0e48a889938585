import type { Check, Draft, Run } from './data.ts';
import { placeOf, type Spot, TITLE } from './draft.ts';
import { FigurePanel, type PanelProps } from './FigurePanel.tsx';
import { ChecksList, Compare, Differences, NumbersList, type PlacedNumber, type Standing } from './Lists.tsx';
import { spotKey } from './Paper.tsx';
import { blockedBy, type CheckGroup, type Unsourced } from './problems.ts';
import { Sign } from './Sign.tsx';
import { SentenceTools, TypedPanel, UnsourcedPanel } from './TextPanels.tsx';
import type { Sentences } from './useSentences.ts';

/** What the right side shows. */
export type View =
  | { readonly kind: 'spot'; readonly spot: Spot }
  | { readonly kind: 'unsourced'; readonly hit: Unsourced }
  | { readonly kind: 'numbers'; readonly standing: Standing; readonly section?: string }
  | { readonly kind: 'checks'; readonly code: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'differences' };

interface AllProps extends PanelProps {
  readonly draft: Draft;
  readonly view: View | undefined;
  /** The run at the chosen spot. */
  readonly run: Run | undefined;
  readonly groups: readonly CheckGroup[];
  readonly numbers: readonly PlacedNumber[];
  readonly sentences: Sentences;
  /** It waits for this very person to sign it. */
  readonly signs: boolean;
  readonly address: string;
  readonly onSpot: (spot: Spot) => void;
  readonly onCheck: (check: Check) => void;
  readonly onShow: (view: View | undefined) => void;
}

const STANDING_TITLES: Readonly<Record<Standing, string>> = {
  有据: '有据的数',
  未佐证: '有记录未佐证的数',
  人工: '人工填报的数',
};

/** The right side: the figure with the keyboard, or the list that was asked for. */
export function Panel(props: AllProps) {
  const { view, draft, numbers, groups, report, division, year, sentences } = props;
  if (view === undefined) return props.signs ? <SignFirst {...props} /> : <Guide {...props} />;
  switch (view.kind) {
    case 'spot':
      return <SpotPanel {...props} spot={view.spot} />;
    case 'unsourced':
      return (
        <UnsourcedPanel
          {...props}
          hit={view.hit}
          onBind={(run) => {
            sentences.bind(view.hit, run);
            props.onShow({ kind: 'spot', spot: { ...view.hit, run: view.hit.run + 1 } });
          }}
        />
      );
    case 'numbers': {
      const { standing, section } = view;
      const own = numbers.filter((one) => one.standing === standing && (!section || one.section === section));
      return <NumbersList title={STANDING_TITLES[standing]} numbers={own} onGo={props.onSpot} />;
    }
    case 'checks': {
      const group = groups.find(({ code }) => code === view.code);
      return group ? <ChecksList group={group} onGo={props.onCheck} /> : <p>这一项都看过了。</p>;
    }
    case 'compare':
      return <Compare draft={draft} division={division} year={year} />;
    case 'differences':
      return <Differences report={report} address={props.address} />;
  }
}

function SpotPanel({ spot, ...props }: AllProps & { spot: Spot }) {
  const { draft, run, report, sentences, mayWrite } = props;
  const sentence = placeOf(draft, spot.sentenceId)?.sentence;
  if (spot.sentenceId === TITLE) return <p className="t2">标题。年份和单位按实际写。</p>;
  if (sentence === undefined) return <Guide {...props} />;
  const messages = report.checks.filter(
    (check) => check.sentenceId === spot.sentenceId && (run?.kind !== 'figure' || check.figure === run.code),
  );
  return (
    <>
      {run?.kind === 'figure' && (
        <FigurePanel
          {...props}
          key={`${spotKey(spot)} ${run.code}`}
          run={run}
          onReplace={(next) => sentences.replace(spot, next)}
        />
      )}
      {run?.kind === 'typed' && (
        <TypedPanel {...props} run={run} onReplace={(next) => sentences.replace(spot, next)} />
      )}
      {mayWrite && (
        <SentenceTools
          sentence={sentence}
          messages={[...new Set(messages.map(({ message }) => message))]}
          onAdd={() => sentences.addAfter(sentence.id)}
          onRemove={() => sentences.remove(sentence.id)}
          onRead={() => sentences.read(sentence.id)}
        />
      )}
    </>
  );
}

function SignFirst({ division, year, report }: AllProps) {
  return <Sign division={division} year={year} fingerprint={report.fingerprint} />;
}

/** Nothing is chosen yet: what stands open, and how to go about it. */
function Guide({ report, signs, onShow, division, year }: AllProps) {
  const blocked = blockedBy(report.checks);
  if (signs) return <Sign division={division} year={year} fingerprint={report.fingerprint} />;
  if (report.state === 'signed')
    return (
      <>
        <h2>已签发并冻结</h2>
        <p className="t2">以后的更正另出说明，不改原文。点文中的数，看它的记录。</p>
        {report.differences.length > 0 && (
          <p style={{ marginTop: 16 }}>
            <button type="button" className="btn" onClick={() => onShow({ kind: 'differences' })}>
              签发后 {report.differences.length} 个数有变。要出更正说明吗？
            </button>
          </p>
        )}
      </>
    );
  return (
    <>
      <h2>{report.state === 'sent' ? '已送签，等领导签发' : '点文中的数，看它从哪里来'}</h2>
      <p className="t2">
        <kbd>Tab</kbd> 下一个数，<kbd>F8</kbd> 下一个问题，<kbd>Ctrl+S</kbd>{' '}
        存。蓝底的数来自记录，随台账变；其他的字可直接改，
        <kbd>Enter</kbd> 加一句。
      </p>
      {blocked !== undefined && <p className="check">{blocked}</p>}
    </>
  );
}
