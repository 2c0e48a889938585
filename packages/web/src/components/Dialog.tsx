import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Shape } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What takes the keyboard where something opens to be filled in. */
export const FIELDS = 'input:not([type=file]), select, textarea';

/**
 * A question that must be answered first. The browser's own dialog keeps focus inside; its first field takes the
 * keyboard, and whoever opened it gets it back.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  // Before the dialog leaves the page: a closed one that is gone gives the focus to nobody.
  useLayoutEffect(() => {
    const node = dialog.current;
    const opener = document.activeElement;
    node?.showModal();
    node?.querySelector<HTMLElement>(FIELDS)?.focus();
    return () => {
      node?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="row" style={{ marginBottom: 12 }}>
        <h2 id={label} className="grow">
          {title}
        </h2>
        <button type="button" className="lnk t2" aria-label="关闭" onClick={onClose}>
          <Shape kind="close" /> <kbd>Esc</kbd>
        </button>
      </div>
      {children}
    </dialog>
  );
}
