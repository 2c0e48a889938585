import { randomBytes } from 'node:crypto';

/** A uuid v7: sortable by the real time of its making, so townships' data merge upward without collisions. */
export type Id = string & { readonly kind: 'id' };

let lastMs = 0;
let counter = 0;

/** Milliseconds and a 12-bit counter that grows within one millisecond, borrowing from the next when it overflows. */
function tick(): { ms: number; sequence: number } {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = randomBytes(1)[0] ?? 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  return { ms: lastMs, sequence: counter };
}

const TAIL_BYTES = 8;
let tails = Buffer.alloc(0);

/** Random bytes of an id's end, fetched for many ids at once: asking for eight takes longer than all the rest. */
function nextTail(): Buffer {
  if (tails.length === 0) tails = randomBytes(TAIL_BYTES * 512);
  const tail = tails.subarray(0, TAIL_BYTES);
  tails = tails.subarray(TAIL_BYTES);
  return tail;
}

/** Makes a new id from the real clock (never from the test clock: ids must stay unique). */
export function newId(): Id {
  const { ms, sequence } = tick();
  const tail = nextTail();
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const hex = ms.toString(16).padStart(12, '0') + (0x7000 | sequence).toString(16) + tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): text is Id {
  return UUID.test(text);
}
