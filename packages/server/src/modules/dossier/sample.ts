import { createHash } from 'node:crypto';

/** The place of a line in the draw: sha256 over «seed:line number», in hexadecimal. */
export function drawKey(seed: string, lineId: string): string {
  return createHash('sha256').update(`${seed}:${lineId}`).digest('hex');
}

/**
 * The first `size` lines by their place in the draw. Seed and list give the same lines to anybody; one more line in
 * the list moves at most one out of the sample.
 */
export function drawSample<T extends { readonly id: string }>(
  lines: readonly T[],
  seed: string,
  size: number,
): readonly (T & { readonly key: string })[] {
  return lines
    .map((line) => ({ ...line, key: drawKey(seed, line.id) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .slice(0, size);
}
