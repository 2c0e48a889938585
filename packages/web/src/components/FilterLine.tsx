import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSetSearch } from '../app/scope.ts';
import type { Search } from '../app/search.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { Icon } from './Icon.tsx';
import './table.css';

/** A filter of this page, kept in the address; `''` when not set. */
export function useFilter(name: string): readonly [value: string, set: (value: string) => void] {
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  return [search[name] ?? '', (value) => setSearch({ [name]: value === '' ? undefined : value })];
}

/** One line of filters at the left and what can be done with the list at the right. */
export function FilterLine({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="bar filters">
      {children}
      <span className="grow" />
      {actions}
    </div>
  );
}

interface FilterTextProps {
  readonly name: string;
  readonly placeholder: string;
  /** A key that puts the cursor here. */
  readonly focusKey?: string;
}

const TYPING_REST_MS = 180;

/** Free text; goes into the address when typing rests, never in the middle of an input-method word. */
export function FilterText({ name, placeholder, focusKey }: FilterTextProps) {
  const [value, setValue] = useFilter(name);
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useShortcuts(
    focusKey === undefined ? {} : { [focusKey]: { words: '筛', run: () => input.current?.focus() } },
  );
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (next: string) => {
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => setValue(next.trim()), TYPING_REST_MS);
  };
  return (
    <label className="field seek">
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          later(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </label>
  );
}

interface FilterPickProps {
  readonly name: string;
  readonly label: string;
  /** Words when nothing is chosen: «全部 12 个». */
  readonly all?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few: «村：全部 12 个 ▾». */
export function FilterPick({ name, label, all = '全部', options }: FilterPickProps) {
  const [value, setValue] = useFilter(name);
  const chosen = options.find((option) => option.value === value)?.label ?? (value || all);
  return (
    <label className="field pick">
      <span>
        {label}：{chosen}
        <span className="caret" aria-hidden="true" />
      </span>
      <select aria-label={label} value={value} onChange={(event) => setValue(event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Yes or no: «缺材料 14»; `1` in the address. */
export function FilterTick({ name, label }: { name: string; label: string }) {
  const [value, setValue] = useFilter(name);
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={value === '1'}
        onChange={(event) => setValue(event.target.checked ? '1' : '')}
      />
      {label}
    </label>
  );
}
