import { addMonths, fen, type Month } from '@shuangyong/values';
import { monthLines } from './months.ts';
import { roundedSpan } from './rate.ts';
import { notDue, unknown } from './regimes/build.ts';
import { REGIMES } from './regimes/index.ts';
import type {
  Engine,
  MonthLine,
  OncePaid,
  Outcome,
  Period,
  PersonFacts,
  Place,
  Regime,
  Spell,
  Stretch,
  Timeline,
} from './types.ts';

/** Months and their answer, before rounding. */
export interface Piece {
  readonly from: Month;
  readonly to: Month;
  readonly outcome: Outcome;
}

const MONTHS_OF_YEAR = 12;
const previous = (month: Month): Month => (month - 1) as Month;
const next = (month: Month): Month => (month + 1) as Month;
const later = (a: Month, b: Month): Month => (a > b ? a : b);
const earlier = (a: Month, b: Month): Month => (a < b ? a : b);

/** The regime that speaks for a benefit in a month; before the first, the first. */
export function regimeAt(spell: Spell, month: Month): Regime {
  const list = spell.benefit === null ? [] : REGIMES[spell.benefit];
  const found = list.find(({ from, to }) => from <= month && month <= to) ?? list[0];
  if (!found) throw new RangeError('a right without a benefit has no regime');
  return found;
}

const NO_RULE = notDue({ id: 'no-national-rule', source: '', article: '' }, 'noNationalRule');

/** What one right alone gives from…to, every month covered; other rights and months after death not looked at yet. */
export function piecesOf(
  person: PersonFacts,
  spell: Spell,
  engine: Engine,
  from: Month,
  to: Month,
): readonly Piece[] {
  if (spell.benefit === null) return [{ from, to, outcome: NO_RULE }];
  const pieces: Piece[] = [];
  const died = person.diedIn;
  const lastAlive = died === 0 ? to : earlier(to, died);
  let at = from;
  for (const period of spell.periods) {
    const start = later(at, period.from);
    const end = earlier(lastAlive, period.to);
    if (start > end) continue;
    if (start > at) gap(pieces, spell, at, previous(start));
    periodPieces(pieces, person, spell, period, engine.place(period.facts.region), start, end);
    at = next(end);
  }
  if (at <= lastAlive) gap(pieces, spell, at, lastAlive);
  if (lastAlive < to) pieces.push(afterDeath(person, spell, later(from, next(lastAlive)), to));
  return pieces;
}

/** Months outside the periods: not begun before the right's first month, ended after it. */
function gap(pieces: Piece[], spell: Spell, from: Month, to: Month): void {
  if (from < spell.from)
    pieces.push({
      from,
      to: earlier(to, previous(spell.from)),
      outcome: notDue(regimeAt(spell, from), 'beforeStart'),
    });
  if (spell.from <= to)
    pieces.push({ from: later(from, spell.from), to, outcome: notDue(regimeAt(spell, to), 'ended') });
}

function afterDeath({ diedIn }: PersonFacts, spell: Spell, from: Month, to: Month): Piece {
  const last = spell.periods.at(-1)?.to ?? 0;
  const regime = regimeAt(spell, from);
  if (diedIn !== 0 && last < diedIn) return { from, to, outcome: notDue(regime, 'ended') };
  const step = { op: 'month', what: 'death', value: (diedIn || from) as Month } as const;
  return { from, to, outcome: notDue(regime, 'afterDeath', [step]) };
}

function periodPieces(
  pieces: Piece[],
  person: PersonFacts,
  spell: Spell,
  period: Period,
  place: Place,
  from: Month,
  to: Month,
): void {
  const regime = regimeAt(spell, from);
  if (period.state !== 'due') pieces.push({ from, to, outcome: notDue(regime, period.state) });
  else if (regime.onceAYear) oncePieces(pieces, spell, period, place, from, to);
  else if (regime.fromAge === undefined) segmentPieces(pieces, spell, period, place, from, to);
  else agedPieces(pieces, person, spell, period, place, from, to);
}

function agedPieces(
  pieces: Piece[],
  { bornIn }: PersonFacts,
  spell: Spell,
  period: Period,
  place: Place,
  from: Month,
  to: Month,
): void {
  const regime = regimeAt(spell, from);
  if (bornIn === 0) {
    const step = { op: 'missing', what: 'fact:bornIn', region: place.region, month: from } as const;
    pieces.push({ from, to, outcome: unknown(regime, ['fact:bornIn'], [step]) });
    return;
  }
  const reached = addMonths(bornIn, (regime.fromAge ?? 0) * MONTHS_OF_YEAR);
  if (from < reached) {
    const step = { op: 'month', what: 'ageReached', value: reached } as const;
    pieces.push({ from, to: earlier(to, previous(reached)), outcome: notDue(regime, 'underAge', [step]) });
  }
  if (reached <= to) segmentPieces(pieces, spell, period, place, later(from, reached), to);
}

function segmentPieces(
  pieces: Piece[],
  spell: Spell,
  period: Period,
  place: Place,
  from: Month,
  to: Month,
): void {
  const track = place.track(spell.order);
  let segment = track.segmentAt(from);
  for (let at = from; at <= to; segment += 1) {
    const after = track.starts[segment + 1];
    const end = after === undefined ? to : earlier(to, previous(after));
    pieces.push({ from: at, to: end, outcome: track.outcome(segment, period.facts) });
    at = next(end);
  }
}

/** Paid in single months; all others of the period are not due. */
function oncePieces(
  pieces: Piece[],
  spell: Spell,
  period: Period,
  place: Place,
  from: Month,
  to: Month,
): void {
  const track = place.track(spell.order);
  const paid = paidOnce(spell, place).filter(({ month }) => from <= month && month <= to);
  let at = from;
  for (const { month, halfYears } of paid) {
    if (month > at) other(pieces, spell, at, previous(month), month);
    const outcome = track.outcome(track.segmentAt(month), { ...period.facts, halfYears });
    pieces.push({ from: month, to: month, outcome });
    at = next(month);
  }
  if (at <= to) other(pieces, spell, at, to);
}

/** Every month in which a right is paid, the regimes one after the other. */
function paidOnce(spell: Spell, place: Place): readonly OncePaid[] {
  const paid: OncePaid[] = [];
  for (const { from, to, onceAYear } of spell.benefit === null ? [] : REGIMES[spell.benefit]) {
    const own = onceAYear?.(spell, place.at(later(from, spell.from)), paid) ?? [];
    paid.push(...own.filter(({ month }) => from <= month && month <= to));
  }
  return paid;
}

function other(pieces: Piece[], spell: Spell, from: Month, to: Month, paidIn?: Month): void {
  const steps = paidIn === undefined ? [] : [{ op: 'month', what: 'paidIn', value: paidIn } as const];
  pieces.push({ from, to, outcome: notDue(regimeAt(spell, from), 'otherMonth', steps) });
}

const ZERO = fen(0);

/** Rounds each piece, once. Neighbours with the very same answer become one stretch. */
export function timelineOf(pieces: readonly Piece[]): Timeline {
  const stretches: Stretch[] = [];
  let sum = 0;
  for (const { from, to, outcome } of joined(pieces)) {
    const amount = outcome.kind === 'due' ? roundedSpan(outcome.rate, outcome.rounding, from, to) : ZERO;
    sum += amount;
    stretches.push({ from, to, outcome, fen: amount });
  }
  let lines: readonly MonthLine[] | undefined;
  return {
    stretches,
    fen: fen(sum),
    months() {
      lines ??= monthLines(stretches);
      return lines;
    },
  };
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const list: Piece[] = [];
  for (const piece of pieces) {
    const before = list.at(-1);
    if (before && before.outcome === piece.outcome) list[list.length - 1] = { ...before, to: piece.to };
    else list.push(piece);
  }
  return list;
}
