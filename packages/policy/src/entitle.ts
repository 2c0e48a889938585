import type { Month } from '@shuangyong/values';
import { continued, MOST_MONTHS_AFTER } from './after-death.ts';
import { type Piece, piecesOf, timelineOf } from './pieces.ts';
import { stackPieces } from './stack.ts';
import type {
  Engine,
  Law,
  Outcome,
  Period,
  PersonFacts,
  Place,
  RightAnswer,
  Span,
  Spell,
  Timeline,
  Track,
} from './types.ts';

/**
 * What each right of a person gives in every month from…to: for each spell, in the order given, stretches that
 * together cover the whole span. Exclusion, stacking and months after death are already in.
 */
export function entitle(person: PersonFacts, law: Law, from: Month, to: Month): readonly RightAnswer[] {
  const { spells } = person;
  const [only] = spells;
  if (only !== undefined && spells.length === 1 && person.diedIn === 0)
    return [{ spell: only, timeline: aloneTimeline(person, only, law.engine, from, to) }];
  if (spells.length === 2 && person.diedIn === 0) return pairAnswers(person, law.engine, from, to);
  return togetherTimelines(person, law.engine, from, to);
}

// ── One right of a person alive: one number names its timeline, the same for all people alike ───────────────────

const NOT_SHARED = -1;
/** Births are told apart up to this many months after the span's first; later ones are worked out for themselves. */
const MOST_MONTHS_AHEAD = 1_023;

function aloneTimeline(person: PersonFacts, spell: Spell, engine: Engine, from: Month, to: Month): Timeline {
  const [period] = spell.periods;
  if (period === undefined || spell.periods.length > 1 || spell.order < 0 || period.state !== 'due')
    return timelineOf(piecesOf(person, spell, engine, from, to));
  const span = spanOf(engine.place(period.region).track(spell.order), from, to);
  const name = nameOf(person, period, span);
  if (name === NOT_SHARED) return timelineOf(piecesOf(person, spell, engine, from, to));
  const found = span.timelines.get(name);
  if (found !== undefined) return found;
  const made = timelineOf(piecesOf(person, spell, engine, from, to), engine.nextShared());
  span.timelines.set(name, made);
  return made;
}

/** Everything a single period's timeline depends on, in one number; NOT_SHARED where that cannot be. */
function nameOf(person: PersonFacts, period: Period, { from, to, regime }: Span): number {
  if (regime === undefined || regime.onceAYear !== undefined) return NOT_SHARED;
  const months = to - from + 2;
  const start = period.from <= from ? 0 : period.from > to ? months - 1 : period.from - from;
  const end = period.to >= to ? months - 1 : period.to < from ? 0 : period.to - from + 1;
  const name = (regime.key(period) * months + start) * months + end;
  if (regime.fromAge === undefined) return name;
  const ahead = person.bornIn === 0 ? MOST_MONTHS_AHEAD : person.bornIn + regime.fromAge * 12 - from;
  if (ahead > MOST_MONTHS_AHEAD || (ahead === MOST_MONTHS_AHEAD && person.bornIn !== 0)) return NOT_SHARED;
  return name * (MOST_MONTHS_AHEAD + 1) + Math.max(0, ahead);
}

function spanOf(track: Track, from: Month, to: Month): Span {
  const { last } = track;
  if (last !== undefined && last.from === from && last.to === to) return last;
  const name = `${from}-${to}`;
  const found = track.spans.get(name) ?? makeSpan(track, from, to);
  track.spans.set(name, found);
  track.last = found;
  return found;
}

function makeSpan(track: Track, from: Month, to: Month): Span {
  const first = track.segmentAt(from);
  const all = track.regimes.slice(first, track.segmentAt(to) + 1);
  const regime = all.every((one) => one === all[0]) ? all[0] : undefined;
  return { from, to, regime, timelines: new Map() };
}

// ── Two rights of a person alive: pairs of shared timelines are compared once ───────────────────────────────────

const PAIR = 2 ** 26;

function pairAnswers(person: PersonFacts, engine: Engine, from: Month, to: Month): readonly RightAnswer[] {
  const [a, b] = person.spells;
  if (!a || !b) throw new RangeError('a pair of rights is two');
  const one = aloneTimeline(person, a, engine, from, to);
  const two = aloneTimeline(person, b, engine, from, to);
  const place = placeOf(person.spells, engine);
  // Two rights of one benefit fall back on their ids, which belong to this person alone.
  if (one.shared === 0 || two.shared === 0 || a.order === b.order) return stackedPair(a, b, one, two, place);
  const name = one.shared * PAIR + two.shared;
  const known = place.pairs.get(name);
  if (known !== undefined)
    return [
      { spell: a, timeline: known[0] },
      { spell: b, timeline: known[1] },
    ];
  const made = stackedPair(a, b, one, two, place);
  const [first, second] = made;
  place.pairs.set(name, [first.timeline, second.timeline]);
  return made;
}

function stackedPair(
  a: Spell,
  b: Spell,
  one: Timeline,
  two: Timeline,
  place: Place,
): readonly [RightAnswer, RightAnswer] {
  const [first = [], second = []] = stackPieces([a, b], [one.stretches, two.stretches], place);
  return [
    { spell: a, timeline: timelineOf(first) },
    { spell: b, timeline: timelineOf(second) },
  ];
}

/** Where a person's rights are compared: the place of the first by benefit. */
function placeOf(spells: readonly Spell[], engine: Engine): Place {
  let best: Spell | undefined;
  for (const spell of spells)
    if (spell.order >= 0 && spell.periods.length > 0 && (best === undefined || spell.order < best.order))
      best = spell;
  return engine.place(best?.periods[0]?.region ?? 0);
}

// ── Everybody else ──────────────────────────────────────────────────────────────────────────────────────────────

function togetherTimelines(
  person: PersonFacts,
  engine: Engine,
  from: Month,
  to: Month,
): readonly RightAnswer[] {
  const lists = togetherPieces(person, engine, from, to);
  return person.spells.map((spell, index) => ({ spell, timeline: timelineOf(lists[index] ?? []) }));
}

function togetherPieces(
  person: PersonFacts,
  engine: Engine,
  from: Month,
  to: Month,
): readonly (readonly Piece[])[] {
  const { spells, diedIn } = person;
  const alone = spells.map((spell) => piecesOf(person, spell, engine, from, to));
  const stacked = spells.length < 2 ? alone : stackPieces(spells, alone, placeOf(spells, engine));
  if (diedIn === 0 || to <= diedIn || diedIn + MOST_MONTHS_AFTER < from) return stacked;
  const atDeath = from <= diedIn ? stacked : togetherPieces(person, engine, diedIn, diedIn);
  return spells.map((spell, index) =>
    continued(stacked[index] ?? [], person, spell, engine, outcomeAt(atDeath[index] ?? [], diedIn)),
  );
}

function outcomeAt(pieces: readonly Piece[], month: Month): Outcome {
  const found = pieces.find(({ from, to }) => from <= month && month <= to);
  if (!found) throw new RangeError('the month of death is not covered');
  return found.outcome;
}
