import { minuteOf } from './Bar.tsx';
import type { Check, Draft, Run } from './data.ts';
import { placeOf, type Spot, spotKey, TITLE } from './draft.ts';
import { FigurePanel, type PanelProps } from './FigurePanel.tsx';
import { ChecksList, Compare, Differences, NumbersList, type PlacedNumber, type Standing } from './Lists.tsx';
import type { CheckGroup, Unsourced } from './problems.ts';
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
  readonly unsourced: readonly Unsourced[];
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
  if (view === undefined) return <Guide {...props} />;
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
      return <Compare draft={draft} division={division} year={year} onGo={props.onSpot} />;
    case 'differences':
      return <Differences report={report} address={props.address} />;
  }
}

function SpotPanel({ spot, ...props }: AllProps & { spot: Spot }) {
  const { draft, run, report, sentences, mayWrite, unsourced, onShow } = props;
  const place = placeOf(draft, spot.sentenceId);
  if (spot.sentenceId === TITLE) return <p className="t2">标题。年份和单位按实际写。</p>;
  if (place === undefined) return <Guide {...props} />;
  const { sentence, index } = place;
  const messages = report.checks.filter(
    ({ sentenceId, code, figure }) =>
      sentenceId === spot.sentenceId &&
      code !== 'unsourced' &&
      (run?.kind !== 'figure' || figure === run.code),
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
        <TypedPanel
          {...props}
          key={spotKey(spot)}
          run={run}
          onReplace={(next) => sentences.replace(spot, next)}
        />
      )}
      {mayWrite && (
        <SentenceTools
          sentence={sentence}
          isFirst={index === 0}
          messages={[...new Set(messages.map(({ message }) => message))]}
          unsourced={unsourced.filter(({ sentenceId }) => sentenceId === sentence.id)}
          onUnsourced={(hit) => onShow({ kind: 'unsourced', hit })}
          onAdd={() => sentences.addAfter(sentence.id)}
          onRemove={() => {
            sentences.remove(sentence.id);
            onShow(undefined);
          }}
          onRead={() => sentences.read(sentence.id)}
          onOpen={(opens) => sentences.open(sentence.id, opens)}
        />
      )}
    </>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Tab', '下一个数'],
  ['← →', '走到旁边的字里'],
  ['Enter', '数上：到右边；字里：另起一段'],
  ['Esc', '从右边回到文中'],
  ['F8', '下一个问题'],
  ['Ctrl+S', '存（停笔也会自己存）'],
];

/** Nothing is chosen yet: how it stands, and how to go about it. */
function Guide({ report, signs, onShow, division, year, mayWrite }: AllProps) {
  if (signs) return <Sign division={division} year={year} report={report} />;
  if (report.state === 'signed') return <Frozen report={report} onShow={onShow} />;
  if (report.state === 'sent')
    return (
      <>
        <h2>已送签，等批准的人签发</h2>
        <p className="t2">
          {report.sent && `${report.sent.by} ${minuteOf(report.sent.at)} 送签。`}
          送签后不能改；要改，请批准的人「退回」。点文中的数，仍可看它从哪里来。
        </p>
      </>
    );
  return (
    <>
      <h2>点文中的数，看它从哪里来</h2>
      <p className="t2">
        蓝底的数来自记录，随台账变；
        {mayWrite ? '其他的字可直接改，写进去的数字没有来源会标出来。' : '您可以看，不能改。'}
      </p>
      {mayWrite && (
        <dl className="kv" style={{ marginTop: 12 }}>
          {KEYS.map(([key, words]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{key}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Frozen({ report, onShow }: Pick<AllProps, 'report' | 'onShow'>) {
  const { signing, differences } = report;
  return (
    <>
      <h2>已签发并冻结</h2>
      <p className="t2">
        {signing &&
          `${signing.signedOn} ${signing.signedBy}${signing.method === 'paper' ? '（纸上签）' : ''}。`}
        以后的更正另出说明，不改原文。点文中的数，看它的记录。
      </p>
      {differences.length > 0 && (
        <p style={{ marginTop: 16 }}>
          <button type="button" className="btn" onClick={() => onShow({ kind: 'differences' })}>
            签发后 {differences.length} 个数有变。要出更正说明吗？
          </button>
        </p>
      )}
    </>
  );
}
