/** What a key press was aimed at, reduced to what decides whether a shortcut may act. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const PLAIN_INPUTS = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image']);

/** Whether letters typed here are text: fields, selects and editable regions. */
export function isTextField(tagName: string, inputType: string, editable: boolean): boolean {
  if (editable) return true;
  if (tagName === 'INPUT') return !PLAIN_INPUTS.has(inputType);
  return tagName === 'TEXTAREA' || tagName === 'SELECT';
}

/** 229 is what Chromium reports while an input method still composes, also before isComposing is set. */
export function isComposing(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** The name a shortcut is registered under: `j`, `Enter`, `Shift+P`, `Ctrl+Enter`, `?`. */
export function keyName(press: KeyPress): string {
  const single = press.key.length === 1;
  const letter = single && /[a-z]/i.test(press.key);
  const key = letter ? (press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key;
  const shift = press.shiftKey && (letter || !single);
  return [press.ctrlKey && 'Ctrl', press.altKey && 'Alt', press.metaKey && 'Meta', shift && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

/** Keys that are a single character without Ctrl, Alt or Meta: those can be switched off. */
export function isLetterKey(name: string): boolean {
  return /^(Shift\+)?.$/u.test(name);
}
