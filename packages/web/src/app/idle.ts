/** Without any input for this long the screen covers itself. */
export const IDLE_MS = 15 * 60_000;

/**
 * Whether nobody has touched the product for too long. `elsewhere` is the last input in another window of this
 * browser; one that lies ahead (the clock was set back) counts for nothing.
 */
export function isIdle(now: number, lastInput: number, elsewhere: number): boolean {
  const seen = elsewhere <= now ? Math.max(lastInput, elsewhere) : lastInput;
  return now - seen >= IDLE_MS;
}
