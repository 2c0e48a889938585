import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrOf } from './qr-route.ts';

/** The dark squares of a path, by their corners. */
const squares = (path: string) =>
  new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((m) => `${m[1]},${m[2]}`));

test('every dark square of the code is drawn, and no other', () => {
  const text = 'PF-2018-01-01 7F3A-91C2';
  const { size, path } = qrOf(text);
  const drawn = squares(path);
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  expect(size).toBe(modules.size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) expect(drawn.has(`${x},${y}`)).toBe(modules.get(y, x) === 1);
});

test('the three finder marks stand in their corners', () => {
  const { size, path } = qrOf('A');
  const drawn = squares(path);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    expect(drawn.has(`${x},${y}`)).toBe(true);
    expect(drawn.has(`${x + 1},${y + 1}`)).toBe(false);
    expect(drawn.has(`${x + 3},${y + 3}`)).toBe(true);
  }
});
