import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Shape } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that must be answered first. The browser's own dialog keeps focus inside and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const node = dialog.current;
    node?.showModal();
    return () => node?.close();
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
