import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useShortcuts } from '../lib/shortcuts.ts';
import { FIELDS } from './Dialog.tsx';
import { Shape } from './Icon.tsx';
import './table.css';

interface DetailPanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly onClose?: () => void;
  /** Opened to be filled in: the first field takes the keyboard. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
}

/** The column at the right of a `.two` grid; under 1200 px it stands below. Esc closes it. */
export function DetailPanel({ title, note, onClose, isForm = false, children }: DetailPanelProps) {
  const label = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isForm) panel.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [isForm]);
  useShortcuts(onClose ? { Escape: { words: '关上右边', run: () => onClose() } } : {});
  return (
    <aside className="panel" aria-labelledby={label} ref={panel}>
      <header>
        <h2 id={label}>{title}</h2>
        <span className="t2 grow">{note}</span>
        {onClose && (
          <button type="button" className="lnk t2" aria-label="关闭" onClick={onClose}>
            <Shape kind="close" />
          </button>
        )}
      </header>
      {children}
    </aside>
  );
}
