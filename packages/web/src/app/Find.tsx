import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useRef, useState } from 'react';
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

/** What is typed, what was found for it, and what happens with a hit. */
function useFind(field: RefObject<HTMLInputElement | null>) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const scope = useScope();
  const asked = useDeferredValue(text.trim());
  const found = useQuery(hitsQuery(scope, asked));
  const hits = found.data ?? [];
  const go = useGo();
  const { openFigure } = useFigureDrawer();
  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const type = (typed: string) => {
    setText(typed);
    setOpen(true);
    setAt(0);
  };
  const pick = (hit: Hit) => {
    close();
    setText('');
    if ('figure' in hit) openFigure(hit.figure, field.current);
    else if ('file' in hit) window.open(hit.file, '_blank', 'noopener');
    else go(hit.to, hit.search);
  };
  const step = (by: number) => setAt(Math.min(Math.max(at + by, 0), Math.max(hits.length - 1, 0)));
  const pickCurrent = () => {
    const hit = hits[at];
    if (hit !== undefined && asked === text.trim()) pick(hit);
  };
  const leave = () => {
    close();
    if (text === '') field.current?.blur();
    setText('');
  };
  const shown = open && asked !== '';
  return {
    text,
    type,
    shown,
    hits,
    at,
    found,
    pick,
    pickCurrent,
    step,
    leave,
    close,
    reopen: () => setOpen(true),
  };
}

function emptyWords(found: { isError: boolean; isFetching: boolean }): string {
  if (found.isError) return '搜索暂时用不了，请稍后再试。';
  return found.isFetching ? '正在找…' : '没有找到，或不在您的管辖范围。';
}

/** One search box for people, villages, papers, vouchers, figures and pages. */
export function Find() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const find = useFind(field);
  const { shown, hits, at } = find;
  useShortcuts({ '/': { words: '搜人、文号、指标', run: () => field.current?.focus() } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') find.step(1);
    else if (event.key === 'ArrowUp') find.step(-1);
    else if (event.key === 'Enter') find.pickCurrent();
    else if (event.key === 'Escape') find.leave();
    // The key that leads here, pressed once more, is no text.
    else if (event.key !== '/' || find.text !== '') return;
    event.preventDefault();
  };
  return (
    <div className="find">
      <search className="box">
        <Icon name="search" />
        <input
          ref={field}
          value={find.text}
          placeholder="搜人、文号、指标、条目…"
          aria-label="搜人、文号、指标"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && hits.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          onChange={(event) => find.type(event.target.value)}
          onFocus={find.reopen}
          onBlur={find.close}
          onKeyDown={onKeyDown}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </search>
      {shown && (
        <div className="hits" role="listbox" id={`${id}-list`} aria-label="搜到的">
          <HitList id={id} hits={hits} at={at} onPick={find.pick} />
          {hits.length === 0 && <p aria-live="polite">{emptyWords(find.found)}</p>}
        </div>
      )}
    </div>
  );
}
