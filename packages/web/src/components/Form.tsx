import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldError } from '../api/errors.ts';
import { readStored, writeStored } from '../lib/preference.ts';
import { Shape } from './Icon.tsx';

/** All errors of a form with links to their fields; takes the focus whenever the errors change. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const go = (field: string) => document.getElementById(field)?.focus();
  return (
    <div className="note stop" role="alert" tabIndex={-1} ref={box} style={{ marginBottom: 16 }}>
      <h2>
        <span className="stop">
          <Shape kind="must" /> 必须
        </span>{' '}
        有 {errors.length} 处要改
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                go(error.field);
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field's control must carry so that label, hint and error are read with it. */
export interface FieldAria {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly errors?: readonly FieldError[];
  readonly children: (aria: FieldAria) => ReactNode;
}

/** Label, control, hint and the field's own errors. */
export function Field({ id, label, hint, optional, errors = [], children }: FieldProps) {
  const own = errors.filter((error) => error.field === id);
  const described = [hint !== undefined && `${id}-hint`, own.length > 0 && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const aria: FieldAria = {
    id,
    name: id,
    ...(own.length > 0 ? { 'aria-invalid': true as const } : {}),
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
  return (
    <div className="fld">
      <label htmlFor={id}>
        {label}
        {optional && <span className="t2">（可不填）</span>}
      </label>
      {children(aria)}
      {own.length > 0 && (
        <p id={`${id}-error`} className="stop">
          <Shape kind="must" /> {own.map((error) => error.message).join(' ')}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="t2" style={{ fontSize: 'var(--fs-s)' }}>
          {hint}
        </p>
      )}
    </div>
  );
}

/**
 * What is being typed, kept on this machine until `clear()`. Give it no identity numbers, accounts or pass codes:
 * a draft lies in the browser unencrypted.
 */
export function useDraft<Draft extends object>(
  key: string,
  initial: Draft,
): {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Begins anew with `first` or, without it, with what it began with. */
  readonly clear: (first?: Draft) => void;
} {
  const place = `shuangyong.draft.${key}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...initial, ...readDraft<Draft>(place) }));
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    writeStored(place, JSON.stringify(next));
  };
  const clear = (first: Draft = initial) => {
    setDraft(first);
    writeStored(place, null);
  };
  return { draft, change, clear };
}

function readDraft<Draft>(place: string): Partial<Draft> {
  try {
    const kept: unknown = JSON.parse(readStored(place) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<Draft>) : {};
  } catch {
    return {};
  }
}
