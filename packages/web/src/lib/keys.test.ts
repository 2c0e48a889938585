import { describe, expect, it } from 'vitest';
import { isComposing, isLetterKey, isTextField, type KeyPress, keyName } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('keys', () => {
  it('are named the way pages register them', () => {
    expect(keyName(press('j'))).toBe('j');
    expect(keyName(press('P', { shiftKey: true }))).toBe('Shift+P');
    expect(keyName(press('Enter', { ctrlKey: true }))).toBe('Ctrl+Enter');
    expect(keyName(press('?', { shiftKey: true }))).toBe('?');
  });
  it('do not depend on caps lock', () => {
    expect(keyName(press('J'))).toBe('j');
  });
  it('are letters only without Ctrl or Alt, so that only those can be switched off', () => {
    expect(isLetterKey('j')).toBe(true);
    expect(isLetterKey('Shift+P')).toBe(true);
    expect(isLetterKey('Ctrl+Enter')).toBe(false);
    expect(isLetterKey('Enter')).toBe(false);
  });
  it('belong to the input method while it composes', () => {
    expect(isComposing(press('n', { keyCode: 229 }))).toBe(true);
    expect(isComposing(press('n', { isComposing: true }))).toBe(true);
    expect(isComposing(press('n'))).toBe(false);
  });
  it('belong to a field that takes text, but not to a tick box', () => {
    expect(isTextField('INPUT', 'text', false)).toBe(true);
    expect(isTextField('INPUT', 'checkbox', false)).toBe(false);
    expect(isTextField('TEXTAREA', '', false)).toBe(true);
    expect(isTextField('DIV', '', true)).toBe(true);
    expect(isTextField('TR', '', false)).toBe(false);
  });
});
