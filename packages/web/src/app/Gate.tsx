import type { ReactNode } from 'react';
import { LargeToggle } from './Header.tsx';

/** The page before anyone is signed in: the red line and one column. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="gate">
      <header className="hd">
        <span className="brand">双拥台账</span>
        <nav className="usual" aria-label="常用">
          <LargeToggle />
        </nav>
      </header>
      <main className="gate-body">
        <h1 style={{ marginBottom: 24 }}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
