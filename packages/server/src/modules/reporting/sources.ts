/** Where a record stands in the office's own files; nothing of it for one that was entered here. */
export interface SourcePlace {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

const SHOWN = 4;

const plainName = (file: string) => file.replace(/\.[A-Za-z]{1,5}$/, '');

/** The file most of the records come from, without its ending. */
export function commonestFile(records: readonly SourcePlace[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { file } of records) if (file !== null) counts.set(file, (counts.get(file) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && plainName(first[0]);
}

/** Consecutive rows drawn together: 3、7–9. */
function stretchesOf(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** «第 3、7–9 行»; where the rows lie in many stretches, the span and how many: «第 329–2140 行间 144 行». */
function rowWords(rows: readonly number[]): string {
  const stretches = stretchesOf(rows);
  const [from, to] = [stretches[0]?.[0], stretches.at(-1)?.[1]];
  if (stretches.length > SHOWN) return `第 ${from}–${to} 行间 ${new Set(rows).size} 行`;
  const words = stretches.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `第 ${words.join('、')} 行`;
}

/** «「活动」第 3、7 行；录入 2 条»: where the records of a figure stand. `usual` is the file that needs no naming. */
export function sourceWords(records: readonly SourcePlace[], usual: string | undefined): string {
  const rows = new Map<string, number[]>();
  for (const { file, sheet, row } of records) {
    if (sheet === null || row === null) continue;
    const name = file === null ? '导入' : plainName(file);
    const place = `${name === usual ? '' : name}「${sheet}」`;
    const own = rows.get(place);
    if (own) own.push(row);
    else rows.set(place, [row]);
  }
  const entered = records.filter(({ sheet, row }) => sheet === null || row === null).length;
  const words = [...rows].map(([place, numbers]) => `${place}${rowWords(numbers)}`);
  return [...words, ...(entered > 0 ? [`录入 ${entered} 条`] : [])].join('；');
}
