import { type ReactNode, useRef } from 'react';
import { type FigureValue, figureText, unitAfter } from '../lib/figures.ts';
import { useFigureDrawer } from './FigureHost.tsx';
import { Shape } from './Icon.tsx';

interface FigureProps {
  readonly code: string;
  readonly value: FigureValue;
  readonly unit: string;
  /** How many of its records have no paper. */
  readonly unevidenced?: number;
  readonly estimated?: boolean;
  readonly manual?: boolean;
  readonly frozen?: boolean;
  /** Words instead of the unit: «项，落实 7». */
  readonly after?: ReactNode;
  /** Only the number, for figures inside a sentence. */
  readonly bare?: boolean;
}

/** The marks that stand with a figure: ○ 未佐证 · 估 · 人工 · 冻结. */
export function FigureMarks(props: Pick<FigureProps, 'unevidenced' | 'estimated' | 'manual' | 'frozen'>) {
  const { unevidenced = 0, estimated, manual, frozen } = props;
  return (
    <>
      {estimated && <small className="mk">估</small>}
      {manual && <small className="mk">人工</small>}
      {frozen && <small className="t2">冻结</small>}
      {unevidenced > 0 && (
        <small className="mk nowrap">
          <Shape kind="none" /> 未佐证 {unevidenced}
        </small>
      )}
    </>
  );
}

/**
 * A figure that opens 「这个数从哪里来」 by click or Enter. `bare` leaves out unit and marks, for figures inside a
 * sentence. A figure without a source shows 不详 and still opens: the drawer gives the reason.
 */
export function Figure(props: FigureProps) {
  const { code, value, unit, after, bare } = props;
  const button = useRef<HTMLButtonElement>(null);
  const { opened, openFigure } = useFigureDrawer();
  const words = after ?? unitAfter(value, unit);
  const fig = (
    <button
      type="button"
      ref={button}
      className="fig"
      data-figure={code}
      aria-haspopup="dialog"
      aria-expanded={opened === code}
      onClick={() => openFigure(code, button.current)}
    >
      {figureText(value, unit)}
    </button>
  );
  if (bare) return fig;
  return (
    <span className="figv">
      {fig}
      {words !== '' && <small>{words}</small>}
      <FigureMarks {...props} />
    </span>
  );
}

/** A dotted figure that opens something else than the drawer: a list, the rows of an import, a reason. */
export function OpenFigure({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className="fig" onClick={onOpen}>
      {children}
    </button>
  );
}
