import { pinyin } from 'pinyin-pro';

/** Sounds of single characters, surnames apart: 曾 is zeng as a surname. A few thousand entries at most. */
const sounds = new Map<string, string>();

function soundOf(character: string, isSurname: boolean): string {
  const key = isSurname ? `^${character}` : character;
  const known = sounds.get(key);
  if (known !== undefined) return known;
  const mode = isSurname ? 'surname' : 'normal';
  const sound = pinyin(character, { toneType: 'none', v: true, mode }).toLowerCase();
  sounds.set(key, sound);
  return sound;
}

/** How a name sounds, for search by letters: whole (`zhangsan`) and by initials (`zs`). */
export function nameSounds(name: string): { readonly whole: string; readonly initials: string } {
  let whole = '';
  let initials = '';
  let isSurname = true;
  for (const character of name) {
    const sound = soundOf(character, isSurname).replace(/[^a-z0-9]/g, '');
    whole += sound;
    initials += sound.slice(0, 1);
    isSurname = false;
  }
  return { whole, initials };
}
