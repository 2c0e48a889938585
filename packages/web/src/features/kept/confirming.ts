import type { Confirmations, ConfirmLine, Way } from './data.ts';

/** Ways in the order of their keys 1–5. */
export const WAYS: readonly { readonly way: Way; readonly key: string; readonly words: string }[] = [
  { way: 'met', key: '1', words: '见到本人' },
  { way: 'video', key: '2', words: '视频' },
  { way: 'kin', key: '3', words: '亲属代' },
  { way: 'unreachable', key: '4', words: '联系不上' },
  { way: 'dead', key: '5', words: '已去世' },
];

export const wayWords = (way: Way): string => WAYS.find((one) => one.way === way)?.words ?? '已撤回';

const SEEN: ReadonlySet<Way> = new Set(['met', 'video', 'kin']);

export type ConfirmState = 'open' | 'seen' | 'unreachable' | 'dead';

/** 未确认 is everybody nobody has said anything of; 联系不上 stays open as well. */
export function stateOf({ confirmation }: Pick<ConfirmLine, 'confirmation'>): ConfirmState {
  if (confirmation === null || confirmation.way === 'withdrawn') return 'open';
  if (SEEN.has(confirmation.way)) return 'seen';
  return confirmation.way === 'dead' ? 'dead' : 'unreachable';
}

export const STATES: readonly { readonly value: ConfirmState; readonly label: string }[] = [
  { value: 'open', label: '未确认' },
  { value: 'seen', label: '已确认' },
  { value: 'unreachable', label: '联系不上' },
  { value: 'dead', label: '已去世' },
];

export interface Narrowing {
  readonly q: string;
  readonly village: string;
  readonly state: string;
}

/** The lines that are asked for: by a part of the name, the village, and how far it is with them. */
export function narrowed(
  rows: readonly ConfirmLine[],
  { q, village, state }: Narrowing,
): readonly ConfirmLine[] {
  return rows.filter(
    (row) =>
      (q === '' || row.name.includes(q)) &&
      (village === '' || row.village === village) &&
      (state === '' || stateOf(row) === state),
  );
}

/** The next line that is still open, from one on and around the end; -1 when none is. */
export function nextOpen(rows: readonly ConfirmLine[], from: number, step: 1 | -1): number {
  for (let passed = 1; passed <= rows.length; passed += 1) {
    const index = (from + step * passed + rows.length * passed) % rows.length;
    const row = rows[index];
    if (row !== undefined && stateOf(row) === 'open') return index;
  }
  return -1;
}

export interface Counts {
  readonly due: number;
  readonly seen: number;
  readonly open: number;
  readonly unreachable: number;
  readonly dead: number;
}

export function countsOf({ rows }: Pick<Confirmations, 'rows'>): Counts {
  const of = (state: ConfirmState) => rows.filter((row) => stateOf(row) === state).length;
  const [open, seen, unreachable, dead] = [of('open'), of('seen'), of('unreachable'), of('dead')];
  return { due: rows.length, seen, open, unreachable, dead };
}

/** Villages in the order of the list, each once. */
export function villagesOf(rows: readonly ConfirmLine[]): readonly string[] {
  return [...new Set(rows.map(({ village }) => village ?? '村不详'))];
}
