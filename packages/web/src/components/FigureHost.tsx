import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';

const FigureDrawer = lazy(() =>
  import('./FigureDrawer.tsx').then((module) => ({ default: module.FigureDrawer })),
);

interface FigureDoor {
  /** Code of the figure whose drawer is open. */
  readonly opened: string | null;
  /** Opens 「这个数从哪里来」; focus returns to `from` when it closes. */
  readonly openFigure: (code: string, from: HTMLElement | null) => void;
}

const Door = createContext<FigureDoor>({ opened: null, openFigure: () => undefined });

export function useFigureDrawer(): FigureDoor {
  return useContext(Door);
}

/** Keeps the one figure drawer of the page. */
export function FigureHost({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ code: string; from: HTMLElement | null } | null>(null);
  const openFigure = useCallback((code: string, from: HTMLElement | null) => setOpen({ code, from }), []);
  const door = useMemo(() => ({ opened: open?.code ?? null, openFigure }), [open, openFigure]);
  const close = () => {
    open?.from?.focus();
    setOpen(null);
  };
  return (
    <Door.Provider value={door}>
      {children}
      {open && (
        <Suspense fallback={null}>
          <FigureDrawer code={open.code} onClose={close} />
        </Suspense>
      )}
    </Door.Provider>
  );
}
