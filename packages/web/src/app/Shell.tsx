import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { answer, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { FigureHost } from '../components/FigureHost.tsx';
import { PrintHost } from '../components/PrintHost.tsx';
import { useShortcuts } from '../lib/shortcuts.ts';
import { BackupBand } from './BackupBand.tsx';
import { Header } from './Header.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { GoLink } from './links.tsx';
import { builtMenu, currentItem } from './rooms.ts';
import { ScreenLock } from './ScreenLock.tsx';
import { useScope } from './scope.ts';

const items = builtMenu();

const COUNTED_MS = 60_000;

/** What is due or waits in each room, never what is unread. Without an answer the menu stands without numbers. */
function useDue(): Readonly<Record<string, number>> {
  const { division, year } = useScope();
  const { data } = useQuery({
    queryKey: ['menu', division, year],
    queryFn: () => answer(api.GET('/api/menu', { params: { query: { division, year } } })),
    staleTime: COUNTED_MS,
    refetchInterval: COUNTED_MS,
    retry: false,
  });
  return data ?? {};
}

function Menu() {
  const current = currentItem(useLocation().pathname, items);
  const due = useDue();
  return (
    <nav className="mn" aria-label="主菜单">
      {items.map((item) => (
        <GoLink key={item.path} to={item.path} aria-current={item === current ? 'page' : undefined}>
          {item.label}
          {due[item.path] !== undefined && (
            <i>
              {due[item.path]}
              <span className="sr"> 件待办</span>
            </i>
          )}
        </GoLink>
      ))}
    </nav>
  );
}

/** Drawers begin below header and menu, whose height changes with 「大字」 and narrow windows. */
function useTopHeight() {
  const top = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = top.current;
    if (node === null) return;
    const tell = () => document.documentElement.style.setProperty('--top', `${node.offsetHeight}px`);
    const watcher = new ResizeObserver(tell);
    watcher.observe(node);
    tell();
    return () => watcher.disconnect();
  }, []);
  return top;
}

/** Rooms beside the menu. */
const BESIDE: Readonly<Record<string, string>> = { '/import': '导入', '/help': '帮助' };

/** Tabs of the browser and its history tell which room stands open. */
function useTitle() {
  const { pathname } = useLocation();
  const room = currentItem(pathname, items)?.label ?? BESIDE[pathname];
  useEffect(() => {
    document.title = room === undefined ? '双拥台账' : `${room} · 双拥台账`;
  }, [room]);
}

/** A new page starts at its top, and the reading position of a screen reader follows. */
function useFocusNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useLocation().pathname;
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.scrollTo(0, 0);
    main.current?.closest('.app')?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

/** Header, menu and the page below them; the same on every page. */
export function Shell() {
  const session = useSession();
  const top = useTopHeight();
  const main = useFocusNewPage();
  useTitle();
  const [keysShown, setKeysShown] = useState(false);
  useShortcuts({ '?': { words: '全部按键', run: () => setKeysShown(true) } });
  return (
    <PrintHost>
      <FigureHost>
        <div className="app">
          <a className="skip" href="#main">
            跳到正文
          </a>
          <div ref={top}>
            <Header onKeys={() => setKeysShown(true)} />
            <Menu />
            <BackupBand />
            {session.sample && <div className="practice">练习，不是真数据</div>}
          </div>
          <main className="main" id="main" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
        <ScreenLock />
      </FigureHost>
    </PrintHost>
  );
}
