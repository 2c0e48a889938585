import { useEffect, useRef, useState } from 'react';
import { signOut, useSession } from '../api/session.ts';
import { letterKeys, usePreference } from '../lib/preference.ts';

function step(list: HTMLElement | null, by: number): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}

/** Name and roles of who is signed in, the letter-key switch, signing out. */
export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const { user, version } = useSession();
  const letters = usePreference(letterKeys);
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!open) return;
    list.current?.querySelector('button')?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') step(list.current, 1);
    else if (event.key === 'ArrowUp') step(list.current, -1);
    else return;
    event.preventDefault();
  };
  const leave = async () => {
    await signOut().catch(() => undefined);
    location.assign('/login');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the buttons inside
    <div className="me" ref={place} onKeyDown={open ? onKeyDown : undefined}>
      <button type="button" className="lnk" aria-expanded={open} onClick={() => setOpen(!open)}>
        {user?.name}
        <span className="caret" aria-hidden="true" />
      </button>
      {open && (
        <ul ref={list}>
          <li>
            <span className="t2">{[...new Set(user?.roles.map(({ role }) => role))].join('、')}</span>
          </li>
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                onKeys();
              }}
            >
              全部按键
            </button>
          </li>
          <li>
            <button type="button" aria-pressed={letters} onClick={() => letterKeys.set(!letters)}>
              字母按键：{letters ? '开' : '关'}
            </button>
          </li>
          <li>
            <button type="button" onClick={() => void leave()}>
              退出登录
            </button>
          </li>
          <li>
            <span className="t2">版本 {version}</span>
          </li>
        </ul>
      )}
    </div>
  );
}
