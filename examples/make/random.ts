/** A seeded source of chance, so that every run of the sample gives the same people and rows. */
export interface Chance {
  /** An integer in [low, high]. */
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): T[];
}

/** mulberry32: 32 bits of state are plenty for a few thousand rows and need no package. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (from) => at(from, int(0, from.length - 1)),
    shuffled: (from) => {
      const out = [...from];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        const held = at(out, i);
        out[i] = at(out, j);
        out[j] = held;
      }
      return out;
    },
  };
}

/** The element at an index known to exist; throws where the script itself is wrong. */
export function at<T>(from: readonly T[], index: number): T {
  const value = from[index];
  if (value === undefined) throw new Error(`no element ${index} of ${from.length}`);
  return value;
}
