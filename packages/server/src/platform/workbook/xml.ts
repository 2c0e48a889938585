import { damaged } from './refusal.ts';

/**
 * Receives what a scanner finds. Names come without prefix. Ranges point into `bytes`, which is only good during
 * the call: whatever is kept must be turned into a string, so that no string holds a whole chunk alive.
 */
export interface XmlHandler {
  open(name: string, bytes: Buffer, from: number, to: number): void;
  close(name: string): void;
  /** `escaped` is false for text without entities and for CDATA. */
  text(bytes: Buffer, from: number, to: number, escaped: boolean): void;
}

export interface XmlScanner {
  write(chunk: Buffer): void;
  /** Refuses `damaged` unless one root element was opened and closed. */
  end(): void;
}

const LT = 60;
const GT = 62;
const AMP = 38;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const COLON = 58;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/**
 * A scanner over bytes, for XML made by spreadsheet programs: no DTD (refused), no entities but the five and
 * numbers. A token longer than `tokenBytes` is refused, so memory stays bounded.
 */
export function createXmlScanner(root: string, handler: XmlHandler, tokenBytes: number): XmlScanner {
  const tags = createTagReader(root, handler);
  let rest: Buffer = Buffer.alloc(0);

  function write(chunk: Buffer): void {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const length = bytes.length;
    let at = 0;
    while (at < length) {
      let end = at;
      let escaped = false;
      for (; end < length; end++) {
        const byte = bytes[end];
        if (byte === LT) break;
        if (byte === AMP) escaped = true;
      }
      if (end === length) break;
      if (end > at) handler.text(bytes, at, end, escaped);
      // Text already handed over must not be seen again when the markup after it is cut by the chunk's end.
      at = end;
      const next = tags.read(bytes, end);
      if (next < 0) break;
      at = next;
    }
    if (length - at > tokenBytes) throw damaged('XML 里有过长的内容');
    rest = at === length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  }

  function end(): void {
    if (!tags.isComplete() || rest.toString('latin1').trim() !== '') throw damaged('XML 不完整');
  }

  return { write, end };
}

interface TagReader {
  /** Handles the markup at `at`; answers where it ends, or −1 when the rest of it is in the next chunk. */
  read(bytes: Buffer, at: number): number;
  isComplete(): boolean;
}

function createTagReader(root: string, handler: XmlHandler): TagReader {
  let depth = 0;
  let rootSeen = false;

  function openTag(bytes: Buffer, from: number, to: number): void {
    const isEmpty = bytes[to - 1] === SLASH;
    const end = isEmpty ? to - 1 : to;
    const nameEnd = findNameEnd(bytes, from, end);
    const name = localName(bytes, from, nameEnd);
    if (depth === 0 && (rootSeen || name !== root)) throw damaged(`缺少 ${root}`);
    rootSeen = true;
    depth++;
    handler.open(name, bytes, nameEnd, end);
    if (isEmpty) closeTag(name);
  }

  function closeTag(name: string): void {
    depth--;
    if (depth < 0) throw damaged('XML 不完整');
    handler.close(name);
  }

  function read(bytes: Buffer, at: number): number {
    const second = bytes[at + 1];
    if (second === undefined) return -1;
    if (second === BANG) return declaration(bytes, at, handler);
    if (second === QUESTION) return after(bytes, '?>', at);
    const end = findTagEnd(bytes, at + 1);
    if (end < 0) return -1;
    if (second === SLASH) closeTag(localName(bytes, at + 2, findNameEnd(bytes, at + 2, end)));
    else openTag(bytes, at + 1, end);
    return end + 1;
  }

  return { read, isComplete: () => rootSeen && depth === 0 };
}

function declaration(bytes: Buffer, at: number, handler: XmlHandler): number {
  if (bytes.length < at + 9) return -1;
  if (bytes.toString('latin1', at, at + 4) === '<!--') return after(bytes, '-->', at + 4);
  if (bytes.toString('latin1', at, at + 9) !== '<![CDATA[') throw damaged('XML 里有不允许的声明');
  const end = after(bytes, ']]>', at + 9);
  if (end > 0) handler.text(bytes, at + 9, end - 3, false);
  return end;
}

function after(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from, 'latin1');
  return found < 0 ? -1 : found + mark.length;
}

function findTagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte;
  }
  return -1;
}

function findNameEnd(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) > 32) at++;
  return at;
}

const SHORT_NAMES = new Map<number, string>();

/** Names of up to three letters are most of a sheet; they are looked up by their packed bytes. */
function localName(bytes: Buffer, from: number, to: number): string {
  let start = from;
  for (let at = from; at < to; at++) if (bytes[at] === COLON) start = at + 1;
  if (to - start > 3) return bytes.toString('latin1', start, to);
  let packed = 0;
  for (let at = start; at < to; at++) packed = (packed << 8) | (bytes[at] ?? 0);
  const known = SHORT_NAMES.get(packed);
  if (known !== undefined) return known;
  const name = bytes.toString('latin1', start, to);
  SHORT_NAMES.set(packed, name);
  return name;
}

/** A string of its own, entities replaced. */
export function textOf(bytes: Buffer, from: number, to: number, escaped: boolean): string {
  // Without naming the encoding Buffer takes its short way, which shows: this runs for every cell.
  const text = bytes.toString(undefined, from, to);
  return escaped ? replaceEntities(text) : text;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function replaceEntities(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Attributes by name without prefix. */
export function attributesOf(bytes: Buffer, from: number, to: number): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of bytes
    .toString('utf8', from, to)
    .matchAll(/(?:^|\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const name = (match[1] ?? '').replace(/^.*:/, '');
    found[name] = replaceEntities(match[2] ?? match[3] ?? '');
  }
  return found;
}

/** Strings hold characters XML cannot as `_x000D_`; `_x005F_` is the underscore that keeps such text literal. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
