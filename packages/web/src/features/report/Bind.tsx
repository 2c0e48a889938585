import { useState } from 'react';
import { figureText, unitAfter } from '../../lib/figures.ts';
import type { ReportFigure } from './data.ts';

const SHOWN = 12;

/** Figures whose name, code or unit holds every word asked for. */
export function matchFigures(figures: readonly ReportFigure[], asked: string): readonly ReportFigure[] {
  const words = asked.trim().toLowerCase().split(/\s+/);
  return figures.filter(({ code, name, unit, definition }) => {
    const all = `${code} ${name} ${unit} ${definition}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

interface BindProps {
  readonly figures: readonly ReportFigure[];
  /** What is looked for first: the measure word of the number. */
  readonly first?: string;
  readonly onPick: (figure: ReportFigure) => void;
}

/** Chooses the figure a number of the text stands for. */
export function Bind({ figures, first = '', onPick }: BindProps) {
  const [asked, setAsked] = useState(first);
  const known = figures.filter(({ value }) => value !== null);
  const found = matchFigures(known, asked);
  const shown = found.slice(0, SHOWN);
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
      <ul className="spots">
        {shown.map((figure) => (
          <li key={figure.code}>
            <button
              type="button"
              className="lnk grow"
              style={{ textAlign: 'left' }}
              onClick={() => onPick(figure)}
            >
              {figure.name}
            </button>
            <span>
              {figureText(figure.value, figure.unit)} {unitAfter(figure.value, figure.unit)}
            </span>
            <span className="t2">{figure.code}</span>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="t2">还有 {found.length - SHOWN} 个，再写几个字。</p>}
      {found.length === 0 && <p className="t2">没有这样的指标。可标为人工填报。</p>}
    </form>
  );
}
