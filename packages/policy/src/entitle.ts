import type { Month } from '@shuangyong/values';
import { timelineOf } from './pieces.ts';
import { isDead, keptTimeline, MOST_KEPT } from './shared.ts';
import { stackPieces } from './stack.ts';
import { placeOf, togetherPieces } from './together.ts';
import type { Engine, Kept, Law, PersonFacts, RightAnswer, Spell, Timeline } from './types.ts';

/**
 * What each right of a person gives in every month from…to: for each spell, in the order given, stretches that
 * together cover the whole span. Exclusion, stacking and months after death are already in.
 */
export function entitle(person: PersonFacts, law: Law, from: Month, to: Month): readonly RightAnswer[] {
  const timelines = timelinesOf(person, law, from, to);
  return person.spells.map((spell, index) => {
    const timeline = timelines[index];
    if (timeline === undefined) throw new RangeError('a right without an answer');
    return { spell, timeline };
  });
}

/**
 * The same, bare: one timeline for each spell, in the order of the spells. People alike get the very same list, so
 * that a run over a county makes nothing anew; use it where millions are summed.
 */
export function timelinesOf(person: PersonFacts, law: Law, from: Month, to: Month): readonly Timeline[] {
  const { only } = person;
  if (only !== undefined) {
    const kept = keptTimeline(person, only, law.engine, from, to);
    return kept === undefined ? ownTimelines(person, law.engine, from, to) : kept.alone;
  }
  const { spells } = person;
  const first = spells[0];
  const second = spells[1];
  if (spells.length !== 2 || first === undefined || second === undefined)
    return ownTimelines(person, law.engine, from, to);
  return pairTimelines(person, first, second, law.engine, from, to);
}

const ownTimelines = (person: PersonFacts, engine: Engine, from: Month, to: Month): readonly Timeline[] =>
  togetherPieces(person, person.spells, engine, from, to).map((pieces) => timelineOf(pieces));

/** Two rights that each have a kept timeline are compared once, whoever has them. */
function pairTimelines(
  person: PersonFacts,
  a: Spell,
  b: Spell,
  engine: Engine,
  from: Month,
  to: Month,
): readonly Timeline[] {
  const one = keptTimeline(person, a, engine, from, to);
  const two = keptTimeline(person, b, engine, from, to);
  // Two rights of one benefit fall back on their ids, which belong to this person alone.
  if (one === undefined || two === undefined || a.order === b.order)
    return ownTimelines(person, engine, from, to);
  const known = one.pairs.get(two.number);
  if (known !== undefined) return known;
  const made = isDead(person, to)
    ? ownTimelines(person, engine, from, to)
    : comparePair(person, one, two, engine);
  if (one.pairs.size < MOST_KEPT) one.pairs.set(two.number, made);
  return made;
}

function comparePair({ spells }: PersonFacts, one: Kept, two: Kept, engine: Engine): readonly Timeline[] {
  const lists = [one.timeline.stretches, two.timeline.stretches];
  return stackPieces(spells, lists, placeOf(spells, engine)).map((pieces) => timelineOf(pieces));
}
