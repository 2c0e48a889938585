import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useFigureDrawer } from '../components/FigureHost.tsx';
import { Icon } from '../components/Icon.tsx';
import { useShortcuts } from '../lib/shortcuts.ts';
import { type Hit, hitsQuery } from './hits.ts';
import { useGo } from './links.tsx';
import { useScope } from './scope.ts';

interface HitListProps {
  readonly id: string;
  readonly hits: readonly Hit[];
  readonly at: number;
  readonly onPick: (hit: Hit) => void;
}

function HitList({ id, hits, at, onPick }: HitListProps) {
  return (
    <>
      {hits.map((hit, index) => (
        <div key={hit.key}>
          {hits[index - 1]?.group !== hit.group && <h3>{hit.group}</h3>}
          {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps focus and owns the keys */}
          <div
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(hit)}
          >
            <span className="b nowrap">{hit.title}</span>
            <span className="t2 grow">{hit.note}</span>
          </div>
        </div>
      ))}
    </>
  );
}

/** One search box for people, papers and figures. */
export function Find() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const scope = useScope();
  const asked = useDeferredValue(text.trim());
  const { data: hits = [], isFetching, isError } = useQuery(hitsQuery(scope, asked));
  const go = useGo();
  const { openFigure } = useFigureDrawer();
  useShortcuts({
    '/': { words: '搜人、文号、指标', run: () => input.current?.focus() },
  });
  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const pick = (hit: Hit) => {
    close();
    setText('');
    if ('figure' in hit) openFigure(hit.figure, input.current);
    else go(hit.to, hit.search);
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const hit = hits[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && hit !== undefined && asked === text.trim()) pick(hit);
    else if (event.key === 'Escape') {
      close();
      if (text === '') input.current?.blur();
      setText('');
    } else return;
    event.preventDefault();
  };
  const shown = open && asked !== '';
  const said = isError
    ? '搜索暂时用不了，请稍后再试。'
    : isFetching
      ? '正在找…'
      : '没有找到，或不在您的管辖范围。';
  return (
    <div className="find">
      <search className="box">
        <Icon name="search" />
        <input
          ref={input}
          value={text}
          placeholder="搜人、文号、指标、条目…"
          aria-label="搜人、文号、指标"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && hits.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setAt(0);
          }}
          onFocus={() => setOpen(true)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </search>
      {shown && (
        <div className="hits" role="listbox" id={`${id}-list`} aria-label="搜到的">
          <HitList id={id} hits={hits} at={at} onPick={pick} />
          {hits.length === 0 && <p aria-live="polite">{said}</p>}
        </div>
      )}
    </div>
  );
}
