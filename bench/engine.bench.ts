// What is due to a million random people in the twelve months of 2017, a raise in October: disability pensions, the
// subsidy of war service and that of rural veterans mixed, starts, stops, birthdays, deaths and double rights among
// them, rounding and stacking on. Against (a) a loop over columns written by hand for just these rules, month by
// month, and (b) the same rules as data under an interpreter. All must come to the same sum.
import assert from 'node:assert/strict';
import { handPeople, handTables, handTotal } from './engine/hand.ts';
import { interpreterPeople, interpreterTables, interpreterTotal } from './engine/interpreter.ts';
import { benchLaw } from './engine/law.ts';
import { benchPeople, factsOf } from './engine/people.ts';
import { engineTotal, engineTraced, leastOf } from './engine/run.ts';
import { tell } from './measure.ts';

const PEOPLE = 1_000_000;
const MONTHS = 12;
/** The interpreter is asked for this part of the people and scaled. */
const INTERPRETED = 20_000;
const ROUNDS = 9;

const law = benchLaw();
const tables = handTables(law);
const dictionaries = interpreterTables(law);
const { facts, columns, part, objects } = everybody();
global.gc?.();

/** The same people three times over; what they were made from is let go. */
function everybody() {
  const people = benchPeople(PEOPLE);
  const few = people.slice(0, INTERPRETED);
  return {
    facts: factsOf(people),
    columns: handPeople(people),
    part: handPeople(few),
    objects: interpreterPeople(few),
  };
}

const sum = handTotal(columns, tables);
const traced = engineTraced(facts, law);
assert.equal(engineTotal(facts, law), sum);
assert.equal(traced.total, sum);
assert.equal(traced.traces, traced.lines);
assert.equal(interpreterTotal(objects, dictionaries), handTotal(part, tables));

const least = leastOf(
  {
    ours: () => engineTotal(facts, law),
    traced: () => engineTraced(facts, law),
    hand: () => handTotal(columns, tables),
    interpreter: () => interpreterTotal(objects, dictionaries),
  },
  ROUNDS,
);
const rate = (ms: number, count = PEOPLE) => (count * MONTHS) / ms / 1000;
const shared = {
  unit: 'million person-months a second, processor time, best of nine',
  people: PEOPLE,
  baseline: rate(least.hand),
  baselineName: 'loop over columns by hand, month by month',
};
tell({
  name: 'engine',
  ...shared,
  ours: rate(least.ours),
  totalFen: sum,
  interpreter: rate(least.interpreter, INTERPRETED),
  timesTheInterpreter: rate(least.ours) / rate(least.interpreter, INTERPRETED),
});
tell({ name: 'engine-trace', ...shared, ours: rate(least.traced), lines: traced.lines });
