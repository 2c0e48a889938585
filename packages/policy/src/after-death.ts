import { addMonths, type Month } from '@shuangyong/values';
import { DEATH_CAUSES, type Missing } from './codes.ts';
import { paidLines } from './paid-lines.ts';
import { type Piece, regimeAt } from './pieces.ts';
import { rate, sumRates } from './rate.ts';
import { missingStep, notDue, unknown } from './regimes/build.ts';
import type { Due, Engine, LawAt, Line, Outcome, PersonFacts, Place, Spell } from './types.ts';

const ILLNESS = DEATH_CAUSES.indexOf('illness') + 1;

/** Longest continuation a setting may name; a death longer ago than this plays no part. */
export const MOST_MONTHS_AFTER = 24;

/**
 * Months a right is continued after a death, by the law of the month of death: 三属 six (条例 2019 article 19, 2024
 * article 22), a disabled veteran who dies of illness twelve (2019 article 28, 2024 article 32), 参战 and 参试 six for
 * deaths from 2024-10 on (2024 articles 61–62). The numbers are settings of the place; none set, none continued.
 */
export function monthsAfter(spell: Spell, law: LawAt): number {
  return spell.benefit === null ? 0 : (law.setting(`afterDeath.${spell.benefit}`) ?? 0);
}

/** The pieces with the months after death in them; `atDeath` is the right's answer in the month of death. */
export function continued(
  pieces: readonly Piece[],
  person: PersonFacts,
  spell: Spell,
  engine: Engine,
  atDeath: Outcome,
): readonly Piece[] {
  const died = person.diedIn as Month;
  const place = placeAt(spell, died, engine);
  const count = place === undefined ? 0 : monthsAfter(spell, place.at(died));
  if (place === undefined || count === 0) return pieces;
  const outcome = continuedOutcome(person, spell, place.at(died), atDeath);
  if (outcome === undefined) return pieces;
  const from = addMonths(died, 1);
  const to = addMonths(died, count);
  return pieces.flatMap((piece) => {
    if (piece.to < from || piece.from > to) return [piece];
    const inside = {
      from: Math.max(piece.from, from) as Month,
      to: Math.min(piece.to, to) as Month,
      outcome,
    };
    const before = piece.from < from ? [{ ...piece, to: died }] : [];
    const rest = piece.to > to ? [{ ...piece, from: addMonths(to, 1) }] : [];
    return [...before, inside, ...rest];
  });
}

function placeAt(spell: Spell, month: Month, engine: Engine): Place | undefined {
  const period = spell.periods.find(({ from, to }) => from <= month && month <= to);
  return period && engine.place(period.facts.region);
}

/** Undefined where nothing is continued: the right was not drawn in the month of death, or the cause gives nothing. */
function continuedOutcome(
  { deathCause }: PersonFacts,
  spell: Spell,
  law: LawAt,
  atDeath: Outcome,
): Outcome | undefined {
  if (atDeath.kind === 'notDue') return undefined;
  if (spell.benefit === 'disability' && deathCause !== ILLNESS)
    return deathCause === 0 ? unknownAfter(spell, law, ['fact:deathCause']) : undefined;
  if (atDeath.kind === 'unknown') return unknownAfter(spell, law, atDeath.missing);
  return fixed(spell, law, atDeath);
}

function unknownAfter(spell: Spell, law: LawAt, missing: readonly Missing[]): Outcome {
  const steps = missing.map((what) => missingStep(law, what));
  return unknown(regimeAt(spell, law.month), missing, steps);
}

/** The pension of the month of death in whole fen, month by month; 护理费 is no pension and ends with the death. */
function fixed(spell: Spell, law: LawAt, atDeath: Due): Outcome {
  const lines: readonly Line[] = paidLines(atDeath, law.month)
    .filter(({ component }) => component !== 'nursing')
    .map(({ fund, fen }) => ({ component: 'afterDeath', fund, rate: rate(fen) }));
  const sum = sumRates(lines.map((line) => line.rate));
  const head = regimeAt(spell, law.month);
  const lineSteps = lines.map(
    ({ component, fund, rate: exact }) => ({ op: 'line', what: component, value: exact, fund }) as const,
  );
  return Object.freeze({
    kind: 'due',
    lines: Object.freeze(lines),
    rate: sum,
    rounding: 'fixed',
    missing: [],
    derived: atDeath.derived,
    trace: notDue(head, 'afterDeath', [
      ...atDeath.trace.steps,
      { op: 'month', what: 'death', value: law.month },
      ...lineSteps,
      { op: 'sum', what: 'month', value: sum },
    ]).trace,
  });
}
