import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

const Printer = createContext<(sheets: ReactNode) => void>(() => undefined);

/** `const print = usePrint(); print(<PrintPage … />)` opens the browser's own print with only these sheets. */
export function usePrint(): (sheets: ReactNode) => void {
  return useContext(Printer);
}

/** Holds what is being printed, outside #root, which print hides. */
export function PrintHost({ children }: { children: ReactNode }) {
  const [sheets, setSheets] = useState<ReactNode>(null);
  const print = useCallback((next: ReactNode) => {
    flushSync(() => setSheets(next));
    window.print();
  }, []);
  useLayoutEffect(() => {
    const clear = () => setSheets(null);
    window.addEventListener('afterprint', clear);
    return () => window.removeEventListener('afterprint', clear);
  }, []);
  return (
    <Printer.Provider value={print}>
      {children}
      {sheets !== null && createPortal(<div className="sheets">{sheets}</div>, document.body)}
    </Printer.Provider>
  );
}
