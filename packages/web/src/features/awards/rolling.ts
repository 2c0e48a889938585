import { fen as fenOf, parseYuan, yuanText } from '@shuangyong/values';
import type { Candidate } from './data.ts';

/** Which line of a roll: a person may stand on it with several records. */
export const keyOf = ({ person, source }: Candidate): string => `${person.id} ${source?.id ?? ''}`;

/** Somebody chosen, with his amount; undefined where what is typed is no amount. */
export interface Picked {
  readonly candidate: Candidate;
  readonly fen: number | undefined;
}

/** What is typed for a person: his own amount, else the one for everybody, else what his record says. */
export function typedFor(candidate: Candidate, common: string, own: ReadonlyMap<string, string>): string {
  const typed = own.get(keyOf(candidate));
  if (typed !== undefined) return typed;
  if (common.trim() !== '') return common;
  return candidate.recordedFen === null ? '' : yuanText(fenOf(candidate.recordedFen));
}

const amountOf = (text: string): number | undefined => {
  const fen = parseYuan(text.trim());
  return fen !== undefined && fen > 0 ? fen : undefined;
};

/** Whoever is chosen, in the order of the roll. */
export function pickedOf(
  candidates: readonly Candidate[],
  selected: ReadonlySet<string>,
  common: string,
  own: ReadonlyMap<string, string>,
): readonly Picked[] {
  return candidates
    .filter((candidate) => selected.has(keyOf(candidate)))
    .map((candidate) => ({ candidate, fen: amountOf(typedFor(candidate, common, own)) }));
}

export const sumOf = (picked: readonly Picked[]): number => picked.reduce((sum, { fen = 0 }) => sum + fen, 0);

/** Chosen people without an amount, by name. */
export const withoutAmount = (picked: readonly Picked[]): readonly string[] =>
  picked.flatMap(({ candidate, fen }) => (fen === undefined ? [candidate.person.name] : []));
