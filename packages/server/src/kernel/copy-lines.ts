/** A value of a column in COPY's text form, before it is escaped. */
export type CopyValue = string | number | boolean | null | undefined;

const TAB = 9;
const LINE_END = 10;
const RETURN = 13;
const BACKSLASH = 92;
const N = 78;
const X = 120;
/** The letters that follow a backslash in place of a character that ends a field or a line. */
const ESCAPED: Readonly<Record<number, number>> = { [TAB]: 116, [LINE_END]: N + 32, [RETURN]: 114 };
/** A character becomes at most three bytes for each of its code units. */
const MOST_BYTES = 3;
const REPLACEMENT = 0xfffd;

/**
 * Lines of COPY as bytes. Written character by character: joining the texts of a row and encoding the whole afterwards
 * takes three times as long and leaves a heap of short-lived strings.
 */
export interface CopyLines {
  /** One column's value, escaped. */
  field(value: CopyValue): void;
  /** A column of bytes, from hexadecimal. */
  bytesField(hex: string | null): void;
  endLine(): void;
  /** Lines that are in COPY's form already. */
  write(text: string): void;
  readonly size: number;
  /** The bytes so far; the next line starts anew. */
  take(): Buffer;
}

/** What the last line may go beyond the wanted size before more room is made. */
const SPARE_BYTES = 32 * 1024;

/** Made for pieces of about `pieceBytes`. */
export function createCopyLines(pieceBytes: number): CopyLines {
  const makeBytes = () => Buffer.allocUnsafeSlow(pieceBytes + SPARE_BYTES);
  let bytes = makeBytes();
  let at = 0;

  function makeRoom(wanted: number): void {
    if (at + wanted <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, at + wanted));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  }

  function putLong(code: number): void {
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }

  function putText(text: string): void {
    makeRoom(text.length * MOST_BYTES);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        const whole = code >= 0xd800 && code <= 0xdfff ? (text.codePointAt(i) ?? 0) : code;
        if (whole > 0xffff) i++;
        putLong(whole >= 0xd800 && whole <= 0xdfff ? REPLACEMENT : whole);
      } else if (code === BACKSLASH || code === TAB || code === LINE_END || code === RETURN) {
        bytes[at++] = BACKSLASH;
        bytes[at++] = ESCAPED[code] ?? BACKSLASH;
      } else bytes[at++] = code;
    }
  }

  function putNull(): void {
    bytes[at++] = BACKSLASH;
    bytes[at++] = N;
  }

  return {
    field(value) {
      makeRoom(8);
      if (value === null || value === undefined) putNull();
      else if (typeof value === 'string') putText(value);
      else putText(typeof value === 'boolean' ? (value ? 't' : 'f') : String(value));
      makeRoom(1);
      bytes[at++] = TAB;
    },
    bytesField(hex) {
      makeRoom(8 + (hex?.length ?? 0));
      if (hex === null) putNull();
      else {
        bytes[at++] = BACKSLASH;
        bytes[at++] = BACKSLASH;
        bytes[at++] = X;
        for (let i = 0; i < hex.length; i++) bytes[at++] = hex.charCodeAt(i);
      }
      bytes[at++] = TAB;
    },
    endLine() {
      bytes[at - 1] = LINE_END;
    },
    write(text) {
      makeRoom(text.length * MOST_BYTES);
      at += bytes.write(text, at, 'utf8');
    },
    get size() {
      return at;
    },
    take() {
      const taken = bytes.subarray(0, at);
      bytes = makeBytes();
      at = 0;
      return taken;
    },
  };
}
