/** One character of Chinese in the letters of a printed list (11 pt), and what a cell has on its two sides. */
const CHARACTER_MM = 3.9;
const SIDES_MM = 3.6;
/** Where not every cell can stand on one line, the longest tenth may wrap. */
const MOST = 0.9;
const FIRST_CHINESE = '⺀';

/** Length of a text in characters of Chinese; Latin letters and digits take a little over half of one. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < FIRST_CHINESE ? 0.58 : 1), 0);
}

function wantedBy([head = '', ...cells]: readonly string[], part: number): number {
  const lengths = cells.map(lengthOf).sort((a, b) => a - b);
  const most = lengths[Math.floor((lengths.length - 1) * part)] ?? 0;
  return Math.max(lengthOf(head), most) * CHARACTER_MM + SIDES_MM;
}

const sumOf = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

/**
 * Shares the room of a printed table, in millimetres, among its columns of words, each given by its head and its
 * cells. Where all fit on one line, what is left goes to the widest; where they do not, nobody gives up room to a
 * column that wants more than its share.
 */
export function shareRoom(columns: readonly (readonly string[])[], room: number): number[] {
  const all = columns.map((texts) => wantedBy(texts, 1));
  const wants = sumOf(all) <= room ? all : columns.map((texts) => wantedBy(texts, MOST));
  const widths = wants.map(() => 0);
  let left = room;
  let open = wants.map((_, column) => column);
  while (open.length > 0) {
    const share = left / open.length;
    const content = open.filter((column) => (wants[column] ?? 0) <= share);
    const settled = content.length > 0 ? content : open;
    for (const column of settled) {
      widths[column] = content.length > 0 ? (wants[column] ?? 0) : share;
      left -= widths[column] ?? 0;
    }
    open = open.filter((column) => !settled.includes(column));
  }
  const widest = wants.indexOf(Math.max(...wants));
  return widths.map((width, column) => Math.round(column === widest ? width + Math.max(0, left) : width));
}
