import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

const Printer = createContext<(sheets: ReactNode) => void>(() => undefined);

/** `const print = usePrint(); print(<PrintPage … />)` opens the browser's own print with only these sheets. */
export function usePrint(): (sheets: ReactNode) => void {
  return useContext(Printer);
}

interface Sheets {
  readonly node: ReactNode;
  readonly turn: number;
}

/** Holds what is being printed, outside #root, which print hides. */
export function PrintHost({ children }: { children: ReactNode }) {
  const [sheets, setSheets] = useState<Sheets>();
  const print = useCallback((next: ReactNode) => {
    // Sheets measure themselves before they are cut, so each print stands for itself.
    flushSync(() => setSheets((last) => ({ node: next, turn: (last?.turn ?? 0) + 1 })));
    window.print();
  }, []);
  useLayoutEffect(() => {
    const clear = () => setSheets(undefined);
    window.addEventListener('afterprint', clear);
    return () => window.removeEventListener('afterprint', clear);
  }, []);
  return (
    <Printer.Provider value={print}>
      {children}
      {sheets &&
        createPortal(
          <div className="sheets" key={sheets.turn}>
            {sheets.node}
          </div>,
          document.body,
        )}
    </Printer.Provider>
  );
}
