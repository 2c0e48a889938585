import type { ReactNode } from 'react';
import './table.css';

/** Nothing here yet: one sentence and one button. */
export function Empty({ words, children }: { words: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {children}
    </div>
  );
}
