import type { Month } from '@shuangyong/values';
import { BENEFITS } from './codes.ts';
import { timelineOf } from './pieces.ts';
import { REGIMES } from './regimes/index.ts';
import { togetherPieces } from './together.ts';
import type {
  Engine,
  Facts,
  Kept,
  Period,
  PersonFacts,
  Regime,
  Span,
  Spell,
  Timeline,
  Track,
} from './types.ts';

/** Whether a death plays a part in months up to `to`. */
export const isDead = ({ diedIn }: PersonFacts, to: Month) => diedIn !== 0 && diedIn <= to;

const NOT_SHARED = -1;
/** Keys of a regime stay below this, or the timeline is made for the person alone. */
const MOST_KEYS = 4_096;
/** Births and deaths are told apart up to this many months from the span; others are made for the person alone. */
const MOST_MONTHS = 1_024;
/** Timelines kept for a track and span; after that many each is made for the person alone. */
export const MOST_KEPT = 200_000;
const MOST_SPANS = 256;
/** `bornBy` of a span in which age plays no part. */
const ANY_BIRTH = -1;

/**
 * What one right gives, worked out once for all people alike: one number names everything it depends on. Undefined
 * where that cannot be (several periods, a suspension, paid once a year, numbers out of range).
 */
export function keptTimeline(
  person: PersonFacts,
  spell: Spell,
  engine: Engine,
  from: Month,
  to: Month,
): Kept | undefined {
  const period = spell.only;
  if (period === undefined || spell.order < 0 || period.state !== 'due') return undefined;
  const { facts } = period;
  const { asked } = engine;
  const isAsked = asked.region === facts.region && asked.from === from && asked.to === to;
  const span =
    (isAsked ? asked.spans[spell.order] : undefined) ?? spanOf(engine, facts.region, spell.order, from, to);
  const key = span.key(facts);
  if (key >= 0 && key < MOST_KEYS && isWhole(person, period, span)) {
    const known = span.whole[key];
    if (known !== undefined) return known;
  }
  return key < 0 ? undefined : named(person, spell, period, span, key, engine);
}

function isWhole({ bornIn, diedIn }: PersonFacts, period: Period, { from, to, bornBy }: Span): boolean {
  return (
    period.from <= from &&
    period.to >= to &&
    (diedIn === 0 || diedIn > to) &&
    (bornBy === ANY_BIRTH || (bornIn !== 0 && bornIn <= bornBy))
  );
}

function named(
  person: PersonFacts,
  spell: Spell,
  period: Period,
  span: Span,
  key: number,
  engine: Engine,
): Kept | undefined {
  const { from, to } = span;
  const name = nameOf(person, period, span, key);
  const death = isDead(person, to) ? deathName(person, period, span) : 0;
  if (name === NOT_SHARED || death === NOT_SHARED) return undefined;
  const kept = death === 0 ? span.alive : (span.dead.get(death) ?? deadOf(span, death));
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) return undefined;
  const pieces = togetherPieces(person, [spell], engine, from, to)[0] ?? [];
  const made = keep(timelineOf(pieces), engine.nextNumber());
  kept.set(name, made);
  if (key < MOST_KEYS && isWhole(person, period, span)) span.whole[key] = made;
  return made;
}

/** Keys of several regimes as one. */
function joinedKey(regimes: readonly Regime[]): (facts: Facts) => number {
  if (regimes.length > 2) return () => NOT_SHARED;
  return (facts) => {
    let joined = 0;
    for (const regime of regimes) {
      const key = regime.key(facts);
      if (key >= MOST_KEYS) return NOT_SHARED;
      joined = joined * MOST_KEYS + key;
    }
    return joined;
  };
}

function deadOf({ dead }: Span, death: number): Map<number, Kept> {
  const made = new Map<number, Kept>();
  dead.set(death, made);
  return made;
}

/** Everything a single period's timeline depends on but a death, in one number; NOT_SHARED where that cannot be. */
function nameOf(person: PersonFacts, period: Period, span: Span, key: number): number {
  const { from, to, regime } = span;
  if (regime.onceAYear !== undefined) return NOT_SHARED;
  const months = to - from + 2;
  const start = period.from <= from ? 0 : period.from > to ? months - 1 : period.from - from;
  const end = period.to >= to ? months - 1 : period.to < from ? 0 : period.to - from + 1;
  const age = regime.fromAge === undefined ? 0 : ageName(person.bornIn, regime.fromAge, from);
  const name = ((key * months + start) * months + end) * MOST_MONTHS + age;
  return age !== NOT_SHARED && Number.isSafeInteger(name) ? name : NOT_SHARED;
}

/** 0: reached before the span; 1: birth not stated. */
function ageName(bornIn: number, fromAge: number, from: Month): number {
  if (bornIn === 0) return 1;
  const ahead = bornIn + fromAge * 12 - from;
  if (ahead <= 0) return 0;
  return ahead + 2 < MOST_MONTHS ? ahead + 2 : NOT_SHARED;
}

/**
 * Month and cause of a death. One before the span looks back at the month of death, which the rest of the name tells
 * only of a right long in force then, under the regime of the span.
 */
function deathName(
  { bornIn, diedIn, deathCause }: PersonFacts,
  period: Period,
  { from, to, regime }: Span,
): number {
  const back = to - diedIn + 1;
  if (back >= MOST_MONTHS) return NOT_SHARED;
  const reached = regime.fromAge === undefined ? 0 : bornIn === 0 ? diedIn + 1 : bornIn + regime.fromAge * 12;
  const isSeen = diedIn >= from || (period.from <= diedIn && period.to >= diedIn && reached <= diedIn);
  return isSeen && diedIn >= regime.from ? back * 4 + deathCause : NOT_SHARED;
}

const keep = (timeline: Timeline, number: number): Kept => ({
  number,
  timeline,
  alone: [timeline],
  pairs: new Map(),
});

function spanOf(engine: Engine, region: number, order: number, from: Month, to: Month): Span {
  const { asked } = engine;
  if (asked.region !== region || asked.from !== from || asked.to !== to)
    engine.asked = { region, from, to, spans: BENEFITS.map(() => undefined) };
  const track = engine.place(region).track(order);
  const name = `${from}-${to}`;
  if (track.spans.size > MOST_SPANS) track.spans.clear();
  const span = track.spans.get(name) ?? makeSpan(track, from, to);
  track.spans.set(name, span);
  engine.asked.spans[order] = span;
  return span;
}

function makeSpan(track: Track, from: Month, to: Month): Span {
  const inForce = track.regimes.slice(track.segmentAt(from), track.segmentAt(to) + 1);
  const regimes = [...new Set(inForce.flatMap((regime) => (regime === undefined ? [] : [regime])))];
  const [regime = REGIMES[track.benefit][0]] = regimes;
  if (regime === undefined) throw new RangeError('a benefit without a regime');
  return {
    from,
    to,
    regime,
    key: regimes.length > 1 ? joinedKey(regimes) : regime.key,
    bornBy: regime.fromAge === undefined ? ANY_BIRTH : from - regime.fromAge * 12,
    whole: [],
    alive: new Map(),
    dead: new Map(),
  };
}
