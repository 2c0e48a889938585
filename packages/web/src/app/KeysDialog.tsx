import { Dialog } from '../components/Dialog.tsx';
import { letterKeys, usePreference } from '../lib/preference.ts';
import { listShortcuts } from '../lib/shortcuts.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A capital letter is typed with Shift, so it is written that way. */
function keyWords(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join(' + ');
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const letters = usePreference(letterKeys);
  return (
    <Dialog title="全部按键" onClose={onClose}>
      <dl className="keys">
        {listShortcuts().map(([key, words]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt className="b">{keyWords(key)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <dt className="b">Tab</dt>
        <dd>下一个可点的地方</dd>
      </dl>
      <label className="tick">
        <input type="checkbox" checked={letters} onChange={(event) => letterKeys.set(event.target.checked)} />
        用字母按键（在输入框里打字时不起作用）
      </label>
    </Dialog>
  );
}
