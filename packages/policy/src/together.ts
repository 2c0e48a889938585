import type { Month } from '@shuangyong/values';
import { continued, MOST_MONTHS_AFTER } from './after-death.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { stackPieces } from './stack.ts';
import type { Engine, Outcome, PersonFacts, Place, Spell } from './types.ts';

/** Pieces of rights of one person, each covering from…to: alone first, then compared, then the months after death. */
export function togetherPieces(
  person: PersonFacts,
  spells: readonly Spell[],
  engine: Engine,
  from: Month,
  to: Month,
): readonly (readonly Piece[])[] {
  const { diedIn } = person;
  const alone = spells.map((spell) => piecesOf(person, spell, engine, from, to));
  const stacked = spells.length < 2 ? alone : stackPieces(spells, alone, placeOf(spells, engine));
  if (diedIn === 0 || to <= diedIn || diedIn + MOST_MONTHS_AFTER < from) return stacked;
  const atDeath = from <= diedIn ? stacked : togetherPieces(person, spells, engine, diedIn, diedIn);
  return spells.map((spell, index) =>
    continued(stacked[index] ?? [], person, spell, engine, outcomeAt(atDeath[index] ?? [], diedIn)),
  );
}

function outcomeAt(pieces: readonly Piece[], month: Month): Outcome {
  const found = pieces.find(({ from, to }) => from <= month && month <= to);
  if (!found) throw new RangeError('the month of death is not covered');
  return found.outcome;
}

/** Where a person's rights are compared: the latest place of the first by benefit. */
export function placeOf(spells: readonly Spell[], engine: Engine): Place {
  let best: Spell | undefined;
  for (const spell of spells)
    if (spell.order >= 0 && spell.periods.length > 0 && (best === undefined || spell.order < best.order))
      best = spell;
  return engine.place(best?.periods.at(-1)?.facts.region ?? 0);
}
