/** Characters nobody sees: control characters but tab and line feed, zero-width marks, byte order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]/g;
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** Text as it is kept: NFC, without unseen characters, trimmed, line ends as `\n`. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').trim();
}

/** Half-width, without any white space or leading apostrophe: the form numbers, days and words are read in. */
export function halfWidth(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^['‘’`]/, '');
}

const DECORATION = /[()[\]{}【】「」『』《》<>〈〉、,。.;:·•\-_/\\|"'“”‘’*#~!?…—－]/g;

/** The form words are compared in: also without brackets and punctuation, letters in upper case. */
export function wordForm(text: string): string {
  return halfWidth(text).replace(DECORATION, '').toUpperCase();
}

/** Names of two and three characters are often spread with spaces; between Chinese characters they mean nothing. */
export function cleanName(text: string): string {
  const clean = cleanText(text);
  if (!/\s/.test(clean)) return clean;
  const joined = clean.replace(/\s+/g, '');
  return /^[\p{Script=Han}·•]+$/u.test(joined) ? joined : clean.replace(/\s+/g, ' ');
}

/** Length as people count it. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
