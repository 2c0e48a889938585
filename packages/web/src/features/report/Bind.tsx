import { useState } from 'react';
import { figureText, unitAfter } from '../../lib/figures.ts';
import type { ReportFigure } from './data.ts';
import { matchFigures } from './suggest.ts';

const SHOWN = 12;

interface BindProps {
  readonly figures: readonly ReportFigure[];
  /** Offered before anything is asked for, most likely first. */
  readonly likely?: readonly ReportFigure[];
  readonly onPick: (figure: ReportFigure) => void;
}

/** Chooses the figure a number of the text stands for. */
export function Bind({ figures, likely = [], onPick }: BindProps) {
  const [asked, setAsked] = useState('');
  const known = (list: readonly ReportFigure[]) => list.filter(({ value }) => value !== null);
  const isAsked = asked.trim() !== '';
  const found = known(isAsked ? matchFigures(figures, asked) : likely);
  const shown = found.slice(0, isAsked ? SHOWN : 5);
  const [top] = shown;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (top !== undefined) onPick(top);
      }}
    >
      <input
        className="field"
        aria-label="找指标"
        placeholder="找指标：名称、编号、单位"
        value={asked}
        // biome-ignore lint/a11y/noAutofocus: opened by the button just pressed, to type at once
        autoFocus
        onChange={(event) => setAsked(event.target.value)}
      />
      {!isAsked && shown.length > 0 && <p className="t2">像是这几个：</p>}
      <ul className="spots">
        {shown.map((figure) => (
          <li key={figure.code}>
            <button type="button" className="lnk grow left" onClick={() => onPick(figure)}>
              {figure.name}
            </button>
            <span>
              {figureText(figure.value, figure.unit)} {unitAfter(figure.value, figure.unit)}
            </span>
            <span className="t2">{figure.code}</span>
          </li>
        ))}
      </ul>
      {isAsked && found.length > SHOWN && <p className="t2">还有 {found.length - SHOWN} 个，再写几个字。</p>}
      {isAsked && found.length === 0 && <p className="t2">没有这样的指标。可标为人工填报。</p>}
    </form>
  );
}
